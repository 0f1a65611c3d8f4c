import type { NoReplyKind, SignedRequest } from "./types.js";

/** What became of a request: the answer, whatever its status, or that there was none. */
export type Answer =
  | { readonly status: number; readonly body: Uint8Array | string }
  | { readonly noReply: NoReplyKind };

/**
 * Sends one request, once and exactly as signed, following no redirect (the signature covers the URL). It gives Netvisor two
 * minutes to answer, as the vendor advises.
 */
export type Sender = (request: SignedRequest) => Promise<Answer>;

/** How `fetchSender` sends. */
export interface FetchOptions {
  /** How long an answer may take, in milliseconds: two minutes when not given. */
  readonly timeoutMs?: number;
}

const TWO_MINUTES = 120_000;
/** The longest that a timer can run. */
const MAX_TIMER = 2 ** 31 - 1;

/** Sends with the platform's own `fetch`. */
export function fetchSender({ timeoutMs = TWO_MINUTES }: FetchOptions = {}): Sender {
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMER)) throw new RangeError(`timeoutMs must be above 0, at most ${MAX_TIMER}`);
  return async ({ method, url, headers, body }) => {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const init: RequestInit = { method, headers, redirect: "manual", signal: timeout.signal };
      const response = await fetch(url, body === undefined ? init : { ...init, body });
      return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      return { noReply: timeout.signal.aborted ? "timeout" : kindOf(error) };
    } finally {
      clearTimeout(timer);
    }
  };
}

/** What fetch's error says of the request. Only Node's tells why, as the error's cause. */
function kindOf(error: unknown): NoReplyKind {
  const cause = (error as { cause?: unknown } | undefined)?.cause;
  if (wasNeverConnected(cause)) return "not_connected";
  const code = (cause as FetchCause | undefined)?.code;
  return code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT" ? "timeout" : "connection_lost";
}

interface FetchCause {
  readonly code?: string;
  readonly syscall?: string;
  /** One error for each address that was tried. */
  readonly errors?: readonly FetchCause[];
}

/** Whether it failed before there was a connection to send anything over: at looking up the name, or at connecting. */
function wasNeverConnected(cause: unknown): boolean {
  const { code, syscall, errors } = (cause ?? {}) as FetchCause;
  if (errors !== undefined) return errors.length > 0 && errors.every(wasNeverConnected);
  return code === "UND_ERR_CONNECT_TIMEOUT" || syscall === "connect" || syscall === "getaddrinfo";
}
