import { attempt, checkMilliseconds, jsonBytes, ownJsonBytes } from "./crossing.js";
import { ordersEngine } from "./orders_engine.js";
import type { ConnectionObject, Json, Request, SignedRequest } from "./types.js";
import type { Connection as ConnectionHandle } from "../build/orders.js";

/**
 * How to reach a company in Netvisor, with its secrets: they are kept where neither `console.log` nor `JSON.stringify`
 * finds them.
 *
 * The secrets are wiped by `free()` or `using`, else when the object is collected.
 */
export class Connection {
  #handle: ConnectionHandle | undefined;

  /** @throws {NetvisorOrdersError} when a value is missing or unusable. */
  constructor(connection: Json<ConnectionObject>) {
    const { Connection } = ordersEngine.use();
    // They hold the keys no longer than it takes to read them.
    const bytes = ownJsonBytes(connection);
    try {
      this.#handle = attempt(() => new Connection(bytes));
    } finally {
      bytes.fill(0);
    }
  }

  /**
   * Signs a request.
   *
   * @param unixMs The time of sending, `Date.now()`: Netvisor refuses a request that is minutes old.
   * @param transactionId Fresh for every attempt, such as `crypto.randomUUID()`: Netvisor refuses one it has seen.
   * @throws {NetvisorOrdersError} when the request still awaits a key, or cannot be sent as it is.
   */
  sign(request: Request, unixMs: number, transactionId: string): SignedRequest {
    if (this.#handle === undefined) throw new TypeError("this Connection was freed");
    checkMilliseconds(unixMs, "unixMs");
    const handle = this.#handle;
    // The body is not part of what is signed, so it need not make the journey.
    const { body, ...head } = request;
    const signed = attempt(() => JSON.parse(handle.sign(jsonBytes(head), unixMs, transactionId)) as SignedRequest & { body: string });
    if (body !== undefined) signed.body = body;
    return signed;
  }

  /** Wipes the secrets and gives the memory back. Further calls do nothing; the object cannot be used afterwards. */
  free(): void {
    this.#handle?.free();
    this.#handle = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }
}
