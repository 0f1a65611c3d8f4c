// What a program with `import` does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { Connection, initAsync, NetvisorOrdersError, OrderExport, preview, run, Settings } from "netvisor-orders";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

const order = readFileSync(process.argv[2], "utf8");
const kinds = preview(order, new Settings()).documents.map(({ kind }) => kind);
if (!kinds.includes("sales_invoice")) throw new Error(`only ${kinds}`);

// Both ways of loading give one library, so that errors are recognised whoever threw them.
const required = createRequire(import.meta.url)("netvisor-orders");
if (required.NetvisorOrdersError !== NetvisorOrdersError) throw new Error("two copies of the library");

await initAsync();

const settings = new Settings();
const file = new CheckpointFile("esm.state");
const send = async () => ({ noReply: "not_connected" });
const connection = new Connection(readFileSync(process.argv[3]));
const report = await run(new OrderExport(`[${order}]`, settings), connection, { store: file.store, send, maxWaitMs: 0 });
if (report.finished) throw new Error("finished without a connection");
const resumed = await file.resume(settings);
if (!(resumed instanceof OrderExport) || resumed.progress().total !== 1) throw new Error("not the export that was stored");
console.log("esm works");
