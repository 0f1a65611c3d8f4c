// Makes dist/ from src/ and from build/, where xtask has put the glue and the .wasm file. Run by `cargo xtask`.

import { spawnSync } from "node:child_process";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

await rm("dist", { recursive: true, force: true });
await mkdir("dist/types", { recursive: true });

const common = { bundle: true, target: "es2022", charset: "utf8", logLevel: "warning" };
await build({ ...common, entryPoints: ["src/node.ts"], outfile: "dist/node.cjs", format: "cjs", platform: "node" });
await build({ ...common, entryPoints: ["src/web.ts"], outfile: "dist/web.mjs", format: "esm", platform: "browser" });
await copyFile("build/netvisor_orders.wasm", "dist/netvisor_orders.wasm");

// One copy of the library for `import` and `require` alike.
await writeFile("dist/node.mjs", 'export * from "./node.cjs";\n');
await writeFile("dist/checkpoint_file.mjs", 'export { CheckpointFile } from "./node.cjs";\n');
await writeFile("dist/checkpoint_file.cjs", 'exports.CheckpointFile = require("./node.cjs").CheckpointFile;\n');

for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) await copyFile(`../../${licence}`, licence);

// Checks src/ and writes the declarations.
const tsc = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--project", "."], { stdio: "inherit" });
for (const name of ["index", "checkpoint_file"]) await writeFile(`dist/types/${name}.d.mts`, `export * from "./${name}.js";\n`);
process.exitCode = tsc.status ?? 1;
