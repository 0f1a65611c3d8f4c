// What a program with `require` does.
const { existsSync, readFileSync } = require("node:fs");

const { NetvisorOrdersError, preview, readOrder, Settings } = require("netvisor-orders");

const order = readFileSync(process.argv[2]);
const documents = preview(readOrder("canonical", order).order, new Settings()).documents;
if (documents.length === 0) throw new Error("no documents");
try {
  preview("{}", new Settings({ language: "en" }));
  throw new Error("was accepted");
} catch (error) {
  if (!(error instanceof NetvisorOrdersError) || error.faults.length < 2) throw error;
}
if (!existsSync(require.resolve("netvisor-orders/netvisor_orders.wasm"))) throw new Error("no .wasm file");
console.log("commonjs works");
