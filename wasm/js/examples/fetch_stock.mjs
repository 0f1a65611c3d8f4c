// Fetches the stock from Netvisor, or from the simulator, into a file:
//
//   node fetch_stock.mjs CONNECTION.json STOCK.json STATE [BASE_URL]
//
// STOCK.json holds the quantity of each product by its NetvisorKey, and the cursor: the first run fetches everything, later
// ones what has changed since. A fetch that is stopped goes on from the file STATE when the same is run again.
//
// The exit status is 0 when everything was fetched, 1 when something is wrong, 2 when it is to be run again.

import { open, readFile, rename } from "node:fs/promises";

import { Connection, run, Settings } from "netvisor-orders";
import { StockFetch } from "netvisor-orders/fetch";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

const [connectionFile, stockFile, stateFile, baseUrl] = process.argv.slice(2);
if (stateFile === undefined) {
  console.error("usage: node fetch_stock.mjs CONNECTION.json STOCK.json STATE [BASE_URL]");
  process.exit(1);
}
const access = JSON.parse(await readFile(connectionFile, "utf8"));
const connection = new Connection(baseUrl === undefined ? access : { ...access, base_url: baseUrl });
const settings = new Settings({ language: "en" });

const stock = await readStock();
const state = new CheckpointFile(stateFile);
const fetch = (await state.resume(settings, StockFetch)) ?? new StockFetch({ changed_since: stock.cursor }, settings);

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
const report = await run(fetch, connection, { store: state.store, deliver: keep, signal: stop.signal });

for (const { message } of report.notes) console.error(message);
if (report.finished) {
  stock.cursor = report.result.cursor;
  await writeStock();
  await state.remove();
  console.log(`${report.result.products} products, ${Object.keys(stock.products).length} in ${stockFile}`);
} else if (report.stopped !== undefined) {
  const { faults, refusal } = report.stopped;
  for (const { message } of faults) console.error(message);
  if (refusal !== undefined) console.error(`${refusal.message} (${refusal.netvisor_text})`);
  process.exitCode = 1;
} else {
  console.error(`not finished: run it again to go on from ${stateFile}`);
  process.exitCode = 2;
}

/** A product that comes again is written over. */
async function keep({ products }) {
  for (const { netvisor_key, code, quantity } of products) stock.products[netvisor_key] = { code, quantity };
  await writeStock();
}

async function readStock() {
  try {
    return JSON.parse(await readFile(stockFile, "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return { cursor: null, products: {} };
  }
}

/** Whole at every moment, and on the disk before the checkpoint that says so. */
async function writeStock() {
  const file = await open(`${stockFile}.new`, "w");
  try {
    await file.writeFile(JSON.stringify(stock, null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${stockFile}.new`, stockFile);
}
