// The compiled core: loaded once, on first use where that can be done synchronously (Node), else by initAsync().

import * as glue from "../build/glue.js";

/** @internal What differs between Node and the rest: where the .wasm file is, and whether it can be read at once. */
export interface Platform {
  /** The address of the .wasm file for `initAsync()` without a source. */
  address(): URL;
  /** The bytes of the .wasm file, or a throw that says to call `initAsync()` first. */
  readNow(): Uint8Array;
  /** The bytes of the .wasm file, or what they can be compiled from. */
  read(address: URL): Promise<Uint8Array | Response>;
}

let platform: Platform | undefined;
let loading: Promise<void> | undefined;
let loaded = false;

/** @internal Called once by the entry point of each platform. */
export function setPlatform(chosen: Platform): void {
  platform = chosen;
}

/** @internal The core, loaded if it is not yet. */
export function engine(): typeof glue {
  if (!loaded) {
    glue.initSync({ module: entry().readNow() as BufferSource });
    loaded = true;
  }
  return glue;
}

/**
 * Where to get the .wasm file, when not from its place in this package: its address (a relative one starts from the
 * library's own file), its bytes (an `ArrayBuffer` or a view of one), or a compiled `WebAssembly.Module` (for platforms
 * that compile at deployment).
 */
export type WasmSource = string | object;

/**
 * Loads the library. Browsers, bundlers and workers await this once before anything else; Node needs it not, but may
 * call it. Further calls do nothing.
 */
export function initAsync(source?: WasmSource): Promise<void> {
  if (loaded) return Promise.resolve();
  loading ??= load(source).catch((error: unknown) => {
    // A failed download must not be remembered: the next call tries again.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(source: WasmSource | undefined): Promise<void> {
  const given = source ?? entry().address();
  const module_or_path =
    typeof given === "string" || given instanceof URL ? await entry().read(new URL(given, entry().address())) : given;
  if (loaded) return;
  await glue.default({ module_or_path: module_or_path as BufferSource });
  loaded = true;
}

function entry(): Platform {
  if (platform === undefined) throw new Error("netvisor-orders was imported by a file that is no entry point");
  return platform;
}
