// Makes dist/ from src/ and from build/, where xtask has put the glue and the .wasm file. Run by `cargo xtask`.

import { spawnSync } from "node:child_process";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

await rm("dist", { recursive: true, force: true });
await mkdir("dist/types", { recursive: true });

const common = { bundle: true, target: "es2022", charset: "utf8", logLevel: "warning" };
for (const [entryPoint, outfile] of [["src/node.ts", "dist/node.cjs"], ["src/checkpoint_file.ts", "dist/checkpoint_file.cjs"]]) {
  await build({ ...common, entryPoints: [entryPoint], outfile, format: "cjs", platform: "node" });
}
await build({ ...common, entryPoints: ["src/web.ts"], outfile: "dist/web.mjs", format: "esm", platform: "browser" });
await copyFile("build/netvisor_orders.wasm", "dist/netvisor_orders.wasm");

// One copy of the library for `import` and `require` alike.
for (const name of ["node", "checkpoint_file"]) await writeFile(`dist/${name}.mjs`, `export * from "./${name}.cjs";\n`);

for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) await copyFile(`../../${licence}`, licence);

// Checks src/ and writes the declarations.
const tsc = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--project", "."], { stdio: "inherit" });
for (const name of ["index", "checkpoint_file"]) await writeFile(`dist/types/${name}.d.mts`, `export * from "./${name}.js";\n`);
process.exitCode = tsc.status ?? 1;
