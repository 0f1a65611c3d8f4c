// Makes dist/ from src/ and from build/, where xtask has put the glue and the .wasm files. Run by `cargo xtask`.

import { spawnSync } from "node:child_process";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

await rm("dist", { recursive: true, force: true });
await mkdir("dist/types", { recursive: true });

const common = { bundle: true, target: "es2022", charset: "utf8", logLevel: "warning", outdir: "dist" };
await build({ ...common, entryPoints: ["src/node.ts"], format: "cjs", platform: "node", outExtension: { ".js": ".cjs" } });
await build({
  ...common,
  entryPoints: ["src/web.ts", "src/web_fetch.ts"],
  format: "esm",
  platform: "browser",
  // What both need is there once.
  splitting: true,
  chunkNames: "shared-[hash]",
  outExtension: { ".js": ".mjs" },
});
for (const name of ["orders", "export", "fetch"]) await copyFile(`build/netvisor_${name}.wasm`, `dist/netvisor_${name}.wasm`);

// The entry points of Node, with the names that each exports.
const library = createRequire(import.meta.url)("../dist/node.cjs");
for (const [entry, exported] of Object.entries(library)) {
  const names = Object.keys(exported).join(", ");
  await writeFile(`dist/${entry}.cjs`, `const { ${names} } = require("./node.cjs").${entry};\nmodule.exports = { ${names} };\n`);
  // Not imported: Node would first search the whole library for the names it exports, which takes longer than loading it.
  // Bundlers, which would not see what is required here, follow the condition "module" to the other file.
  const module = `import { createRequire } from "node:module";
export const { ${names} } = createRequire(import.meta.url)("./node.cjs").${entry};
`;
  await writeFile(`dist/${entry}.mjs`, module);
}

for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) await copyFile(`../../${licence}`, licence);

// Checks src/ and writes the declarations.
const tsc = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--project", "."], { stdio: "inherit" });
for (const entry of Object.keys(library)) await writeFile(`dist/types/${entry}.d.mts`, `export * from "./${entry}.js";\n`);
process.exitCode = tsc.status ?? 1;
