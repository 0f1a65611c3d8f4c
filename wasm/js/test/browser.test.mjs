// Bundled, and run in a real browser: there the modules come over the network, each when it is asked for.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { chromium } from "playwright-core";

import { preview, Settings } from "netvisor-orders";

const here = fileURLToPath(new URL("..", import.meta.url));
const order = JSON.parse(readFileSync(new URL("../examples/order.json", import.meta.url), "utf8"));

const access = JSON.parse(readFileSync(new URL("../examples/connection.json", import.meta.url), "utf8"));
// What Netvisor answers when the keys are wrong.
const denied = "<Root><ResponseStatus><Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: Keys</Status></ResponseStatus></Root>";

let server;
let browser;

before(async () => {
  const bundle = await build({
    absWorkingDir: here,
    entryPoints: ["consumers/browser.mjs"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
  });
  const files = {
    "/": ["text/html", '<!doctype html><title>Test</title><script type="module" src="/page.js"></script>'],
    "/page.js": ["text/javascript", bundle.outputFiles[0].contents],
    "/netvisor_orders.wasm": ["application/wasm", readFileSync(`${here}/dist/netvisor_orders.wasm`)],
    "/netvisor_export.wasm": ["application/wasm", readFileSync(`${here}/dist/netvisor_export.wasm`)],
    "/netvisor_fetch.wasm": ["application/wasm", readFileSync(`${here}/dist/netvisor_fetch.wasm`)],
  };
  server = createServer((request, response) => {
    const [path] = request.url.split("?");
    const [type, content] = path.endsWith(".nv") ? ["text/xml", denied] : files[path] ?? [];
    response.writeHead(type === undefined ? 404 : 200, { "content-type": type ?? "text/plain" }).end(content);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", ...quiet],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function open() {
  const page = await browser.newPage();
  page.loaded = [];
  page.on("request", (request) => page.loaded.push(new URL(request.url()).pathname));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => "previewOrder" in globalThis);
  return page;
}

test("a page previews an order", { timeout: 60_000 }, async () => {
  const page = await open();
  const result = await page.evaluate((order) => globalThis.previewOrder(order), order);
  assert.match(result.early, /`await initAsync\(\)` of "netvisor-orders" /);
  assert.equal(result.refused, "field_missing");
  assert.deepEqual(result.preview, preview(order, new Settings()));
  const modules = page.loaded.filter((path) => path.endsWith(".wasm"));
  assert.deepEqual(modules, ["/netvisor_orders.wasm"], "what only exports and fetches need is not loaded");
});

test("a page runs an export with its own fetch", { timeout: 60_000 }, async () => {
  const page = await open();
  await page.evaluate((order) => globalThis.previewOrder(order), order);
  const { early, report, resumed } = await page.evaluate((given) => globalThis.exportOrder(...given), [order, access]);
  assert.match(early, /`await initExportAsync\(\)` of "netvisor-orders" /);
  assert.equal(report.requests, 1);
  assert.equal(report.stopped.refusal.netvisor_code, "AUTHENTICATION_FAILED");
  assert.equal(resumed.total, 1);
  assert.ok(page.loaded.includes("/netvisor_export.wasm"));
  assert.ok(!page.loaded.includes("/netvisor_fetch.wasm"), "what only fetches need is not loaded");
});

test("a page runs a fetch, for which it loads a module of its own", { timeout: 60_000 }, async () => {
  const page = await open();
  await page.evaluate((order) => globalThis.previewOrder(order), order);
  const { early, report } = await page.evaluate((access) => globalThis.fetchStock(access), access);
  assert.match(early, /`await initAsync\(\)` of "netvisor-orders\/fetch" /);
  assert.equal(report.stopped.refusal.netvisor_code, "AUTHENTICATION_FAILED");
  assert.ok(page.loaded.includes("/netvisor_fetch.wasm"));
});
