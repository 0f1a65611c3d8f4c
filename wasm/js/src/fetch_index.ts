// What `netvisor-orders/fetch` exports, on every platform: what reads Netvisor's registers, and what a merchant asks before the
// first export. `run`, `Settings`, `Connection` and the errors come from `netvisor-orders`.

/// <reference lib="esnext.disposable" preserve="true" />

export { initAsync } from "./fetch_engine.js";
export type { WasmSource } from "./engine.js";
export type { Fetch } from "./fetch.js";
export * from "./catalogue_fetch.js";
export * from "./document_fetch.js";
export * from "./matching.js";
export * from "./number_plan.js";
export * from "./permissions.js";
export * from "./setup_check.js";
export * from "./stock_fetch.js";
