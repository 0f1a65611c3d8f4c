// The memory of a module, which never shrinks, does not grow with the number of fetches.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Of the module that was made last, which is that of the fetches: each is made on first use. */
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    memory = this.exports.memory;
  }
};
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const { Settings } = await import("netvisor-orders");
const { StockFetch } = await import("netvisor-orders/fetch");

const settings = new Settings();
const products = Array.from({ length: 5_000 }, (_, index) => {
  const warehouse = "<Warehouse><NetvisorKey>1</NetvisorKey><Name>Tampere</Name><InventoryAmount>1</InventoryAmount></Warehouse>";
  return `<Product><NetvisorKey>${index + 1}</NetvisorKey><ProductName>Tuote ${index}</ProductName>${warehouse}</Product>`;
});
const reply = new TextEncoder().encode(
  `<Root><ResponseStatus><Status>OK</Status></ResponseStatus><InventoryByWarehouse>${products.join("")}</InventoryByWarehouse></Root>`,
);

/** Fetches the list, and hands out half of it. */
function half() {
  const fetch = new StockFetch({}, settings);
  fetch.handleReply(fetch.pollOutput(0).id, 200, reply);
  assert.equal(fetch.pollOutput(0).batch.products.length, 1_000);
  assert.equal(fetch.progress().total, products.length);
  return fetch;
}

test("fetches that are freed give their memory back", () => {
  half().free();
  const once = memory.buffer.byteLength;
  for (let count = 0; count < 50; count += 1) {
    half().free();
  }
  assert.equal(memory.buffer.byteLength, once);
});

test("fetches that are dropped give it back when they are collected", async () => {
  const before = memory.buffer.byteLength;
  for (let count = 0; count < 50; count += 1) {
    half();
    collect();
    await setImmediate();
  }
  // A few may wait for the collector; fifty would take far more.
  assert.ok(memory.buffer.byteLength <= 2 * before, `${memory.buffer.byteLength} bytes, ${before} before`);
});
