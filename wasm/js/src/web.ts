// Entry point for browsers, bundlers and workers: the .wasm file comes over the network, so `initAsync()` is awaited once.

import { setPlatform } from "./engine.js";

setPlatform({
  // Bundlers look for exactly this expression to carry the file along.
  address: () => new URL("./netvisor_orders.wasm", import.meta.url),
  readNow() {
    throw new Error("netvisor-orders is not loaded yet: `await initAsync()` once before using it");
  },
  read: (address) => fetch(address),
});

export * from "./index.js";
