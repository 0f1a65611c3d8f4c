// What cold_start.mjs measures: a process that loads the library, and builds and signs one invoice.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Connection, preview, Settings } from "../js/dist/index.mjs";

const read = (name) => readFileSync(join(process.env.NETVISOR_ORDERS_BENCH_CASE, name));
const [{ request }] = preview(read("order-5.json"), new Settings(read("settings.json"))).documents;
new Connection(read("connection.json")).sign(request, 1767323045000, "tx-1");
