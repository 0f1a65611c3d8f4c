// What the package exports, on every platform.

/// <reference lib="esnext.disposable" preserve="true" />

export { preview, readOrder, readReply, version } from "./operations.js";
export { Connection } from "./connection.js";
export { run, type FetchRunOptions, type HostOptions, type RunOptions, type StopSignal } from "./driver.js";
export { fetchSender, type Answer, type FetchOptions, type Sender } from "./sender.js";
export { initAsync, type WasmSource } from "./engine.js";
export { NetvisorOrdersError } from "./error.js";
export { OrderExport } from "./order_export.js";
export type { Fetch } from "./fetch.js";
export type { Machine } from "./machine.js";
export { Settings } from "./settings.js";
export * from "./catalogue_fetch.js";
export * from "./document_fetch.js";
export * from "./matching.js";
export * from "./number_plan.js";
export * from "./permissions.js";
export * from "./setup_check.js";
export * from "./stock_fetch.js";
export type * from "./types.js";
