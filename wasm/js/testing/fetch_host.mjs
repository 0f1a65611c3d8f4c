// A host process, for the test that kills it: `node fetch_host.mjs URL FOLDER`.
//
// It fetches the catalogue, or goes on from FOLDER/state, and keeps each product in FOLDER/products. It writes a line before
// and after everything it does, and in the end the report into FOLDER/report.json.

import { mkdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

import { fetchSender, run, Settings } from "netvisor-orders";
import { CatalogueFetch } from "netvisor-orders/fetch";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

import { fastClock } from "./fast_clock.mjs";
import { connectionTo } from "./simulator.mjs";

const [url, folder] = process.argv.slice(2);
const products = join(folder, "products");
mkdirSync(products, { recursive: true });
const settings = new Settings();
const file = new CheckpointFile(join(folder, "state"));
const fetch = (await file.resume(settings, CatalogueFetch)) ?? new CatalogueFetch({ source: "extended", groups: false }, settings);

const step = () => writeSync(1, "step\n");
const sending = fetchSender();
const send = (request) => {
  step();
  return sending(request);
};
const deliver = (batch) => {
  step();
  for (const product of batch.products) writeFileSync(join(products, `${product.netvisor_key}`), product.code);
  step();
};
const store = async (checkpoint) => {
  await file.store(checkpoint);
  step();
};
const report = await run(fetch, connectionTo(url), { send, store, deliver, ...fastClock() });
writeFileSync(join(folder, "report.json"), JSON.stringify(report));
