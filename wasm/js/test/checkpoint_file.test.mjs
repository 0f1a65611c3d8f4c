import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { OrderExport, Settings } from "netvisor-orders";
import { StockFetch } from "netvisor-orders/fetch";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

import { choices, orders } from "../testing/orders.mjs";

const settings = new Settings(choices);
const [first, second] = [2, 1].map((count) => new OrderExport(orders(count), settings).checkpoint());

let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), "netvisor-orders-"))));
after(() => rmSync(folder, { recursive: true }));

test("resumes what was stored last, and shows it to its owner alone", async () => {
  const file = new CheckpointFile(join(folder, "state"));
  assert.equal(await file.resume(settings), undefined);
  const { store } = file;
  await store(first);
  await store(second);
  assert.equal((await file.resume(settings)).checkpoint(), second);
  assert.equal(statSync(file.path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder), ["state"]);
  await file.remove();
  await file.remove();
  assert.equal(await file.resume(settings), undefined);
});

test("resumes a fetch as what it is", async () => {
  const file = new CheckpointFile(join(folder, "stock"));
  assert.equal(await file.resume(settings, StockFetch), undefined);
  const checkpoint = new StockFetch({ reserved: "subtract" }, settings).checkpoint();
  await file.store(checkpoint);
  const resumed = await file.resume(settings, StockFetch);
  assert.ok(resumed instanceof StockFetch);
  assert.equal(resumed.checkpoint(), checkpoint);
  await assert.rejects(file.resume(settings), { kind: "checkpoint", code: "checkpoint_invalid" });
});

test("leaves the one stored before where it cannot store", async () => {
  const file = new CheckpointFile(join(folder, "kept"));
  await file.store(first);
  mkdirSync(`${file.path}.new`);
  await assert.rejects(file.store(second), { code: "EISDIR" });
  assert.equal((await file.resume(settings)).checkpoint(), first);
});

test("tells what is wrong with the file", async () => {
  await assert.rejects(new CheckpointFile(join(folder, "none/state")).store(first), { code: "ENOENT" });
  await assert.rejects(new CheckpointFile(folder).resume(settings), { code: "EISDIR" });
  const cut = new CheckpointFile(join(folder, "cut"));
  writeFileSync(cut.path, first.slice(0, -1));
  await assert.rejects(cut.resume(settings), { kind: "checkpoint", code: "checkpoint_invalid" });
});
