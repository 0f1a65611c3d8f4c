import { engine } from "./engine.js";
import { NetvisorOrdersError } from "./error.js";
import type {
  ConnectionObject,
  Json,
  Known,
  Order,
  Preview,
  ReadOrder,
  Reply,
  Request,
  SettingsObject,
  Shop,
  SignedRequest,
} from "./types.js";
import type { Connection as ConnectionHandle, Settings as SettingsHandle } from "../build/glue.js";

/** Stands before each body that follows a JSON text from the core: neither JSON nor XML can hold it. */
const BODY_MARK = "\0";

const encoder = new TextEncoder();

/** The version of this library. */
export function version(): string {
  return engine().version();
}

/**
 * Reads an order as a shop sent it (the body of its webhook, or what its API answered) into the canonical order.
 *
 * @throws {NetvisorOrdersError} with everything that is wrong with the order.
 */
export function readOrder(shop: Shop, order: Json<object>): ReadOrder {
  return attempt(() => JSON.parse(engine().readOrder(shop, jsonBytes(order))) as ReadOrder);
}

/** Lets `preview` in this file reach what `Settings` keeps private. */
let handleOf: (settings: Settings) => SettingsHandle;

/**
 * The merchant's settings, read once and used for any number of orders. Every setting has a default, so `{}` will do.
 *
 * Memory outside the garbage collector's sight is freed by `free()` or `using`, else when the object is collected.
 */
export class Settings {
  #handle: SettingsHandle | undefined;

  /** @throws {NetvisorOrdersError} when a setting is unknown, not permitted, or contradicts another. */
  constructor(settings: Json<SettingsObject> = {}) {
    this.#handle = attempt(() => new (engine().Settings)(jsonBytes(settings)));
  }

  /** Gives the memory back. Further calls do nothing; the object cannot be used afterwards. */
  free(): void {
    this.#handle?.free();
    this.#handle = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  static {
    handleOf = (settings) => {
      if (!(#handle in settings)) throw new TypeError("settings must be made by `new Settings(...)`");
      if (settings.#handle === undefined) throw new TypeError("these Settings were freed");
      return settings.#handle;
    };
  }
}

/**
 * Prepares the documents of one canonical order (such as `readOrder(...).order`). Nothing is signed, nothing is sent.
 *
 * @param known NetvisorKeys learned from replies to earlier documents of this order.
 * @throws {NetvisorOrdersError} with everything that is wrong with the order.
 */
export function preview(order: Json<Order>, settings: Settings, known: Json<Known> = {}): Preview {
  return attempt(() => {
    const [head = "", ...bodies] = handleOf(settings).preview(jsonBytes(order), jsonBytes(known)).split(BODY_MARK);
    const preview = JSON.parse(head) as { documents: { request: { body?: string | undefined } }[] };
    preview.documents.forEach((document, index) => (document.request.body = bodies[index]));
    return preview as unknown as Preview;
  });
}

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
    this.#handle = attempt(() => new (engine().Connection)(jsonBytes(connection)));
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
    if (!Number.isSafeInteger(unixMs)) throw new TypeError("unixMs must be a whole number of milliseconds");
    const handle = this.#handle;
    // The body is not part of what is signed, so it need not make the journey.
    const { body, ...head } = request;
    const signed = attempt(() => JSON.parse(handle.sign(jsonBytes(head), unixMs, transactionId)) as SignedRequest);
    return body === undefined ? signed : { ...signed, body };
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

/**
 * Reads what Netvisor answered. A refusal is no error: it is read (`outcome: "refused"`).
 *
 * @param resource Of the request that was answered, such as `salesinvoice.nv`.
 * @param body As received; bytes are better than text, since Netvisor's charset is then judged here.
 * @throws {NetvisorOrdersError} when the body is not Netvisor's XML (a proxy's error page, a cut answer).
 */
export function readReply(resource: string, httpStatus: number, body: string | Uint8Array): Reply {
  if (!Number.isInteger(httpStatus) || httpStatus < 0 || httpStatus > 65535) {
    throw new TypeError("httpStatus must be a whole number such as 200");
  }
  if (typeof body !== "string" && !(body instanceof Uint8Array)) {
    throw new TypeError("body must be text or a Uint8Array");
  }
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  return attempt(() => JSON.parse(engine().readReply(resource, httpStatus, bytes)) as Reply);
}

function jsonBytes(json: Json<object>): Uint8Array {
  if (json instanceof Uint8Array) return json;
  return encoder.encode(typeof json === "string" ? json : JSON.stringify(json));
}

function attempt<T>(operation: () => T): T {
  try {
    return operation();
  } catch (thrown) {
    throw NetvisorOrdersError.from(thrown);
  }
}
