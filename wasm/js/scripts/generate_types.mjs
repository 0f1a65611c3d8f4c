// Writes src/generated/ from the core's JSON Schemas and its list of fault codes, so that the types cannot say anything
// else than the core. `--check` writes nothing and fails where a file is not what would be written.

import { mkdir, readFile, writeFile } from "node:fs/promises";

import { compile } from "json-schema-to-typescript";

const root = new URL("../../../", import.meta.url);
const generated = new URL("../src/generated/", import.meta.url);

const files = {
  "order.ts": () => fromSchema("order", "Order"),
  "settings.ts": () => fromSchema("settings", "Settings"),
  "fault_code.ts": faultCodes,
};

const check = process.argv.includes("--check");
await mkdir(generated, { recursive: true });
for (const [name, write] of Object.entries(files)) {
  const expected = await write();
  const file = new URL(name, generated);
  if (!check) {
    await writeFile(file, expected);
  } else if ((await readFile(file, "utf8").catch(() => "")) !== expected) {
    console.error(`src/generated/${name} has drifted from what it is generated from: run \`npm run generate\``);
    process.exitCode = 1;
  }
}

async function fromSchema(name, type) {
  const source = `core/schema/${name}.schema.json`;
  const schema = JSON.parse(await readFile(new URL(source, root), "utf8"));
  // The name of the type comes from the schema's title when it has one.
  return compile({ ...schema, title: type }, type, {
    bannerComment: banner(source),
    additionalProperties: false,
    unknownAny: true,
    style: { printWidth: 120 },
  });
}

async function faultCodes() {
  const source = "tests/vectors/error-codes.json";
  const codes = JSON.parse(await readFile(new URL(source, root), "utf8")).map(({ code }) => JSON.stringify(code));
  return `${banner(source)}\n\n/** Every code a fault can have. */\nexport type FaultCode =\n  | ${codes.join("\n  | ")};\n`;
}

function banner(source) {
  return `// Generated from ${source} by \`npm run generate\`. Do not edit.`;
}
