import { Fetch, resumedFetch } from "./fetch.js";
import type { Feature, RequiredPermission } from "./permissions.js";
import type { Settings } from "./settings.js";
import type { Fault, Json } from "./types.js";

const KIND = "setup_check";

/** What is checked. */
export interface SetupOptions {
  /** What the merchant wants to use; `["export"]` when not given. */
  readonly features?: readonly Feature[];
}

/** Whether everything is in order, and what to do where it is not. */
export interface SetupResult {
  /** Whether everything that can be tried without importing is in order. */
  readonly ok: boolean;
  readonly credentials: Credentials;
  /** The host's clock beside Netvisor's. */
  readonly clock: HostClock;
  /** The organisation's business id. */
  readonly organisation: Accepted;
  /** The partner identifier. */
  readonly partner: Accepted;
  /** The rights the features need, each as far as it could be tried. */
  readonly permissions: readonly ProbedPermission[];
  /** What is wrong and what to click where, in the order in which to see to it; also what stays unknown. */
  readonly findings: readonly Fault[];
}

/** Whether Netvisor lets something in; `unknown` where it has not said. */
export type Accepted = "accepted" | "refused" | "unknown";

/** Whether Netvisor accepts the credentials. */
export interface Credentials {
  readonly state: Accepted;
  /** Why not, as far as Netvisor's text and the clocks tell. */
  readonly cause:
    | "keys"
    | "url_changed"
    | "headers_lost"
    | "partner"
    | "organisation"
    | "customer_id"
    | "clock"
    | "unknown"
    | null;
  /** Whether there is no other cause that this check knows of. */
  readonly certain: boolean;
  /** Netvisor's own words, unchanged. */
  readonly netvisor_text: string | null;
}

/** The host's clock beside Netvisor's. */
export interface HostClock {
  /** `off`: by a minute or more. */
  readonly state: "ok" | "off" | "unknown";
  /** How many seconds it is ahead of Netvisor's at least; below zero, behind. */
  readonly offset_seconds: number | null;
}

/** A right, and whether it is given. */
export interface ProbedPermission extends Omit<RequiredPermission, "reason"> {
  /** `missing`: not given, or the function is not in use; `unknown`: it could not be tried, as no import can. */
  readonly state: "granted" | "missing" | "unknown";
  /** Netvisor's own words, unchanged, where it refused. */
  readonly netvisor_text: string | null;
}

/** Finds out whether credentials, clock and rights are in order, by requests that change nothing. It hands out nothing on the way. */
export class SetupCheck extends Fetch<never, SetupResult> {
  /** @throws {NetvisorOrdersError} of kind `options` with everything that is wrong with them. */
  constructor(options: Json<SetupOptions>, settings: Settings) {
    super(KIND, options, settings);
  }

  /** Goes on where a check stood when its checkpoint was taken. Throws as `StockFetch.resume`. */
  static resume(checkpoint: string, settings: Settings): SetupCheck {
    return resumedFetch(SetupCheck, KIND, checkpoint, settings);
  }
}
