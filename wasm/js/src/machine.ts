import { attempt, bodyBytes, checkMilliseconds, checkStatus, splitBodies } from "./crossing.js";
import type { NoReplyKind, Request } from "./types.js";

/** @internal It in the memory of the module that runs it. */
export interface MachineHandle {
  pollOutput(now: number): string;
  handleReply(id: number, httpStatus: number, body: Uint8Array): void;
  handleNoReply(id: number, kind: string): void;
  checkpoint(): string;
  progress(): string;
  report(): string;
  free(): void;
}

const NO_REPLY: Readonly<Record<NoReplyKind, true>> = { timeout: true, connection_lost: true, not_connected: true };

/**
 * What an `OrderExport` and every fetch have in common. `run` drives them over your HTTP client; to do that yourself:
 *
 * 1. `pollOutput` gives a request to send, something to keep, a time to wait for, or the report.
 * 2. Where the request says `must_checkpoint`, store `checkpoint()` before sending it.
 * 3. Sign it with a new stamp and send it; then call `handleReply`, or `handleNoReply` if no answer came.
 *
 * One request is under way at a time, since Netvisor wants one at a time per company: until it has its answer, polling
 * gives nothing but a `wait`.
 *
 * Memory outside the garbage collector's sight is freed by `free()` or `using`, else when the object is collected.
 */
export abstract class Machine<Output, Progress, Report> {
  #handle: MachineHandle | undefined;

  /** @internal */
  constructor(handle: MachineHandle) {
    this.#handle = handle;
  }

  /**
   * What to do next.
   *
   * @param now The time now, in milliseconds since 1970: `Date.now()`.
   */
  pollOutput(now: number): Output {
    checkMilliseconds(now, "now");
    const [head, body] = splitBodies(this.#use().pollOutput(now));
    const output = JSON.parse(head) as Output & { request: Request };
    return body === undefined ? output : { ...output, request: { ...output.request, body } };
  }

  /**
   * Hands in the answer to a request, whatever its HTTP status: the body is judged.
   *
   * @param body As received; bytes are better than text, since Netvisor's charset is then judged here.
   * @throws {NetvisorOrdersError} of kind `misuse` (`request_id_unknown`) when no answer to that request is awaited;
   *   nothing has changed then.
   */
  handleReply(id: number, httpStatus: number, body: string | Uint8Array): void {
    checkId(id);
    checkStatus(httpStatus);
    const bytes = bodyBytes(body);
    attempt(() => this.#use().handleReply(id, httpStatus, bytes));
  }

  /**
   * Says that a request has no answer, and why.
   *
   * @throws {NetvisorOrdersError} as `handleReply`.
   */
  handleNoReply(id: number, kind: NoReplyKind): void {
    checkId(id);
    if (!Object.hasOwn(NO_REPLY, kind)) throw new TypeError(`kind must be one of ${Object.keys(NO_REPLY).join(", ")}`);
    attempt(() => this.#use().handleNoReply(id, kind));
  }

  /** It as text, to be stored as it is. It holds no credentials; that of an export holds its orders. */
  checkpoint(): string {
    return this.#use().checkpoint();
  }

  /** How far it has come. */
  progress(): Progress {
    return JSON.parse(this.#use().progress()) as Progress;
  }

  /** What has become of it so far. */
  report(): Report {
    return JSON.parse(this.#use().report()) as Report;
  }

  /** Gives the memory back. Further calls do nothing; the object cannot be used afterwards. */
  free(): void {
    this.#handle?.free();
    this.#handle = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #use(): MachineHandle {
    if (this.#handle === undefined) throw new TypeError("this object was freed");
    return this.#handle;
  }
}

/** @internal An object of a class that goes on from a checkpoint, past the constructor of its own, which only begins. */
export function resumed<M>(
  type: abstract new (...args: never) => M,
  checkpoint: string,
  resume: (checkpoint: string) => MachineHandle,
): M {
  if (typeof checkpoint !== "string") throw new TypeError("a checkpoint is text");
  return Reflect.construct(Machine, [attempt(() => resume(checkpoint))], type) as M;
}

function checkId(id: number): void {
  if (!Number.isSafeInteger(id) || id < 0) throw new TypeError("id must be that of a request given by pollOutput");
}
