import * as glue from "../build/orders.js";
import { Engine, type WasmSource } from "./engine.js";

/** @internal Orders, their documents, and signing. */
export const ordersEngine = new Engine(glue, "netvisor-orders", "initAsync");

/**
 * Loads what this entry point exports, but for `OrderExport` and `readReply`: those have `initExportAsync()`. Browsers, bundlers and
 * workers await this once before anything else; Node needs it not, but may call it. Further calls do nothing.
 */
export function initAsync(source?: WasmSource): Promise<void> {
  return ordersEngine.initAsync(source);
}
