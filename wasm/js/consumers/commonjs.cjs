// What a program with `require` does.
const { existsSync, readFileSync } = require("node:fs");

const { NetvisorOrdersError, OrderExport, preview, readOrder, Settings } = require("netvisor-orders");
const { StockFetch } = require("netvisor-orders/fetch");
const { CheckpointFile } = require("netvisor-orders/checkpoint-file");

const order = readFileSync(process.argv[2]);
const documents = preview(readOrder("canonical", order).order, new Settings()).documents;
if (documents.length === 0) throw new Error("no documents");
try {
  preview("{}", new Settings({ language: "en" }));
  throw new Error("was accepted");
} catch (error) {
  if (!(error instanceof NetvisorOrdersError) || error.faults.length < 2) throw error;
}
for (const name of ["orders", "export", "fetch"]) {
  if (!existsSync(require.resolve(`netvisor-orders/netvisor_${name}.wasm`))) throw new Error("no .wasm file");
}
const orderExport = new OrderExport(`[${order}]`, new Settings());
const file = new CheckpointFile("commonjs.state");
file
  .store(orderExport.checkpoint())
  .then(() => file.resume(new Settings()))
  .then((resumed) => {
    if (!(resumed instanceof OrderExport) || resumed.progress().total !== 1) throw new Error("not the export that was stored");
    return file.store(new StockFetch("{}", new Settings()).checkpoint());
  })
  .then(() => file.resume(new Settings(), StockFetch))
  .then((resumed) => {
    if (!(resumed instanceof StockFetch) || resumed.progress().total !== null) throw new Error("not the fetch that was stored");
    console.log("commonjs works");
  });
