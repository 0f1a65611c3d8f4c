// What the benchmarks of every language measure: the orders, settings and credentials that the native benchmark has written
// to the folder NETVISOR_ORDERS_BENCH_CASE (`cargo xtask bench` does both).

import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.NETVISOR_ORDERS_BENCH_CASE;
if (folder === undefined) throw new Error("NETVISOR_ORDERS_BENCH_CASE names no folder");
const read = (name) => readFileSync(join(folder, name), "utf8");

/** A canonical order with this many lines, as JSON text. */
export const orderJson = (lines) => read(`order-${lines}.json`);

/** Settings by which an order becomes one document. */
export const settingsObject = JSON.parse(read("settings.json"));

export const connectionObject = JSON.parse(read("connection.json"));
