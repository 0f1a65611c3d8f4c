// The package as users get it: packed, and installed from the tarball into folders of their own.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = fileURLToPath(new URL("..", import.meta.url));
const examples = ["order.json", "connection.json"].map((file) => join(here, "examples", file));
const vectors = join(here, "../../tests/vectors");
const tsc = join(here, "node_modules/typescript/bin/tsc");

let folder;
let packed;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "netvisor-orders-"));
  [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], here));
  writeFileSync(join(folder, "package.json"), '{"private": true}');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, packed.filename)]);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the tarball holds the three .wasm files, the licences, and nothing that is not needed", () => {
  const files = packed.files.map(({ path }) => path);
  const modules = files.filter((file) => file.endsWith(".wasm"));
  assert.deepEqual(modules.sort(), ["dist/netvisor_export.wasm", "dist/netvisor_fetch.wasm", "dist/netvisor_orders.wasm"]);
  for (const file of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(files.includes(file), file);
  const others = files.filter((file) => !/^(dist\/|LICENSE-|README\.md$|package\.json$)/.test(file));
  assert.deepEqual(others, []);
});

test("it needs no other package", () => {
  const { dependencies, scripts } = JSON.parse(readFileSync(join(folder, "node_modules/netvisor-orders/package.json")));
  assert.equal(dependencies, undefined);
  for (const hook of ["preinstall", "install", "postinstall"]) assert.equal(scripts[hook], undefined);
});

test("a program with import", () => assert.equal(consume("esm.mjs"), "esm works\n"));

test("a program with require", () => assert.equal(consume("commonjs.cjs"), "commonjs works\n"));

for (const format of ["cjs", "esm"]) {
  test(`a program bundled for Node, format ${format}, without the package`, async (context) => {
    copyFileSync(join(here, "consumers/bundled.mjs"), join(folder, "bundled.mjs"));
    const place = mkdtempSync(join(tmpdir(), "netvisor-orders-bundled-"));
    context.after(() => rmSync(place, { recursive: true, force: true }));
    const extension = { cjs: "cjs", esm: "mjs" }[format];
    await build({
      absWorkingDir: folder,
      entryPoints: ["bundled.mjs"],
      bundle: true,
      platform: "node",
      format,
      outfile: join(place, `bundle.${extension}`),
      // What is CommonJS in a bundle of ES modules asks for Node's own modules by this.
      ...(format === "esm" && { banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" } }),
    });
    const modules = ["netvisor_orders.wasm", "netvisor_export.wasm", "netvisor_fetch.wasm"].map((name) => join(place, name));
    for (const module of modules) copyFileSync(join(here, "dist", basename(module)), module);
    const given = format === "esm" ? modules : [];
    assert.equal(run(process.execPath, [`bundle.${extension}`, examples[0], ...given], place), "bundle works\n");
  });
}

for (const resolution of ["nodenext", "bundler"]) {
  // Bundlers know no .cts files.
  const files = resolution === "nodenext" ? ["types.mts", "types.cts"] : ["types.mts"];
  test(`TypeScript, strict, with moduleResolution ${resolution}`, () => {
    for (const file of files) copyFileSync(join(here, "consumers", file), join(folder, file));
    compile(files, resolution);
  });
}

test("TypeScript, of everything that the golden cases give", () => {
  const cases = readdirSync(vectors, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const typed = cases.flatMap(({ name }) => {
    const file = join(vectors, name, "outcome.json");
    const about = JSON.parse(readFileSync(join(vectors, name, "case.json"), "utf8"));
    return typedResults(name, about, JSON.parse(readFileSync(file, "utf8")));
  });
  assert.ok(typed.length > 100, `${typed.length} results`);
  const types = `import type { Fault, FetchOutput, FetchProgress, FetchReport, Output, Progress, Reply, Report } from "netvisor-orders";
  import type {
    CatalogueBatch, CatalogueResult, CustomerProposals, DocumentBatch, DocumentResult, NumberPlanResult, ProductComparison,
    RequiredPermissions, SetupResult, StockBatch, StockResult,
  } from "netvisor-orders/fetch";\n`;
  writeFileSync(join(folder, "results.mts"), types + typed.join(""));
  compile(["results.mts"], "nodenext");
});

test("no declaration says any", () => {
  const types = packed.files.map(({ path }) => path).filter((path) => path.endsWith("ts"));
  assert.notEqual(types.length, 0);
  for (const path of types) {
    const declarations = readFileSync(join(folder, "node_modules/netvisor-orders", path), "utf8");
    const code = declarations.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
    assert.doesNotMatch(code, /\bany\b/, path);
  }
});

/** What these operations give. */
const given = {
  read_reply: "Reply",
  required_permissions: "RequiredPermissions",
  match_customers: "CustomerProposals",
  match_products: "ProductComparison",
};

/** What a fetch of a kind hands out, and what it comes to. */
const fetched = {
  stock: "StockBatch, StockResult",
  catalogue: "CatalogueBatch, CatalogueResult",
  documents: "DocumentBatch, DocumentResult",
  setup_check: "never, SetupResult",
  number_plan: "never, NumberPlanResult",
};

/** Results of a case, as literals: a type that lacks a field of theirs, or asks for another, does not compile. */
function typedResults(name, { operation, fetch }, { steps = [], progress, report, error, result }) {
  const of = fetched[fetch];
  const results = steps.map(({ output }) => [fetch === undefined ? "Output" : `FetchOutput<${of}>`, output]);
  if (progress !== undefined) {
    results.push(...(fetch === undefined
      ? [["Progress", progress], ["Report", report]]
      : [["FetchProgress", progress], [`FetchReport<${of.split(", ")[1]}>`, report]]));
  }
  if (operation in given && result !== undefined) results.push([given[operation], result]);
  for (const fault of error?.faults ?? []) results.push(["Fault", fault]);
  const constant = ([type, value], index) =>
    `export const ${name.replaceAll("-", "_")}_${index}: ${type} = ${JSON.stringify(value)};\n`;
  return results.map(constant);
}

function compile(files, moduleResolution) {
  const module = moduleResolution === "nodenext" ? "nodenext" : "esnext";
  const options = ["--strict", "--noEmit", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];
  // Neither the browser's types nor Node's: the declarations must stand by themselves.
  const environment = ["--target", "es2022", "--lib", "es2022", "--types", ""];
  run(process.execPath, [tsc, ...options, ...environment, "--module", module, "--moduleResolution", moduleResolution, ...files]);
}

function consume(file) {
  copyFileSync(join(here, "consumers", file), join(folder, file));
  return run(process.execPath, [file, ...examples]);
}

/** Runs a program; what it wrote is in the error when it fails. */
function run(program, args, cwd = folder) {
  try {
    return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")} failed:\n${error.stdout}${error.stderr}`);
  }
}
