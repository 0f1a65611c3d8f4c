// Entry point `netvisor-orders/checkpoint-file`, for Node alone.

// Not "node:fs/promises", which would be loaded also where no file is kept: a millisecond of every start.
import { promises as files } from "node:fs";
import { dirname } from "node:path";

import { OrderExport } from "./order_export.js";
import type { Settings } from "./settings.js";

/** A class whose objects go on from a checkpoint: `OrderExport`, or a fetch such as `StockFetch`. */
export interface Resumable<M> {
  resume(checkpoint: string, settings: Settings): M;
}

/**
 * Keeps the checkpoint of one export or fetch in a file, whole at every moment: a process or a machine that stops in the middle of
 * storing leaves the one stored before. Beside it, a file with `.new` at the end of its name may be left behind.
 *
 * Checkpoints hold orders, so on POSIX systems only the owner may read the file.
 */
export class CheckpointFile {
  /** Where it is kept. */
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * What was stored; `undefined` where there is nothing. Throws as the class does.
   *
   * @param type The class of what was stored: `OrderExport` when not given.
   */
  resume(settings: Settings): Promise<OrderExport | undefined>;
  resume<M>(settings: Settings, type: Resumable<M>): Promise<M | undefined>;
  async resume(settings: Settings, type: Resumable<unknown> = OrderExport): Promise<unknown> {
    const checkpoint = await files.readFile(this.path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    return checkpoint === undefined ? undefined : type.resume(checkpoint, settings);
  }

  /** Replaces what was stored before; fulfilled once it is on the disk. */
  readonly store = async (checkpoint: string): Promise<void> => {
    const beside = `${this.path}.new`;
    const file = await files.open(beside, "w", 0o600);
    try {
      await file.writeFile(checkpoint);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(beside, this.path);
    if (process.platform !== "win32") await syncFolder(dirname(this.path));
  };

  /** Forgets it, once its report has been dealt with. */
  async remove(): Promise<void> {
    await files.rm(this.path, { force: true });
  }
}

/** Only then does a new name survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await files.open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
