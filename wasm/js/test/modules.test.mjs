// The modules behind the package: each is loaded when it is first needed, and settings are the same in all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

let loaded = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    loaded += 1;
  }
};

const { OrderExport, readReply, Settings } = await import("netvisor-orders");
const { initAsync, requiredPermissions, StockFetch } = await import("netvisor-orders/fetch");

test("a module is loaded when something of it is used, and once", async () => {
  assert.equal(loaded, 0);
  const settings = new Settings();
  assert.equal(loaded, 1);
  new OrderExport("[]", settings).free();
  assert.equal(loaded, 2);
  readReply("customer.nv", 200, "<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>");
  assert.equal(loaded, 2);
  new StockFetch({}, settings).free();
  assert.equal(loaded, 3);
  await initAsync();
  requiredPermissions(settings, ["stock"]);
  assert.equal(loaded, 3);
});

test("what another module reads are the settings as they were given", () => {
  const given = Buffer.from('{"customers": {"match": "temporary"}}');
  const settings = new Settings(given);
  given.fill(0);
  const resources = (settings) => requiredPermissions(settings, ["export"]).permissions.map(({ resource }) => resource);
  assert.ok(!resources(settings).includes("customerlist.nv"));
  assert.ok(resources(new Settings()).includes("customerlist.nv"));
});

test("settings that were freed are of no use in any", () => {
  const settings = new Settings();
  new StockFetch({}, settings).free();
  settings.free();
  assert.throws(() => new StockFetch({}, settings), { name: "TypeError", message: /freed/ });
  assert.throws(() => new OrderExport("[]", settings), { name: "TypeError", message: /freed/ });
});

test("each entry point exports what its declarations say, the same to import and require", async () => {
  const { createRequire } = await import("node:module");
  const require = createRequire(import.meta.url);
  const entries = { "netvisor-orders": "index", "netvisor-orders/fetch": "fetch_index", "netvisor-orders/checkpoint-file": "checkpoint_file" };
  for (const [entry, file] of Object.entries(entries)) {
    const names = Object.keys(await import(entry)).sort();
    assert.deepEqual(Object.keys(require(entry)).sort(), names, entry);
    assert.deepEqual(names, [...declared(file)].sort(), entry);
  }
});

test("the entry points of browsers export the same names", async () => {
  for (const [entry, file] of Object.entries({ web: "index", web_fetch: "fetch_index" })) {
    const names = Object.keys(await import(`../dist/${entry}.mjs`)).sort();
    assert.deepEqual(names, [...declared(file)].sort(), entry);
  }
});

/** The names of values that a declaration exports, by itself or from others. */
function declared(file) {
  const text = readFileSync(new URL(`../dist/types/${file}.d.ts`, import.meta.url), "utf8");
  const names = new Set([...text.matchAll(/^export (?:declare )?(?:abstract )?(?:class|function|const|let) (\w+)/gm)].map(([, name]) => name));
  for (const [, list] of text.matchAll(/^export \{([^}]*)\} from/gm)) {
    list.split(",").map((name) => name.trim()).filter((name) => name && !name.startsWith("type ")).forEach((name) => names.add(name));
  }
  for (const [, other] of text.matchAll(/^export \* from "\.\/(\w+)\.js"/gm)) declared(other).forEach((name) => names.add(name));
  return names;
}
