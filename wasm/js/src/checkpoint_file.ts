// Entry point `netvisor-orders/checkpoint-file`, for Node alone.

import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

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

  /** The checkpoint that was stored, for `OrderExport.resume`; `undefined` where there is none. */
  async load(): Promise<string | undefined> {
    try {
      return await readFile(this.path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
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
