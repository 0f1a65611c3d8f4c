import { attempt, bodyBytes, checkMilliseconds, checkStatus, jsonBytes, splitBodies } from "./crossing.js";
import { engine } from "./engine.js";
import { type Settings, settingsHandle } from "./settings.js";
import type { Json, NoReplyKind, Order, Output, Progress, Report } from "./types.js";
import type { Machine as OrderExportHandle } from "../build/glue.js";

const NO_REPLY: Readonly<Record<NoReplyKind, true>> = { timeout: true, connection_lost: true, not_connected: true };

/**
 * Gets orders into Netvisor, each exactly once: it decides what to send next and understands what comes back. `run` drives
 * it over your HTTP client; to do that yourself:
 *
 * 1. `pollOutput` gives a request to send, a time to wait for, or the report.
 * 2. Where the request says `must_checkpoint`, store `checkpoint()` before sending it.
 * 3. Sign it with a new stamp and send it; then call `handleReply`, or `handleNoReply` if no answer came.
 *
 * One request is under way at a time, since Netvisor wants one at a time per company: until it has its answer, polling
 * gives nothing but a `wait`.
 *
 * Memory outside the garbage collector's sight is freed by `free()` or `using`, else when the object is collected.
 */
export class OrderExport {
  #handle: OrderExportHandle | undefined;

  /**
   * Begins an export. An order that is wrong is rejected in the report and keeps no other from being exported.
   *
   * @param orders Canonical orders, at most 100,000: a list, or the same as JSON.
   * @throws {NetvisorOrdersError} of kind `order` when it is no list.
   */
  constructor(orders: Json<readonly Order[]>, settings: Settings) {
    this.#handle = attempt(() => engine().Machine.orderExport(jsonBytes(orders), settingsHandle(settings)));
  }

  /**
   * Goes on where an export stood when its checkpoint was taken. A request that was under way then is looked for before
   * anything is sent again.
   *
   * @param settings Those the export was begun with; only language and waiting times may be others.
   * @throws {NetvisorOrdersError} of kind `checkpoint` for a text that was cut or changed (`checkpoint_invalid`), one of a
   *   newer version of this package (`checkpoint_version_unknown`), and other settings (`checkpoint_settings_differ`).
   */
  static resume(checkpoint: string, settings: Settings): OrderExport {
    if (typeof checkpoint !== "string") throw new TypeError("a checkpoint is text");
    const resumed = attempt(() => engine().Machine.resumeOrderExport(checkpoint, settingsHandle(settings)));
    // The constructor only begins: an empty export is made, whose place the stored one takes.
    const orderExport = new OrderExport("[]", settings);
    orderExport.free();
    orderExport.#handle = resumed;
    return orderExport;
  }

  /**
   * What to do next.
   *
   * @param now The time now, in milliseconds since 1970: `Date.now()`.
   */
  pollOutput(now: number): Output {
    checkMilliseconds(now, "now");
    const [head, body] = splitBodies(this.#use().pollOutput(now));
    const output = JSON.parse(head) as Output;
    return output.kind === "send" && body !== undefined ? { ...output, request: { ...output.request, body } } : output;
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

  /** The export as text, to be stored as it is. It holds orders, but no credentials. */
  checkpoint(): string {
    return this.#use().checkpoint();
  }

  /** How far it has come. */
  progress(): Progress {
    return JSON.parse(this.#use().progress()) as Progress;
  }

  /** What has become of the orders so far. */
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

  #use(): OrderExportHandle {
    if (this.#handle === undefined) throw new TypeError("this OrderExport was freed");
    return this.#handle;
  }
}

function checkId(id: number): void {
  if (!Number.isSafeInteger(id) || id < 0) throw new TypeError("id must be that of a request given by pollOutput");
}
