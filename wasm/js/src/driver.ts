// Drives an export over the host's HTTP client. Nothing about orders is decided here: the export says what is to be done.

import type { Connection } from "./connection.js";
import type { OrderExport } from "./order_export.js";
import { fetchSender, type Sender } from "./sender.js";
import type { Progress, Report, Send, SignedRequest } from "./types.js";

/** How to ask a running export to stop: an `AbortSignal`. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What `run` needs of its host. */
export interface RunOptions {
  /**
   * Keeps the checkpoint, from which `OrderExport.resume` goes on, whatever ends this process. Called before each request that
   * changes something in Netvisor, before each wait, and at the end. The text must be on the disk when it returns, or when
   * its promise is fulfilled; where it throws, nothing is sent and `run` throws the same.
   */
  readonly store: (checkpoint: string) => unknown;
  /**
   * Sends a request; `fetchSender()` when not given. What it throws goes to `onSendError`, and Netvisor is then asked
   * whether it got the request.
   */
  readonly send?: Sender;
  /** Stops the run after the request under way, and at once while it waits: the export is unfinished then. */
  readonly signal?: StopSignal;
  /**
   * The longest wait, in milliseconds; a longer one ends the run, the export unfinished. Waits are minutes long and come when
   * Netvisor cannot be reached or an answer was lost: a web request gives 0, and resumes the checkpoint in a later one.
   */
  readonly maxWaitMs?: number;
  /** Called before each request and each wait, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called with what `send` threw; writes it to `console.error` when not given. */
  readonly onSendError?: (error: unknown) => void;
  /** For tests: the time now, in milliseconds since 1970. Requests are always signed with the real time. */
  readonly clock?: () => number;
  /** For tests: waits so many milliseconds, or until the signal is aborted. */
  readonly sleep?: (ms: number, signal: StopSignal | undefined) => Promise<void>;
}

/** The longest sleep at a time: a computer that was asleep in between sees soon that the wait is over. */
const MINUTE = 60_000;

/**
 * Exports the orders, and tells what has become of them; `finished` in the report tells whether each has ended. If not, the
 * stored checkpoint is what to go on from.
 *
 * @throws What `store` and `onProgress` throw; `NetvisorOrdersError` where a request cannot be signed; `Error` for an export
 *   of which a request given out elsewhere still awaits its answer.
 */
export async function run(orderExport: OrderExport, connection: Connection, options: RunOptions): Promise<Report> {
  const { store, send = fetchSender(), signal, maxWaitMs = Infinity, onProgress } = options;
  const { onSendError = tell, clock = Date.now, sleep = sleepUntilStopped } = options;

  const prepare = async ({ id, must_checkpoint, request }: Send): Promise<SignedRequest> => {
    try {
      onProgress?.(orderExport.progress());
      if (must_checkpoint) await store(orderExport.checkpoint());
      return connection.sign(request, Date.now(), crypto.randomUUID());
    } catch (error) {
      // Certain, since nothing has been sent. The export can go on from here.
      orderExport.handleNoReply(id, "not_connected");
      throw error;
    }
  };

  const exchange = async ({ id }: Send, request: SignedRequest): Promise<void> => {
    try {
      const answer = await send(request);
      if ("noReply" in answer) orderExport.handleNoReply(id, answer.noReply);
      else orderExport.handleReply(id, answer.status, answer.body);
    } catch (error) {
      orderExport.handleNoReply(id, "connection_lost");
      onSendError(error);
    }
  };

  /** Whether it has waited until then, or was stopped. */
  const wait = async (until: number): Promise<boolean> => {
    if (until - clock() > maxWaitMs) return false;
    await store(orderExport.checkpoint());
    for (let left = until - clock(); left > 0 && !signal?.aborted; left = until - clock()) {
      await sleep(Math.min(left, MINUTE), signal);
    }
    return true;
  };

  while (!signal?.aborted) {
    const output = orderExport.pollOutput(clock());
    if (output.kind === "send") {
      await exchange(output, await prepare(output));
      continue;
    }
    if (output.kind === "wait" && output.reason === "in_flight") {
      throw new Error("a request of this export still awaits its answer: hand it in, or resume the checkpoint");
    }
    onProgress?.(orderExport.progress());
    if (output.kind === "done" || !(await wait(output.until))) break;
  }
  await store(orderExport.checkpoint());
  return orderExport.report();
}

/** In one line: a client's own error object may hold all of the request. */
function tell(error: unknown): void {
  console.error(`netvisor-orders: sending failed, so Netvisor will be asked whether it got the request: ${String(error)}`);
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
