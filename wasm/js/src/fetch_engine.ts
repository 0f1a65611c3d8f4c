import * as glue from "../build/fetch.js";
import { Engine, type WasmSource } from "./engine.js";

/** @internal Fetches, rights and matching. */
export const fetchEngine = new Engine(glue, "netvisor-orders/fetch", "initAsync");

/**
 * Loads what this entry point exports; what it needs of `netvisor-orders` is loaded by the `initAsync` there. Browsers, bundlers
 * and workers await both once before anything else; Node needs it not, but may call it. Further calls do nothing.
 */
export function initAsync(source?: WasmSource): Promise<void> {
  return fetchEngine.initAsync(source);
}
