import { attempt, jsonBytes } from "./crossing.js";
import { fetchEngine } from "./fetch_engine.js";
import { Machine, resumed } from "./machine.js";
import { type Settings, settingsHandle } from "./settings.js";
import type { FetchOutput, FetchProgress, FetchReport, Json } from "./types.js";

/**
 * What every fetch has in common: it asks Netvisor step by step, changes nothing there, and hands out what it gets in
 * batches.
 *
 * The options are read when it begins; a merchant's settings give the language of messages and the time after which it gives
 * up.
 */
export abstract class Fetch<Batch, Result> extends Machine<
  FetchOutput<Batch, Result>,
  FetchProgress,
  FetchReport<Result>
> {
  /** @internal */
  constructor(kind: string, options: Json<object>, settings: Settings) {
    super(attempt(() => fetchEngine.use().Machine.fetch(kind, jsonBytes(options), settingsHandle(settings, fetchEngine))));
  }
}

/** @internal */
export function resumedFetch<F>(
  type: abstract new (...args: never) => F,
  kind: string,
  checkpoint: string,
  settings: Settings,
): F {
  return resumed(type, checkpoint, (text) => fetchEngine.use().Machine.resumeFetch(kind, text, settingsHandle(settings, fetchEngine)));
}
