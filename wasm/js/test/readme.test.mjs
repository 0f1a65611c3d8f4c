// The examples of README.md, each run as a program of its own.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(here, "README.md"), "utf8");

const expected = [
  /^customer POST .*\n(.*\n)*sales_invoice POST https:\/\/isvapi\.netvisor\.fi\/salesinvoice\.nv\?method=add \d+ bytes 12 headers\n$/,
  /^field_missing \S+ true\n$/,
  /^$/,
];
const examples = [...readme.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, code]) => code);

test("every example has its expectation", () => assert.equal(examples.length, expected.length));

examples.forEach((code, index) => {
  test(`example ${index + 1}`, () => {
    // Below this folder, so that the package's name leads to the package.
    const folder = mkdtempSync(join(here, "build/readme-"));
    try {
      const file = join(folder, code.includes("require(") ? "example.cjs" : "example.mjs");
      writeFileSync(file, code);
      assert.match(execFileSync(process.execPath, [file], { encoding: "utf8" }), expected[index]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
