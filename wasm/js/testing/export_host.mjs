// A host process, for the tests that kill it: `node export_host.mjs URL ORDERS STATE REPORT`.
//
// Once a line comes on its standard input it exports ORDERS, or goes on from STATE. It writes a line before each request (`look` or `change`), and in the end the report
// into the file REPORT.

import { once } from "node:events";
import { readFileSync, writeFileSync, writeSync } from "node:fs";

import { fetchSender, OrderExport, run, Settings } from "netvisor-orders";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

import { fastClock } from "./fast_clock.mjs";
import { choices } from "./orders.mjs";
import { connectionTo } from "./simulator.mjs";

const [url, orders, state, report] = process.argv.slice(2);
const settings = new Settings(choices);
await once(process.stdin, "data");
process.stdin.destroy();
const file = new CheckpointFile(state);
const orderExport = (await file.resume(settings)) ?? new OrderExport(readFileSync(orders), settings);

const fetching = fetchSender();
const send = (request) => {
  writeSync(1, request.method === "POST" ? "change\n" : "look\n");
  return fetching(request);
};
// It really waits twice as long as requests are late at that simulator.
const result = await run(orderExport, connectionTo(url), { send, store: file.store, ...fastClock(100) });
writeFileSync(report, JSON.stringify(result));
