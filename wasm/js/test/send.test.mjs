// examples/send.mjs against the simulator. `cargo xtask test node` builds it and says where it is.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));

test("an order reaches the simulator", { timeout: 60_000 }, async () => {
  const program = process.env.NETVISOR_SIMULATOR;
  assert.ok(program, "NETVISOR_SIMULATOR must name the simulator's program");
  const simulator = spawn(program, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [line] = await once(createInterface(simulator.stdout), "line");
    const [address] = line.match(/http:\S+/);
    const args = ["send.mjs", "connection.json", "order.json", address];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: examples });
    assert.match(stdout, /^customer: \d+\n(product: \d+\n)+sales_invoice: \d+\nsales_payment: \S+\n$/);
    const state = await (await fetch(`${address}/_state`)).json();
    assert.ok(state.customers.some(({ code }) => code === "881"));
    assert.equal(state.documents.length, 1);
    assert.equal(state.payments.length, 1);
  } finally {
    simulator.kill();
  }
});
