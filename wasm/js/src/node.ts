// Node's library: the .wasm files are read and compiled synchronously, each on first use, so nothing has to be awaited. All of
// it is one file, and the entry points take their names from it: a program that mixes `import` and `require`, or two entry
// points, has one copy of the library and `instanceof` keeps working.

// Not "node:fs/promises", which would be loaded also where nothing is awaited: a millisecond of every start.
import { promises, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type { Platform } from "./engine.js";
import { exportEngine } from "./export_engine.js";
import { fetchEngine } from "./fetch_engine.js";
import { ordersEngine } from "./orders_engine.js";

function fileOf(name: string): Platform {
  // Asked for when it is needed: a bundle of ES modules has no such folder, and is given the bytes.
  const file = () => join(__dirname, name);
  return {
    address: () => pathToFileURL(file()),
    readNow: () => readFileSync(file()),
    read: (address) => (address.protocol === "file:" ? promises.readFile(address) : fetch(address)),
  };
}

ordersEngine.runOn(fileOf("netvisor_orders.wasm"));
exportEngine.runOn(fileOf("netvisor_export.wasm"));
fetchEngine.runOn(fileOf("netvisor_fetch.wasm"));

export * as index from "./index.js";
export * as fetch_index from "./fetch_index.js";
export * as checkpoint_file from "./checkpoint_file.js";
