// What `netvisor-orders` exports, on every platform: orders become documents and are exported.

/// <reference lib="esnext.disposable" preserve="true" />

export { preview, readOrder, readReply, version } from "./operations.js";
export { Connection } from "./connection.js";
export { run, type FetchRunOptions, type HostOptions, type RunOptions, type StopSignal } from "./driver.js";
export { fetchSender, type Answer, type FetchOptions, type Sender } from "./sender.js";
export { initAsync } from "./orders_engine.js";
export { initExportAsync } from "./export_engine.js";
export type { WasmSource } from "./engine.js";
export { NetvisorOrdersError } from "./error.js";
export { OrderExport } from "./order_export.js";
export type { Fetch } from "./fetch.js";
export type { Machine } from "./machine.js";
export { Settings } from "./settings.js";
export type * from "./types.js";
