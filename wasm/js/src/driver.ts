// Drives an export or a fetch over the host's HTTP client. Nothing is decided here: the machine says what is to be done.

import type { Connection } from "./connection.js";
import type { Fetch } from "./fetch.js";
import type { Machine } from "./machine.js";
import type { OrderExport } from "./order_export.js";
import { fetchSender, type Sender } from "./sender.js";
import type { FetchOutput, FetchProgress, FetchReport, Output, Progress, Report, Send, SignedRequest } from "./types.js";

/** How to ask a run to stop: an `AbortSignal`. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What `run` can be given by its host. */
export interface HostOptions<P> {
  /**
   * Keeps the checkpoint, from which `resume` goes on, whatever ends this process. Called before each request that changes
   * something in Netvisor, after each batch that was delivered, before each wait, and at the end. The text must be on the disk
   * when it returns, or when its promise is fulfilled; where it throws, nothing is sent and `run` throws the same.
   */
  readonly store?: (checkpoint: string) => unknown;
  /**
   * Sends a request; `fetchSender()` when not given. What it throws goes to `onSendError`, and Netvisor is then asked
   * whether it got the request.
   */
  readonly send?: Sender;
  /** Stops the run after the request under way, and at once while it waits: it is unfinished then. */
  readonly signal?: StopSignal;
  /**
   * The longest wait, in milliseconds; a longer one ends the run, unfinished. Waits are minutes long and come when Netvisor
   * cannot be reached or an answer was lost: a web request gives 0, and resumes the checkpoint in a later one.
   */
  readonly maxWaitMs?: number;
  /** Called before each request and each wait, after each batch that was delivered, and at the end. */
  readonly onProgress?: (progress: P) => void;
  /** Called with what `send` threw; writes it to `console.error` when not given. */
  readonly onSendError?: (error: unknown) => void;
  /** For tests: the time now, in milliseconds since 1970. Requests are always signed with the real time. */
  readonly clock?: () => number;
  /** For tests: waits so many milliseconds, or until the signal is aborted. */
  readonly sleep?: (ms: number, signal: StopSignal | undefined) => Promise<void>;
}

/** What `run` needs of the host of an export. */
export interface RunOptions extends HostOptions<Progress> {
  readonly store: (checkpoint: string) => unknown;
}

/** What `run` needs of the host of a fetch. Without `store`, one that is interrupted has to be begun again. */
export interface FetchRunOptions<Batch> extends HostOptions<FetchProgress> {
  /**
   * Keeps what was fetched; it must be kept when it returns, or when its promise is fulfilled. Where it throws, `run` throws
   * the same, and the next run of the same object delivers the batch again. After a crash, batches may come again too: keep
   * things by their NetvisorKeys.
   */
  readonly deliver: (batch: Batch) => unknown;
}

type Driven = Machine<Output | FetchOutput<unknown, unknown>, unknown, unknown>;

/** The longest sleep at a time: a computer that was asleep in between sees soon that the wait is over. */
const MINUTE = 60_000;

/** Being run, which two cannot do at once. */
const underWay = new WeakSet<Driven>();

/** What was handed out and could not be delivered, which nothing would hand out again. */
const undelivered = new WeakMap<Driven, unknown>();

/**
 * Exports the orders, and tells what has become of them; `finished` in the report tells whether each has ended. If not, the
 * stored checkpoint is what to go on from.
 *
 * @throws What `store` and `onProgress` throw; `NetvisorOrdersError` where a request cannot be signed; `Error` for an export
 *   that is run twice at once, or of which a request given out elsewhere still awaits its answer.
 */
export function run(orderExport: OrderExport, connection: Connection, options: RunOptions): Promise<Report>;
/** Finds out something that is there in the end, handing out nothing on the way. Throws as for an export. */
export function run<Result>(
  fetch: Fetch<never, Result>,
  connection: Connection,
  options?: HostOptions<FetchProgress>,
): Promise<FetchReport<Result>>;
/**
 * Fetches, delivering each batch before the checkpoint that is past it is stored. `finished` in the report tells whether that
 * was all. If not, the stored checkpoint is what to go on from.
 *
 * @throws What `deliver` throws, and as for an export.
 */
export function run<Batch, Result>(
  fetch: Fetch<Batch, Result>,
  connection: Connection,
  options: FetchRunOptions<Batch>,
): Promise<FetchReport<Result>>;
export async function run(
  machine: Driven,
  connection: Connection,
  options: HostOptions<never> & { readonly deliver?: (batch: never) => unknown } = {},
): Promise<unknown> {
  if (underWay.has(machine)) throw new Error("it is being run already");
  underWay.add(machine);
  try {
    await drive(machine, connection, options as HostOptions<unknown> & Partial<FetchRunOptions<unknown>>);
    return machine.report();
  } finally {
    underWay.delete(machine);
  }
}

async function drive(
  machine: Driven,
  connection: Connection,
  options: HostOptions<unknown> & { readonly deliver?: (batch: unknown) => unknown },
): Promise<void> {
  const { store, deliver, send = fetchSender(), signal, maxWaitMs = Infinity, onProgress } = options;
  const { onSendError = tell, clock = Date.now, sleep = sleepUntilStopped } = options;

  const prepare = async ({ id, must_checkpoint, request }: Send): Promise<SignedRequest> => {
    try {
      onProgress?.(machine.progress());
      if (must_checkpoint) {
        if (store === undefined) throw new TypeError("run must be given store, which keeps the checkpoint of an export");
        await store(machine.checkpoint());
      }
      return connection.sign(request, Date.now(), crypto.randomUUID());
    } catch (error) {
      // Certain, since nothing has been sent. It can go on from here.
      machine.handleNoReply(id, "not_connected");
      throw error;
    }
  };

  const exchange = async ({ id }: Send, request: SignedRequest): Promise<void> => {
    try {
      const answer = await send(request);
      if ("noReply" in answer) machine.handleNoReply(id, answer.noReply);
      else machine.handleReply(id, answer.status, answer.body);
    } catch (error) {
      machine.handleNoReply(id, "connection_lost");
      onSendError(error);
    }
  };

  /** Delivers what was handed out; only then may a checkpoint be stored. */
  const handOver = async (): Promise<void> => {
    if (deliver === undefined) throw new TypeError("run must be given deliver, which keeps what is fetched");
    await deliver(undelivered.get(machine));
    undelivered.delete(machine);
    await store?.(machine.checkpoint());
    onProgress?.(machine.progress());
  };

  /** Whether it has waited until then, or was stopped. */
  const wait = async (until: number): Promise<boolean> => {
    if (until - clock() > maxWaitMs) return false;
    await store?.(machine.checkpoint());
    for (let left = until - clock(); left > 0 && !signal?.aborted; left = until - clock()) {
      await sleep(Math.min(left, MINUTE), signal);
    }
    return true;
  };

  if (undelivered.has(machine)) await handOver();
  while (!signal?.aborted) {
    const output = machine.pollOutput(clock());
    if (output.kind === "send") {
      await exchange(output, await prepare(output));
      continue;
    }
    if (output.kind === "batch") {
      undelivered.set(machine, output.batch);
      await handOver();
      continue;
    }
    if (output.kind === "wait" && output.reason === "in_flight") {
      throw new Error("a request given out earlier still awaits its answer: hand it in, or resume the checkpoint");
    }
    onProgress?.(machine.progress());
    if (output.kind === "done" || !(await wait(output.until))) break;
  }
  await store?.(machine.checkpoint());
}

/** In one line: a client's own error object may hold all of the request. */
function tell(error: unknown): void {
  console.error(`netvisor-orders: sending failed, and Netvisor will be asked again: ${String(error)}`);
}

function sleepUntilStopped(ms: number, signal: StopSignal | undefined): Promise<void> {
  return new Promise((wake) => {
    const stop = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      wake();
    };
    const timer = setTimeout(stop, ms);
    signal?.addEventListener("abort", stop);
  });
}
