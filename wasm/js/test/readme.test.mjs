// The examples of README.md, each run as a program of its own.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { Simulator } from "../testing/simulator.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(here, "README.md"), "utf8");

const expected = [
  /^customer POST .*\n(.*\n)*sales_invoice POST https:\/\/isvapi\.netvisor\.fi\/salesinvoice\.nv\?method=add \d+ bytes 12 headers\n$/,
  /^10234: exported\n$/,
  /^([\p{Lu} ]+: .+\n)+true ok\n17 1008 95\n$/u,
  /^SKU0: 0\nSKU1: 1\n\d{4}-\d\d-\d\dT.*\n$/,
  /^field_missing \S+ true\n$/,
  /^$/,
];
const examples = [...readme.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);

let simulator;

before(async () => {
  simulator = await Simulator.start();
  await simulator.stock(2);
});
after(() => simulator.stop());

test("every example has its expectation", () => assert.equal(examples.length, expected.length));

examples.forEach((code, index) => {
  test(`example ${index + 1}`, () => {
    // Below this folder, so that the package's name leads to the package.
    const folder = mkdtempSync(join(here, "build/readme-"));
    try {
      const file = join(folder, code.includes("require(") ? "example.cjs" : "example.mjs");
      writeFileSync(file, code);
      copyFileSync(join(here, "examples/order.json"), join(folder, "order.json"));
      const access = JSON.parse(readFileSync(join(here, "examples/connection.json"), "utf8"));
      writeFileSync(join(folder, "connection.json"), JSON.stringify({ ...access, base_url: simulator.url }));
      assert.match(execFileSync(process.execPath, [file], { cwd: folder, encoding: "utf8" }), expected[index]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
