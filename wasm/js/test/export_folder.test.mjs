// examples/export_folder.mjs against the simulator: to its end, and stopped by Ctrl-C in the middle.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import { assertExactlyOnce, orders } from "../testing/orders.mjs";
import { Simulator } from "../testing/simulator.mjs";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const exported = orders(40);

let simulator;
let folder;

before(async () => (simulator = await Simulator.start()));
after(() => simulator.stop());
beforeEach(async () => {
  await simulator.control("reset");
  folder = mkdtempSync(join(tmpdir(), "netvisor-orders-"));
  mkdirSync(join(folder, "orders"));
  for (const order of exported) writeFileSync(join(folder, "orders", `${order.number}.json`), JSON.stringify(order));
});
afterEach(() => rmSync(folder, { recursive: true }));

const state = () => join(folder, "state");

function start() {
  const args = ["export_folder.mjs", "connection.json", join(folder, "orders"), state(), simulator.url];
  const child = spawn(process.execPath, args, { cwd: examples });
  const result = Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { child, result: result.then(([stdout, stderr, [status, signal]]) => ({ stdout, stderr, status, signal })) };
}

test("a folder is exported, and what is wrong is told beside it", { timeout: 60_000 }, async () => {
  const wrong = { ...exported[0], number: "wrong", total: "0.01" };
  writeFileSync(join(folder, "orders", "wrong.json"), JSON.stringify(wrong));
  const { stdout, stderr, status } = await start().result;
  assert.equal(status, 1, stderr);
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.length, 41);
  assert.equal(lines[0], `20000  exported  invoice 20000  payment of ${exported[0].total} recorded`);
  assert.equal(lines[1], "20001  exported  invoice 20001");
  assert.match(lines[40], /^wrong  rejected  .*total/);
  assert.match(stderr, /\r41\/41 +\n$/);
  assertExactlyOnce(await simulator.state(), exported);
  assert.ok(!existsSync(state()));
});

test("Ctrl-C stops it with its state kept, from which it goes on", { timeout: 60_000 }, async () => {
  const first = start();
  let shown = "";
  first.child.stderr.on("data", (data) => {
    shown += data;
    if (/\r20\/40 /.test(shown) && !first.child.killed) first.child.kill("SIGINT");
  });
  const stopped = await first.result;
  assert.deepEqual([stopped.status, stopped.signal], [2, null], stopped.stderr);
  assert.match(stopped.stderr, /not finished: run it again/);
  assert.match(stopped.stdout, /^20000  exported[^]*20039  pending$/m);
  const made = (await simulator.state()).documents.length;
  assert.ok(made >= 20 && made < 40, `${made} documents`);
  assert.ok(existsSync(state()));

  const { stdout, stderr, status } = await start().result;
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^20039  exported/m);
  assertExactlyOnce(await simulator.state(), exported);
});
