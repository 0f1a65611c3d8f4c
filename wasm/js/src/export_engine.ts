import * as glue from "../build/export.js";
import { Engine, type WasmSource } from "./engine.js";

/** @internal Exports and replies. */
export const exportEngine = new Engine(glue, "netvisor-orders", "initExportAsync");

/**
 * Loads what `OrderExport` and `readReply` need beyond `initAsync()`. Browsers, bundlers and workers that use them await both once
 * before anything else; Node needs it not, but may call it. Further calls do nothing.
 */
export function initExportAsync(source?: WasmSource): Promise<void> {
  return exportEngine.initAsync(source);
}
