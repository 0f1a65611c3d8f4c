import * as glue from "../build/orders.js";
import { Engine, type WasmSource } from "./engine.js";

/** @internal Documents, signing, replies and exports. */
export const ordersEngine = new Engine(glue, "netvisor-orders");

/**
 * Loads what this entry point exports. Browsers, bundlers and workers await this once before anything else; Node needs it
 * not, but may call it. Further calls do nothing.
 */
export function initAsync(source?: WasmSource): Promise<void> {
  return ordersEngine.initAsync(source);
}
