// Entry point for Node: the .wasm file is read and compiled synchronously on first use, so nothing has to be awaited.
// Bundled into node.cjs; node.mjs re-exports that, so that a program which mixes `import` and `require` has one copy of
// the library and `instanceof` keeps working.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { setPlatform } from "./engine.js";

const file = join(__dirname, "netvisor_orders.wasm");

setPlatform({
  address: () => pathToFileURL(file),
  readNow: () => readFileSync(file),
  read: (address) => (address.protocol === "file:" ? readFile(address) : fetch(address)),
});

export * from "./index.js";
// Given out as `netvisor-orders/checkpoint-file`: what the package itself exports is the same on every platform.
export { CheckpointFile } from "./checkpoint_file.js";
