import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { CheckpointFile } from "netvisor-orders/checkpoint-file";

let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), "netvisor-orders-"))));
after(() => rmSync(folder, { recursive: true }));

test("gives what was stored last, to its owner alone", async () => {
  const file = new CheckpointFile(join(folder, "state"));
  assert.equal(await file.load(), undefined);
  const { store } = file;
  await store("a long first one, ä");
  await store("second ä");
  assert.equal(await file.load(), "second ä");
  assert.equal(statSync(file.path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder), ["state"]);
  await file.remove();
  await file.remove();
  assert.equal(await file.load(), undefined);
});

test("leaves the one stored before where it cannot store", async () => {
  const file = new CheckpointFile(join(folder, "kept"));
  await file.store("first");
  mkdirSync(`${file.path}.new`);
  await assert.rejects(file.store("second"), { code: "EISDIR" });
  assert.equal(await file.load(), "first");
});

test("tells that a folder is missing or that a file cannot be read", async () => {
  await assert.rejects(new CheckpointFile(join(folder, "none/state")).store("x"), { code: "ENOENT" });
  await assert.rejects(new CheckpointFile(folder).load(), { code: "EISDIR" });
});
