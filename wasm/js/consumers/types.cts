// The same types with `require`. Only compiled.
import library = require("netvisor-orders");

export function count(order: library.Order): number {
  const settings = new library.Settings({ xml: { characters: "utf8" } });
  try {
    return library.preview(order, settings).documents.length;
  } finally {
    settings.free();
  }
}
