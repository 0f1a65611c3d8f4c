// Exports every canonical order (*.json) of a folder to Netvisor, or to the simulator:
//
//   node export_folder.mjs CONNECTION.json FOLDER STATE [BASE_URL]
//
// The export is kept in the file STATE until every order has ended: run the same again to go on after a stop. Ctrl-C stops
// after the request under way, a second one at once. The orders are those of the first run, as the state holds them.
//
// The exit status is 0 when every order is in Netvisor, 1 when one is not, 2 when the export is not finished.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { Connection, OrderExport, run, Settings } from "netvisor-orders";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

const [connectionFile, folder, stateFile, baseUrl] = process.argv.slice(2);
if (stateFile === undefined) {
  console.error("usage: node export_folder.mjs CONNECTION.json FOLDER STATE [BASE_URL]");
  process.exit(1);
}
const access = JSON.parse(await readFile(connectionFile, "utf8"));
const connection = new Connection(baseUrl === undefined ? access : { ...access, base_url: baseUrl });
const settings = new Settings({
  document: { type: "invoice" },
  payment: { record: "when_paid", methods: { paytrail: { name: "Paytrail" } } },
  language: "en",
});

const state = new CheckpointFile(stateFile);
const orderExport = (await state.resume(settings)) ?? new OrderExport(await readOrders(folder), settings);

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
const report = await run(orderExport, connection, { store: state.store, signal: stop.signal, onProgress: show });

process.stderr.write("\n");
for (const order of report.orders) console.log(line(order));
if (report.finished) {
  await state.remove();
  const exported = ({ outcome }) => outcome === "exported" || outcome === "already_exported";
  process.exitCode = report.orders.every(exported) ? 0 : 1;
} else {
  console.error(`not finished: run it again to go on from ${stateFile}`);
  process.exitCode = 2;
}

/** As one JSON array, each order as it stands in its file: what is wrong with one is reported beside the others. */
async function readOrders(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return `[${await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")))}]`;
}

function show({ total, done, current }) {
  process.stderr.write(`\r${done}/${total} ${(current ?? "").padEnd(20)}`);
}

function line({ order, outcome, document, payments, faults, refusal }) {
  const words = [order, outcome];
  if (document !== undefined) words.push(`${document.kind} ${document.number}`);
  words.push(...payments.map(({ amount, state }) => `payment of ${amount} ${state}`));
  words.push(...faults.map(({ message }) => message));
  if (refusal !== undefined) words.push(`${refusal.message} (${refusal.netvisor_text})`);
  return words.join("  ");
}
