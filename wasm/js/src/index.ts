// What the package exports, on every platform.

/// <reference lib="esnext.disposable" preserve="true" />

export { Connection, preview, readOrder, readReply, Settings, version } from "./operations.js";
export { initAsync, type WasmSource } from "./engine.js";
export { NetvisorOrdersError } from "./error.js";
export type * from "./types.js";
