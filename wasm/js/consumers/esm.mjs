// What a program with `import` does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { initAsync, NetvisorOrdersError, preview, Settings } from "netvisor-orders";

const order = readFileSync(process.argv[2], "utf8");
const kinds = preview(order, new Settings()).documents.map(({ kind }) => kind);
if (!kinds.includes("sales_invoice")) throw new Error(`only ${kinds}`);

// Both ways of loading give one library, so that errors are recognised whoever threw them.
const required = createRequire(import.meta.url)("netvisor-orders");
if (required.NetvisorOrdersError !== NetvisorOrdersError) throw new Error("two copies of the library");

await initAsync();
console.log("esm works");
