// Order JSON text in, XML and signed headers out: microseconds per order.

import { Connection, preview, Settings } from "../js/dist/index.mjs";

import { connectionObject, orderJson, settingsObject } from "./order.mjs";

// Short rounds, and the best of many: a round that other work on the machine disturbed does not count.
const ROUNDS = 300;
const ROUND_MS = 4;
const WARM_UP_MS = 500;

const settings = new Settings(settingsObject);
const connection = new Connection(connectionObject);

for (const lines of [5, 50, 500]) {
  const text = orderJson(lines);
  const object = JSON.parse(text);
  const request = preview(text, settings).documents[0].request;
  const export_ = (order) => {
    for (const document of preview(order, settings).documents) connection.sign(document.request, 1767323045000, "tx-1");
  };
  const cases = {
    "text to signed": () => export_(text),
    "object to signed": () => export_(object),
    "preview alone": () => preview(text, settings),
    "sign alone": () => connection.sign(request, 1767323045000, "tx-1"),
  };
  for (const [name, operation] of Object.entries(cases)) {
    console.log(`wasm ${String(lines).padStart(3)} lines, ${name.padEnd(16)} ${best(operation).toFixed(2)} µs`);
  }
}

/** Microseconds per call. */
function best(operation) {
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) operation();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    let calls = 0;
    for (; performance.now() - start < ROUND_MS; calls++) operation();
    return ((performance.now() - start) * 1000) / calls;
  });
  return Math.min(...rounds);
}
