// examples/fetch_stock.mjs against the simulator: everything, then what has changed.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import { Simulator } from "../testing/simulator.mjs";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));

let simulator;
let folder;

before(async () => {
  simulator = await Simulator.start();
  folder = mkdtempSync(join(tmpdir(), "netvisor-orders-"));
});
after(() => {
  simulator.stop();
  rmSync(folder, { recursive: true });
});

const stock = () => JSON.parse(readFileSync(join(folder, "stock.json"), "utf8"));

async function fetchStock() {
  const args = ["fetch_stock.mjs", "connection.json", join(folder, "stock.json"), join(folder, "state"), simulator.url];
  const child = spawn(process.execPath, args, { cwd: examples });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { stdout, stderr, status };
}

test("the stock is fetched into a file, and then what has changed", { timeout: 60_000 }, async () => {
  const [first, second] = await simulator.stock(1_200);
  const all = await fetchStock();
  assert.equal(all.status, 0, all.stderr);
  assert.match(all.stdout, /^1200 products, 1200 in /);
  assert.deepEqual(stock().products[second], { code: "SKU1", quantity: "1" });
  assert.ok(!existsSync(join(folder, "state")));

  await simulator.control("stock", { product_key: first, warehouse: "Turku", on_hand: "4,5" });
  const changed = await fetchStock();
  assert.equal(changed.status, 0, changed.stderr);
  assert.match(changed.stdout, /^\d+ products, 1200 in /);
  assert.deepEqual(stock().products[first], { code: "SKU0", quantity: "4.5" });
});

test("a right that is missing is told by its name", { timeout: 60_000 }, async () => {
  await simulator.control("permissions", { resource: "inventorybywarehouse.nv", allowed: false });
  const { stderr, status } = await fetchStock();
  assert.equal(status, 1, stderr);
  assert.match(stderr, /VARASTOTAPAHTUMAT/);
});
