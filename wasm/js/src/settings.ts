import { attempt, jsonBytes } from "./crossing.js";
import { engine } from "./engine.js";
import type { Json, SettingsObject } from "./types.js";
import type { Settings as SettingsHandle } from "../build/glue.js";

/** @internal What `Settings` keeps private, for the operations that take settings. */
export let settingsHandle: (settings: Settings) => SettingsHandle;

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
    settingsHandle = (settings) => {
      if (!(#handle in settings)) throw new TypeError("settings must be made by `new Settings(...)`");
      if (settings.#handle === undefined) throw new TypeError("these Settings were freed");
      return settings.#handle;
    };
  }
}
