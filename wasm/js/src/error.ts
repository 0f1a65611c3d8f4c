import type { ErrorKind, Fault } from "./types.js";
import type { FaultCode } from "./generated/fault_code.js";

interface ErrorJson {
  readonly kind: ErrorKind;
  readonly code: FaultCode;
  readonly path: string;
  readonly message: string;
  readonly faults: readonly Fault[];
}

/**
 * An input that was refused. `code`, `path` and `message` are those of the first fault; `faults` holds all of them
 * (at most 100). Never contains a key.
 */
export class NetvisorOrdersError extends Error {
  override readonly name = "NetvisorOrdersError";
  /** The stable code of the first fault: compare this, never the message. */
  readonly code: FaultCode;
  /** Where the first fault is, as a JSON pointer (RFC 6901) into what was given; "" means the whole of it. */
  readonly path: string;
  /** Which input was refused. */
  readonly kind: ErrorKind;
  /** Everything found wrong, in the order it was found. Never empty. */
  readonly faults: readonly Fault[];

  private constructor(error: ErrorJson) {
    super(error.message);
    this.code = error.code;
    this.path = error.path;
    this.kind = error.kind;
    this.faults = error.faults;
  }

  /** @internal What the core threw, as an error: its own are the text of their JSON. */
  static from(thrown: unknown): unknown {
    return typeof thrown === "string" ? new NetvisorOrdersError(JSON.parse(thrown) as ErrorJson) : thrown;
  }
}
