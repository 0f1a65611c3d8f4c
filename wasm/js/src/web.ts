// `netvisor-orders` in browsers, bundlers and workers: the .wasm files come over the network, so `initAsync()` is awaited once, and
// `initExportAsync()` by those who export.

import { exportEngine } from "./export_engine.js";
import { ordersEngine } from "./orders_engine.js";

ordersEngine.runOn({
  // Bundlers look for exactly this expression to carry the file along.
  address: () => new URL("./netvisor_orders.wasm", import.meta.url),
  read: (address) => fetch(address),
});

exportEngine.runOn({
  address: () => new URL("./netvisor_export.wasm", import.meta.url),
  read: (address) => fetch(address),
});

export * from "./index.js";
