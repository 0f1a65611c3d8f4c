// `netvisor-orders/fetch` in browsers, bundlers and workers, with a .wasm file and an `initAsync()` of its own.

import { fetchEngine } from "./fetch_engine.js";

fetchEngine.runOn({
  // Bundlers look for exactly this expression to carry the file along.
  address: () => new URL("./netvisor_fetch.wasm", import.meta.url),
  read: (address) => fetch(address),
});

export * from "./fetch_index.js";
