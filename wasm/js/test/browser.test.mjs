// Bundled, and run in a real browser: there the module comes over the network, through initAsync().

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
  };
  server = createServer((request, response) => {
    const [type, content] = files[request.url] ?? [];
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

test("a page previews an order", { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => "previewOrder" in globalThis);
  const result = await page.evaluate((order) => globalThis.previewOrder(order), order);
  assert.match(result.early, /initAsync/);
  assert.equal(result.refused, "field_missing");
  assert.deepEqual(result.preview, preview(order, new Settings()));
});
