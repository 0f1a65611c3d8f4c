// Entry point `netvisor-orders/checkpoint-file`, for Node alone.

import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

import { OrderExport } from "./order_export.js";
import type { Settings } from "./settings.js";

/**
 * Keeps the checkpoint of one export in a file, whole at every moment: a process or a machine that stops in the middle of
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

  /** The export that was stored; `undefined` where there is none. Throws as `OrderExport.resume`. */
  async resume(settings: Settings): Promise<OrderExport | undefined> {
    const checkpoint = await readFile(this.path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    return checkpoint === undefined ? undefined : OrderExport.resume(checkpoint, settings);
  }

  /** Replaces what was stored before; fulfilled once it is on the disk. */
  readonly store = async (checkpoint: string): Promise<void> => {
    const beside = `${this.path}.new`;
    const file = await open(beside, "w", 0o600);
    try {
      await file.writeFile(checkpoint);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.path);
    if (process.platform !== "win32") await syncFolder(dirname(this.path));
  };

  /** Forgets the export, once its report has been dealt with. */
  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

/** Only then does a new name survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
