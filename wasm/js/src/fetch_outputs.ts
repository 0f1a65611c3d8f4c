// What a fetch gives: what to do next, how far it has come, and what it came to.

import type { Finished, Send, Trouble, Wait } from "./outputs.js";
import type { Fault } from "./types.js";

/** What the host of a fetch is to do next. */
export type FetchOutput<Batch, Result> = Send | Wait | HandedOut<Batch> | Finished<FetchReport<Result>>;

/**
 * Something to be kept; the checkpoint is to be stored only after that. It may come again after a crash, so it is kept by its
 * NetvisorKeys.
 */
export interface HandedOut<Batch> {
  readonly kind: "batch";
  readonly batch: Batch;
}

/** How far a fetch has come. */
export interface FetchProgress {
  /** How many things there are; `null` until that is known. */
  readonly total: number | null;
  /** How many have been handed out. */
  readonly done: number;
}

/** What became of a fetch. */
export interface FetchReport<Result> {
  /** Whether everything was fetched and handed out. */
  readonly finished: boolean;
  /** How many requests were given to the host. */
  readonly requests: number;
  /** Why it ended before that, if it did. */
  readonly stopped?: Trouble;
  /** What the host should know. */
  readonly notes: readonly Fault[];
  readonly result: Result;
}
