import { attempt, jsonBytes } from "./crossing.js";
import { fetchEngine } from "./fetch_engine.js";
import { type Settings, settingsHandle } from "./settings.js";
import type { Fault, Json, Messages } from "./types.js";

/** Something a merchant can use. */
export type Feature =
  | "export"
  | "stock"
  | "catalogue"
  | "catalogue_web_shop"
  | "catalogue_extended"
  | "catalogue_images"
  | "documents"
  | "number_plan"
  | "matching";

/** What must be allowed and true in Netvisor before the first request. */
export interface RequiredPermissions {
  /** The rights to give on Netvisor's page *Rajapintaresurssien oikeudet*. */
  readonly permissions: readonly RequiredPermission[];
  /** What must be true before, in the order in which to see to it. */
  readonly prerequisites: readonly Fault[];
}

/** A resource that has to be allowed. Two resources may stand behind one right. */
export interface RequiredPermission {
  /** The heading on Netvisor's page; `null` where it is not known. */
  readonly group: string | null;
  /** The name on Netvisor's page; `null` where it is not known. */
  readonly name: string | null;
  /** The resource behind it, such as `customerlist.nv`. */
  readonly resource: string;
  /** What it is needed for. */
  readonly features: readonly Feature[];
  /** Why. */
  readonly reason: Messages;
}

/**
 * Lists the rights that these settings and features need, and no others.
 *
 * @throws {NetvisorOrdersError} of kind `options` for no features, and for words that are none.
 */
export function requiredPermissions(settings: Settings, features: Json<readonly Feature[]>): RequiredPermissions {
  return attempt(() => {
    return JSON.parse(fetchEngine.use().requiredPermissions(settingsHandle(settings, fetchEngine), jsonBytes(features))) as RequiredPermissions;
  });
}
