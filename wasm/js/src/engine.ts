// The compiled core comes as three modules, each loaded once: on first use where that can be done synchronously (Node), else by
// a function of its own.

/** @internal What differs between Node and the rest: where a .wasm file is, and whether it can be read at once. */
export interface Platform {
  /** The address of the .wasm file for loading without a source. */
  address(): URL;
  /** The bytes of the .wasm file; `undefined` where they cannot be read at once. */
  readNow?(): Uint8Array;
  /** The bytes of the .wasm file, or what they can be compiled from. */
  read(address: URL): Promise<Uint8Array | Response>;
}

/**
 * Where to get the .wasm file, when not from its place in this package: its address (a relative one starts from the
 * library's own file), its bytes (an `ArrayBuffer` or a view of one), or a compiled `WebAssembly.Module` (for platforms
 * that compile at deployment).
 */
export type WasmSource = string | object;

/** @internal What every module has: its glue, and settings in its own memory. */
export interface Glue {
  readonly Settings: new (settings: Uint8Array) => { free(): void };
  initSync(source: { module: BufferSource }): unknown;
  default(source: { module_or_path: BufferSource }): Promise<unknown>;
}

/** @internal One of the modules. */
export class Engine<G extends Glue> {
  readonly #glue: G;
  readonly #entry: string;
  readonly #loader: string;
  #platform: Platform | undefined;
  #loading: Promise<void> | undefined;
  #isLoaded = false;

  /**
   * @param entry The entry point that the module stands behind.
   * @param loader The function there that loads it.
   */
  constructor(glue: G, entry: string, loader: string) {
    this.#glue = glue;
    this.#entry = entry;
    this.#loader = loader;
  }

  /** Called once by the entry point of each platform. */
  runOn(platform: Platform): void {
    this.#platform = platform;
  }

  /** The module, loaded if it is not yet. */
  use(): G {
    if (!this.#isLoaded) {
      const bytes = this.#platform?.readNow?.();
      if (bytes === undefined) {
        throw new Error(`this is not loaded yet: \`await ${this.#loader}()\` of "${this.#entry}" once before using it`);
      }
      this.#glue.initSync({ module: bytes as BufferSource });
      this.#isLoaded = true;
    }
    return this.#glue;
  }

  initAsync(source?: WasmSource): Promise<void> {
    if (this.#isLoaded) return Promise.resolve();
    this.#loading ??= this.#load(source).catch((error: unknown) => {
      // A failed download must not be remembered: the next call tries again.
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #load(source: WasmSource | undefined): Promise<void> {
    const platform = this.#platform;
    if (platform === undefined) throw new Error(`${this.#entry} was imported by a file that is no entry point`);
    const given = source ?? platform.address();
    const module_or_path =
      typeof given === "string" || given instanceof URL
        ? await platform.read(new URL(given, platform.address()))
        : given;
    if (this.#isLoaded) return;
    await this.#glue.default({ module_or_path: module_or_path as BufferSource });
    this.#isLoaded = true;
  }
}
