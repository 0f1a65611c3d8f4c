// What a program with `import` does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { Connection, initAsync, initExportAsync, NetvisorOrdersError, OrderExport, preview, run, Settings } from "netvisor-orders";
import { matchCustomers, requiredPermissions, StockFetch } from "netvisor-orders/fetch";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

const order = readFileSync(process.argv[2], "utf8");
const kinds = preview(order, new Settings()).documents.map(({ kind }) => kind);
if (!kinds.includes("sales_invoice")) throw new Error(`only ${kinds}`);

// Both ways of loading give one library, so that errors are recognised whoever threw them.
const require = createRequire(import.meta.url);
const isSame = require("netvisor-orders").NetvisorOrdersError === NetvisorOrdersError;
if (!isSame || require("netvisor-orders/fetch").StockFetch !== StockFetch) throw new Error("two copies of the library");

await initAsync();
await initExportAsync();

const settings = new Settings();
const file = new CheckpointFile("esm.state");
const send = async () => ({ noReply: "not_connected" });
const connection = new Connection(readFileSync(process.argv[3]));
const report = await run(new OrderExport(`[${order}]`, settings), connection, { store: file.store, send, maxWaitMs: 0 });
if (report.finished) throw new Error("finished without a connection");
const resumed = await file.resume(settings);
if (!(resumed instanceof OrderExport) || resumed.progress().total !== 1) throw new Error("not the export that was stored");

const stock = await run(new StockFetch({}, settings), connection, { deliver: () => {}, send, maxWaitMs: 0 });
if (stock.finished || stock.requests !== 1) throw new Error("fetched without a connection");
if (requiredPermissions(settings, ["stock"]).permissions.length !== 1) throw new Error("not the right to the stock alone");
const shop = [{ id: "1", name: "Kahvila Kukka Oy", business_id: "1234567-1" }];
const { proposals } = matchCustomers(shop, [{ netvisor_key: 8, code: "8", name: "Kahvila Kukka", business_id: "12345671" }]);
if (proposals.length !== 1) throw new Error("no proposal");
console.log("esm works");
