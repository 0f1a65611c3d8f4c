// The same types with `require`. Only compiled.
import library = require("netvisor-orders");
import files = require("netvisor-orders/checkpoint-file");
import fetches = require("netvisor-orders/fetch");

export function count(order: library.Order): number {
  const settings = new library.Settings({ xml: { characters: "utf8" } });
  try {
    return library.preview(order, settings).documents.length;
  } finally {
    settings.free();
  }
}

export async function stored(path: string): Promise<number> {
  const orderExport = await new files.CheckpointFile(path).resume(new library.Settings());
  return orderExport?.progress().done ?? 0;
}

export async function storedFetch(path: string): Promise<fetches.StockOptions | number> {
  const stock = await new files.CheckpointFile(path).resume(new library.Settings(), fetches.StockFetch);
  return stock?.progress().total ?? { reserved: "subtract" };
}
