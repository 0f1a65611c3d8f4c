import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as library from "netvisor-orders";
import {
  Connection, initAsync, initExportAsync, NetvisorOrdersError, OrderExport, preview, readOrder, readReply, Settings,
} from "netvisor-orders";
import {
  CatalogueFetch, DocumentFetch, matchCustomers, matchProducts, NumberPlan, requiredPermissions, SetupCheck, StockFetch,
} from "netvisor-orders/fetch";

const text = readFileSync(new URL("../examples/order.json", import.meta.url), "utf8");
const order = JSON.parse(text);
const access = JSON.parse(readFileSync(new URL("../examples/connection.json", import.meta.url), "utf8"));

test("the version is the package's", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  assert.equal(library.version(), version);
});

test("an order can be text, bytes or an object", () => {
  const settings = new Settings();
  const expected = preview(order, settings);
  assert.ok(expected.documents.length >= 2);
  assert.ok(expected.documents.every(({ request }) => request.body.startsWith("<root>")));
  assert.deepEqual(preview(text, settings), expected);
  assert.deepEqual(preview(new TextEncoder().encode(text), settings), expected);
  assert.deepEqual(preview(Buffer.from(text), settings), expected);
  assert.deepEqual(preview(readOrder("canonical", text).order, settings), expected);
});

test("known keys complete what awaits them", () => {
  const payment = { record: "when_paid", methods: { paytrail: { name: "Paytrail" } } };
  const settings = new Settings({ document: { type: "invoice" }, numbering: { mode: "automatic" }, payment });
  const last = (known) => preview(order, settings, known).documents.at(-1);
  assert.equal(last({}).kind, "sales_payment");
  assert.ok(last({}).awaits.includes("document_key"));
  assert.deepEqual(last({ customer_key: 8, document_key: 12 }).awaits, []);
});

test("letters of every size survive both ways", () => {
  const settings = new Settings({ xml: { characters: "utf8" }, text_overflow: "refuse" });
  const name = "Pöytä İğ 🛋 €";
  const lines = [{ ...order.lines[0], name }, ...order.lines.slice(1)];
  const bodies = preview({ ...order, lines }, settings).documents.map(({ request }) => request.body);
  assert.ok(bodies.some((body) => body.includes(name)));
});

test("texts of every length go in as they are, and two of one call beside each other", () => {
  const settings = new Settings({ xml: { characters: "utf8" }, document: { type: "invoice" }, numbering: { mode: "automatic" } });
  const known = { customer_key: 4711 };
  // As many as fill the buffers that short texts share several times over, and some too long for them.
  for (let length = 1; length < 2_000; length += length > 100 ? 300 : 1) {
    const json = JSON.stringify({ ...order, comment: "äb€🛋".repeat(length) });
    const expected = preview(new TextEncoder().encode(json), settings, new TextEncoder().encode(JSON.stringify(known)));
    assert.deepEqual(preview(json, settings, known), expected);
  }
});

test("signing leaves the body alone and is the same every time", () => {
  const connection = new Connection(access);
  const request = { method: "POST", resource: "salesinvoice.nv", query: [["method", "add"]], body: "<root>ä</root>" };
  const signed = connection.sign(request, 1767323045000, "tx-1");
  assert.equal(signed.body, request.body);
  assert.equal(signed.url, `${access.base_url}/salesinvoice.nv?method=add`);
  assert.equal(signed.headers["X-Netvisor-Authentication-TransactionId"], "tx-1");
  assert.deepEqual(connection.sign(request, 1767323045000, "tx-1"), signed);
  assert.notDeepEqual(connection.sign(request, 1767323045000, "tx-2"), signed);
  assert.ok(!("body" in connection.sign({ method: "GET", resource: "customerlist.nv" }, 1767323045000, "tx-3")));
});

test("a reply can be text or bytes", () => {
  const xml = "<Root><ResponseStatus><Status>OK</Status><TimeStamp>2.1.2026 5:04:05</TimeStamp></ResponseStatus>"
    + "<Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies></Root>";
  const reply = readReply("salesinvoice.nv", 200, xml);
  assert.equal(reply.outcome, "done");
  assert.equal(reply.inserted_key, 8);
  assert.deepEqual(readReply("salesinvoice.nv", 200, Buffer.from(xml)), reply);
});

test("an export takes orders as text, bytes or a list", () => {
  const settings = new Settings();
  const checkpoints = [`[${text}]`, Buffer.from(`[${text}]`), [order]].map((orders) => {
    const orderExport = new OrderExport(orders, settings);
    assert.deepEqual(orderExport.progress(), { total: 1, done: 0, current: order.number });
    return orderExport.checkpoint();
  });
  assert.equal(new Set(checkpoints).size, 1);
  const resumed = OrderExport.resume(checkpoints[0], settings);
  assert.ok(resumed instanceof OrderExport);
  assert.equal(resumed.checkpoint(), checkpoints[0]);
  assert.equal(JSON.stringify(resumed), "{}");
});

test("an export gives one request at a time, with its body", () => {
  const orderExport = new OrderExport([order], new Settings({ customers: { match: "temporary" } }));
  const now = 1767323045000;
  let output;
  while ((output = orderExport.pollOutput(now)).kind === "send" && output.request.body === undefined) {
    assert.equal(output.must_checkpoint, false);
    assert.deepEqual(orderExport.pollOutput(now), { kind: "wait", until: now + 120_000, reason: "in_flight" });
    const nothing = "<Root><ResponseStatus><Status>OK</Status></ResponseStatus>"
      + `<${output.request.resource === "productlist.nv" ? "ProductList" : "SalesInvoiceList"}/></Root>`;
    orderExport.handleReply(output.id, 200, nothing);
  }
  assert.deepEqual([output.kind, output.must_checkpoint, output.order], ["send", true, order.number]);
  assert.match(output.request.body, /^<root>/);
});

test("a fetch takes options as text, bytes or an object, and resumes as what it was", () => {
  const settings = new Settings();
  for (const type of [StockFetch, CatalogueFetch, DocumentFetch, SetupCheck, NumberPlan]) {
    const given = type === NumberPlan ? { next_number: 10_400 } : {};
    const text = JSON.stringify(given);
    const [checkpoint, ...others] = [text, Buffer.from(text), given].map((options) => new type(options, settings).checkpoint());
    assert.deepEqual(others, [checkpoint, checkpoint]);
    const resumed = type.resume(checkpoint, settings);
    assert.ok(resumed instanceof type);
    assert.equal(resumed.checkpoint(), checkpoint);
    assert.equal(resumed.pollOutput(1767323045000).kind, "send");
    const another = type === StockFetch ? CatalogueFetch : StockFetch;
    for (const wrong of [another, OrderExport]) {
      assert.throws(() => wrong.resume(checkpoint, settings), { kind: "checkpoint", code: "checkpoint_invalid" });
    }
  }
});

test("a fetch gives one request at a time", () => {
  const fetch = new StockFetch({}, new Settings());
  const now = 1767323045000;
  const { id, order, must_checkpoint } = fetch.pollOutput(now);
  assert.deepEqual([order, must_checkpoint], [null, false]);
  assert.deepEqual(fetch.pollOutput(now), { kind: "wait", until: now + 120_000, reason: "in_flight" });
  fetch.handleNoReply(id, "timeout");
  assert.equal(fetch.pollOutput(now).reason, "back_off");
  assert.deepEqual(fetch.progress(), { total: null, done: 0 });
});

test("the rights that are needed, no more", () => {
  const settings = new Settings();
  const { permissions, prerequisites } = requiredPermissions(settings, ["stock"]);
  assert.deepEqual(permissions.map(({ resource }) => resource), ["inventorybywarehouse.nv"]);
  assert.notEqual(prerequisites.length, 0);
  assert.deepEqual(requiredPermissions(settings, '["stock"]').permissions, permissions);
});

test("registers are matched, as lists or as text", () => {
  const shop = [
    { id: "17", name: "Kahvila Kukka Oy", business_id: "FI12345671" },
    { id: "18", name: "Virtanen, Aino" },
  ];
  const cards = [{ netvisor_key: 8, code: "1008", name: "KAHVILA KUKKA", business_id: "1234567-1" }];
  const matched = matchCustomers(shop, cards, { csv: true });
  assert.deepEqual(matched.proposals, [
    { shop_id: "17", netvisor_key: 8, code: "1008", score: 95, reasons: ["business_id", "name"], against: [] },
  ]);
  assert.deepEqual(matched.unmatched, ["18"]);
  assert.equal(matched.csv.proposals.split("\r\n")[1], "17,Kahvila Kukka Oy,1008,95,business_id+name");
  assert.deepEqual(matchCustomers(JSON.stringify(shop), Buffer.from(JSON.stringify(cards)), '{"csv": true}'), matched);
  assert.ok(!("csv" in matchCustomers(shop, cards)));

  const products = [
    { sku: "PAITA", name: "Paita", price: "20.00", prices_include_vat: false },
    { sku: "HUIVI", name: "Huivi" },
  ];
  const compared = matchProducts(products, [{ netvisor_key: 3, code: "PAITA", name: "Paita", unit_price: "19.9" }]);
  assert.deepEqual(compared.different, [
    { sku: "PAITA", netvisor_key: 3, name: null, price: { type: "net", shop: "20.00", netvisor: "19.9" } },
  ]);
  assert.deepEqual(compared.missing, [{ sku: "HUIVI", name: "Huivi" }]);
});

test("errors carry kind, code, path, message and all faults", () => {
  const refused = (operation, kind, code, path) =>
    assert.throws(operation, (error) => {
      assert.ok(error instanceof NetvisorOrdersError && error instanceof Error);
      assert.equal(error.name, "NetvisorOrdersError");
      assert.deepEqual([error.kind, error.code, error.path], [kind, code, path]);
      assert.equal(error.message, error.faults[0].message);
      assert.deepEqual(Object.keys(error.faults[0].messages).sort(), ["en", "fi", "sv"]);
      return true;
    });
  const settings = new Settings();
  const connection = new Connection(access);
  refused(() => preview({ ...order, number: 7 }, settings), "order", "type_mismatch", "/number");
  refused(() => preview("{", settings), "order", "json_invalid", "");
  refused(() => preview(undefined, settings), "order", "json_invalid", "");
  refused(() => preview(order, settings, { key: 1 }), "request", "field_unknown", "/key");
  refused(() => readOrder("magento", text), "order", "shop_unknown", "");
  refused(() => new Settings({ numbring: {} }), "settings", "field_unknown", "/numbring");
  refused(() => new Connection({ ...access, mac: "MD5" }), "connection", "value_not_allowed", "/mac");
  const awaiting = { method: "POST", resource: "salespayment.nv", awaits: ["document_key"] };
  refused(() => connection.sign(awaiting, 1767323045000, "tx"), "request", "request_incomplete", "/awaits");
  refused(() => new OrderExport("{}", settings), "order", "type_mismatch", "");
  refused(() => OrderExport.resume("", settings), "checkpoint", "checkpoint_invalid", "");
  refused(() => new OrderExport([order], settings).handleReply(1, 200, ""), "misuse", "request_id_unknown", "/id");
  refused(() => new OrderExport([order], settings).handleNoReply(1, "timeout"), "misuse", "request_id_unknown", "/id");
  refused(() => new StockFetch({ warehouse: "A" }, settings), "options", "field_unknown", "/warehouse");
  refused(() => new CatalogueFetch({ source: "web" }, settings), "options", "value_not_allowed", "/source");
  refused(() => requiredPermissions(settings, ["import"]), "options", "value_not_allowed", "/0");
  refused(() => matchCustomers([{ id: "1" }], []), "register", "field_missing", "/shop/0/name");
  refused(() => matchProducts([], [], { csv: true }), "register", "field_unknown", "/options/csv");
  assert.throws(() => readReply("salesinvoice.nv", 502, "<html>Bad gateway"), { kind: "reply" });
});

test("a value that JavaScript itself could not pass on is a TypeError", () => {
  const settings = new Settings();
  const connection = new Connection(access);
  const request = { method: "GET", resource: "customerlist.nv" };
  assert.throws(() => preview(order, {}), TypeError);
  assert.throws(() => preview({ ...order, number: 1n }, settings), TypeError);
  for (const time of [1.5, NaN, Infinity, "1767323045000", undefined]) {
    assert.throws(() => connection.sign(request, time, "tx"), TypeError);
  }
  for (const status of [-1, 65536 + 200, 200.5, "200"]) assert.throws(() => readReply("x.nv", status, ""), TypeError);
  assert.throws(() => readReply("x.nv", 200, new ArrayBuffer(3)), TypeError);
  const orderExport = new OrderExport([order], settings);
  const { id } = orderExport.pollOutput(1767323045000);
  for (const time of [1.5, NaN, "1767323045000", undefined]) assert.throws(() => orderExport.pollOutput(time), TypeError);
  for (const other of [-1, 0.5, NaN, "1", undefined]) assert.throws(() => orderExport.handleReply(other, 200, ""), TypeError);
  for (const status of [-1, 65536 + 200, "200"]) assert.throws(() => orderExport.handleReply(id, status, ""), TypeError);
  assert.throws(() => orderExport.handleReply(id, 200, null), TypeError);
  for (const kind of ["lost", "toString", undefined]) assert.throws(() => orderExport.handleNoReply(id, kind), TypeError);
  assert.throws(() => OrderExport.resume(Buffer.from("{}"), settings), TypeError);
  assert.throws(() => new OrderExport([order], {}), TypeError);
  assert.throws(() => new StockFetch({}, {}), TypeError);
  assert.throws(() => new StockFetch({}), TypeError);
  assert.throws(() => StockFetch.resume(Buffer.from("{}"), settings), TypeError);
  assert.throws(() => requiredPermissions({}, ["stock"]), TypeError);
  assert.throws(() => matchCustomers([{ id: 1n }], []), TypeError);
  orderExport.handleNoReply(id, "not_connected"); // Nothing of that was taken for an answer.
});

test("what was freed is refused, and freeing twice is harmless", () => {
  const settings = new Settings();
  const connection = new Connection(access);
  const orderExport = new OrderExport([order], settings);
  const fetch = new StockFetch({}, settings);
  for (const handle of [settings, connection, orderExport, fetch, settings, connection, orderExport, fetch]) handle.free();
  for (const use of ["checkpoint", "progress", "report"]) {
    assert.throws(() => orderExport[use](), /was freed/);
    assert.throws(() => fetch[use](), /was freed/);
  }
  assert.throws(() => preview(order, settings), /were freed/);
  assert.throws(() => connection.sign({ method: "GET", resource: "customerlist.nv" }, 0, "tx"), /was freed/);
  const disposed = new Settings();
  disposed[Symbol.dispose]();
  assert.throws(() => preview(order, disposed), /were freed/);
});

test("loading does no harm after the first use", async () => {
  for (const load of [initAsync, initAsync, initExportAsync, initExportAsync]) await load();
  assert.ok(library.version());
});
