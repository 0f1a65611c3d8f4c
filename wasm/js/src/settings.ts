import { attempt, ownJsonBytes } from "./crossing.js";
import type { Engine, Glue } from "./engine.js";
import { ordersEngine } from "./orders_engine.js";
import type { Json, SettingsObject } from "./types.js";

/** @internal What `Settings` keeps private, for the operations that take settings: a handle in the memory of that module. */
export let settingsHandle: <G extends Glue>(settings: Settings, engine: Engine<G>) => InstanceType<G["Settings"]>;

/**
 * The merchant's settings, read once and used for any number of orders. Every setting has a default, so `{}` will do.
 *
 * Memory outside the garbage collector's sight is freed by `free()` or `using`, else when the object is collected.
 */
export class Settings {
  readonly #json: Uint8Array;
  /** One for each module that has read them; `undefined` once they were freed. */
  #handles: Map<unknown, { free(): void }> | undefined;

  /** @throws {NetvisorOrdersError} when a setting is unknown, not permitted, or contradicts another. */
  constructor(settings: Json<SettingsObject> = {}) {
    // Their own, since another module may read them later.
    this.#json = ownJsonBytes(settings);
    this.#handles = new Map();
    settingsHandle(this, ordersEngine);
  }

  /** Gives the memory back. Further calls do nothing; the object cannot be used afterwards. */
  free(): void {
    this.#handles?.forEach((handle) => handle.free());
    this.#handles = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  static {
    settingsHandle = <G extends Glue>(settings: Settings, engine: Engine<G>) => {
      if (!(#handles in settings)) throw new TypeError("settings must be made by `new Settings(...)`");
      if (settings.#handles === undefined) throw new TypeError("these Settings were freed");
      let handle = settings.#handles.get(engine) as InstanceType<G["Settings"]> | undefined;
      if (handle === undefined) {
        const { Settings: Handle } = engine.use();
        handle = attempt(() => new Handle(settings.#json)) as InstanceType<G["Settings"]>;
        settings.#handles.set(engine, handle);
      }
      return handle;
    };
  }
}
