// What every call into the core does: JSON and bodies in and out, errors made from what it throws.

import { NetvisorOrdersError } from "./error.js";
import type { Json } from "./types.js";

/** Stands before each body that follows a JSON text from the core: neither JSON nor XML can hold it. */
const BODY_MARK = "\0";

const encoder = new TextEncoder();

/** Most texts are short, and a buffer for each would take longer than its bytes. */
const POOL_SIZE = 64 * 1024;
/** The rest of a buffer for short texts. What has been taken off it is never written again. */
let pool = new Uint8Array(0);

/** @internal */
export function jsonBytes(json: Json<object>): Uint8Array {
  return json instanceof Uint8Array ? json : textBytes(jsonText(json));
}

/** @internal The same in a buffer of their own, which nobody else changes or can see. */
export function ownJsonBytes(json: Json<object>): Uint8Array {
  // Not `slice`, which a Buffer answers with a view of itself.
  return json instanceof Uint8Array ? new Uint8Array(json) : encoder.encode(jsonText(json));
}

function jsonText(json: string | object): string {
  if (typeof json === "string") return json;
  // What has no JSON, such as `undefined`, is no text at all: the core says so of an empty one.
  return (JSON.stringify(json) as string | undefined) ?? "";
}

function textBytes(text: string): Uint8Array {
  // The most bytes that it can take.
  const room = text.length * 3;
  if (room > POOL_SIZE / 4) return encoder.encode(text);
  if (room > pool.length) pool = new Uint8Array(POOL_SIZE);
  const { written } = encoder.encodeInto(text, pool);
  const bytes = pool.subarray(0, written);
  pool = pool.subarray(written);
  return bytes;
}

/** @internal The body of a reply. */
export function bodyBytes(body: string | Uint8Array): Uint8Array {
  if (typeof body === "string") return textBytes(body);
  if (!(body instanceof Uint8Array)) throw new TypeError("body must be text or a Uint8Array");
  return body;
}

/** @internal Whole numbers are checked here: the core would take 200.5 for 200 and 65,736 for 200. */
export function checkStatus(httpStatus: number): void {
  if (!Number.isInteger(httpStatus) || httpStatus < 0 || httpStatus > 65535) {
    throw new TypeError("the HTTP status must be a whole number such as 200");
  }
}

/** @internal */
export function checkMilliseconds(unixMs: number, name: string): void {
  if (!Number.isSafeInteger(unixMs)) throw new TypeError(`${name} must be a whole number of milliseconds`);
}

/** @internal A JSON text, and the bodies that follow it. */
export function splitBodies(text: string): [head: string, ...bodies: string[]] {
  const [head = "", ...bodies] = text.split(BODY_MARK);
  return [head, ...bodies];
}

/** @internal Calls the core. */
export function attempt<T>(operation: () => T): T {
  try {
    return operation();
  } catch (thrown) {
    throw NetvisorOrdersError.from(thrown);
  }
}
