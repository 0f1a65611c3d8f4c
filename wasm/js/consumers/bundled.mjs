// What a program for Node does, once a bundler has been over it.
import { readFileSync } from "node:fs";

import { initAsync, initExportAsync, NetvisorOrdersError, OrderExport, preview, Settings } from "netvisor-orders";
import { initAsync as initFetchAsync, StockFetch } from "netvisor-orders/fetch";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

const [, , order, ...modules] = process.argv;

async function main() {
  // A bundle of ES modules does not know where it is; one of CommonJS finds the modules beside itself.
  if (modules.length > 0) {
    await initAsync(readFileSync(modules[0]));
    await initExportAsync(readFileSync(modules[1]));
    await initFetchAsync(readFileSync(modules[2]));
  }
  const settings = new Settings();
  if (preview(readFileSync(order), settings).documents.length === 0) throw new Error("no documents");
  try {
    preview("{}", settings);
    throw new Error("was accepted");
  } catch (error) {
    if (!(error instanceof NetvisorOrdersError)) throw error;
  }
  new OrderExport("[]", settings).free();
  const file = new CheckpointFile("bundled.state");
  await file.store(new StockFetch({}, settings).checkpoint());
  if (!((await file.resume(settings, StockFetch)) instanceof StockFetch)) throw new Error("not the fetch that was stored");
  console.log("bundle works");
}

main();
