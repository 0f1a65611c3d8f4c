// `netvisor-orders` in browsers, bundlers and workers: the .wasm file comes over the network, so `initAsync()` is awaited once.

import { ordersEngine } from "./orders_engine.js";

ordersEngine.runOn({
  // Bundlers look for exactly this expression to carry the file along.
  address: () => new URL("./netvisor_orders.wasm", import.meta.url),
  read: (address) => fetch(address),
});

export * from "./index.js";
