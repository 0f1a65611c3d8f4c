// The same as one_invoice.mjs with `require`.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const { Connection, preview, Settings } = require("../js/dist/index.cjs");

const read = (name) => readFileSync(join(process.env.NETVISOR_ORDERS_BENCH_CASE, name));
const [{ request }] = preview(read("order-5.json"), new Settings(read("settings.json"))).documents;
new Connection(read("connection.json")).sign(request, 1767323045000, "tx-1");
