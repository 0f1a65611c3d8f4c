// examples/send.mjs against the simulator.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Simulator } from "../testing/simulator.mjs";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));

test("an order reaches the simulator", { timeout: 60_000 }, async () => {
  const simulator = await Simulator.start();
  try {
    const args = ["send.mjs", "connection.json", "order.json", simulator.url];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: examples });
    assert.match(stdout, /^customer: \d+\n(product: \d+\n)+sales_invoice: \d+\nsales_payment: \S+\n$/);
    const state = await simulator.state();
    assert.ok(state.customers.some(({ code }) => code === "881"));
    assert.equal(state.documents.length, 1);
    assert.equal(state.payments.length, 1);
  } finally {
    simulator.stop();
  }
});
