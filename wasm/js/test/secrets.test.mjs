// Nothing that a program may print, log or store shows a key.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";

import { Connection } from "netvisor-orders";

const KEYS = ["customer-key-93ab", "partner-key-5f20"];
const access = {
  ...JSON.parse(readFileSync(new URL("../examples/connection.json", import.meta.url), "utf8")),
  customer_key: KEYS[0],
  partner_key: KEYS[1],
};

const everything = { depth: Infinity, showHidden: true, getters: true, customInspect: false };

function assertSilent(value) {
  const shown = [inspect(value), inspect(value, everything), JSON.stringify(value), String(value), `${value?.stack}`];
  for (const key of KEYS) assert.ok(!shown.some((text) => text?.includes(key)), "a key is shown");
}

test("the check would see a key", () => assert.throws(() => assertSilent({ access })));

test("a connection", () => {
  const connection = new Connection(access);
  assertSilent(connection);
  assert.equal(JSON.stringify(connection), "{}");
  assert.deepEqual(Reflect.ownKeys(connection), []);
});

test("the text that a connection is read from is wiped, and bytes that were given stay as they are", (context) => {
  const made = [];
  const { encode } = TextEncoder.prototype;
  context.mock.method(TextEncoder.prototype, "encode", function (text) {
    made.push(encode.call(this, text));
    return made.at(-1);
  });
  new Connection(access);
  new Connection(JSON.stringify(access));
  assert.equal(made.length, 2);
  assert.ok(made.every((bytes) => bytes.length > 100 && bytes.every((byte) => byte === 0)));

  const given = Buffer.from(JSON.stringify(access));
  new Connection(given);
  assert.equal(given.toString(), JSON.stringify(access));
});

test("a signed request", () => {
  const connection = new Connection(access);
  assertSilent(connection.sign({ method: "GET", resource: "customerlist.nv" }, 1767323045000, "tx"));
});

test("errors about a connection", () => {
  const refused = [
    { ...access, customer_key: `${KEYS[0]}\r\nX: y` },
    { ...access, partner_key: `${KEYS[1]}\u2603` },
    { ...access, customer_key: [KEYS[0]] },
    { ...access, partner_key: { key: KEYS[1] } },
    { ...access, mac: KEYS[0] },
    { ...access, base_url: `https://${KEYS[0]}:${KEYS[1]}@` },
    `{"customer_key":"${KEYS[0]}",`,
    `{"customer_key":"${KEYS[0]}","customer_key":"${KEYS[1]}"}`,
  ];
  for (const connection of refused) {
    assert.throws(() => new Connection(connection), (error) => {
      assert.equal(error.kind, "connection");
      assertSilent(error);
      return true;
    });
  }
});

test("an error while signing", () => {
  const connection = new Connection(access);
  assert.throws(() => connection.sign({ method: "GET", resource: "../etc" }, 1767323045000, "tx\n"), (error) => {
    assertSilent(error);
    return true;
  });
});
