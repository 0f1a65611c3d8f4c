// `run` of fetches against the simulator, over real HTTP.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import { fetchSender, OrderExport, run, Settings } from "netvisor-orders";
import { CatalogueFetch, DocumentFetch, NumberPlan, SetupCheck, StockFetch } from "netvisor-orders/fetch";

import { fastClock } from "../testing/fast_clock.mjs";
import { choices, orders } from "../testing/orders.mjs";
import { Simulator } from "../testing/simulator.mjs";

const settings = new Settings({ ...choices, customers: { match: "temporary" } });

let simulator;
let connection;
/** Batches and checkpoints in the order in which the host got them. */
let met;

before(async () => {
  simulator = await Simulator.start();
  connection = simulator.connection();
});
beforeEach(async () => {
  await simulator.control("reset");
  met = [];
});
after(() => simulator.stop());

const store = (checkpoint) => void met.push({ checkpoint });
const deliver = (batch) => void met.push({ batch });
const batches = () => met.flatMap(({ batch }) => batch ?? []);
const productsOf = (handedOut) => handedOut.flatMap(({ products = [] }) => products);
const keysOf = (handedOut) => productsOf(handedOut).map(({ netvisor_key }) => netvisor_key);
const lastStored = (type) => type.resume(met.findLast(({ checkpoint }) => checkpoint).checkpoint, settings);
const stock = () => new StockFetch({}, settings);

test("each batch is delivered, and then the checkpoint past it is stored", async () => {
  const keys = await simulator.stock(2_500);
  const told = [];
  let delivering = 0;
  const slowly = async (batch) => {
    delivering += 1;
    await new Promise((done) => setTimeout(done, 5));
    deliver(batch);
    delivering -= 1;
  };
  const watched = (checkpoint) => {
    assert.equal(delivering, 0);
    store(checkpoint);
  };
  const onProgress = (progress) => told.push(progress);
  const report = await run(stock(), connection, { store: watched, deliver: slowly, onProgress });
  assert.deepEqual(met.map((what) => Object.keys(what)[0]).join(" "), "batch checkpoint ".repeat(3) + "checkpoint");
  assert.deepEqual(keysOf(batches()), keys);
  assert.deepEqual(productsOf(batches()).map(({ quantity }) => quantity), keys.map((_, index) => `${index}`));
  assert.deepEqual(told[0], { total: null, done: 0 });
  assert.deepEqual(told.slice(1).map(({ done }) => done), [1_000, 2_000, 2_500, 2_500]);
  assert.deepEqual([report.finished, report.requests, report.result.products], [true, 1, 2_500]);
  assert.match(report.result.cursor, /^\d{4}-\d\d-\d\dT/);
  assert.deepEqual(lastStored(StockFetch).pollOutput(0), { kind: "done", report });
});

test("what could not be delivered comes again, to the same object and from the checkpoint", async () => {
  const keys = await simulator.stock(2_500);
  const full = new Error("the disk is full");
  const fetch = stock();
  let calls = 0;
  const failing = async (batch) => {
    calls += 1;
    if (calls === 2) throw full;
    deliver(batch);
  };
  await assert.rejects(run(fetch, connection, { store, deliver: failing }), full);
  assert.deepEqual(keysOf(batches()), keys.slice(0, 1_000));

  // The list is fetched anew from the checkpoint, so what was delivered of it comes a second time.
  const fromCheckpoint = [];
  const resumed = lastStored(StockFetch);
  assert.equal((await run(resumed, connection, { deliver: (batch) => void fromCheckpoint.push(batch) })).finished, true);
  assert.deepEqual(keysOf(fromCheckpoint), keys);

  assert.equal((await run(fetch, connection, { store, deliver })).finished, true);
  assert.deepEqual(keysOf(batches()), keys);
});

test("a run without deliver loses nothing", async () => {
  const keys = await simulator.stock(3);
  const fetch = stock();
  await assert.rejects(run(fetch, connection, { store }), { name: "TypeError", message: /deliver/ });
  assert.deepEqual(met, []);
  await run(fetch, connection, { deliver });
  assert.deepEqual(keysOf(batches()), keys);
});

test("a second run of the same fetch while the first delivers is refused", async () => {
  await simulator.stock(3);
  const fetch = stock();
  const again = async (batch) => {
    await assert.rejects(run(fetch, connection, { deliver: assert.fail }), /being run already/);
    deliver(batch);
  };
  assert.equal((await run(fetch, connection, { deliver: again })).finished, true);
  assert.equal(batches().length, 1);
});

test("stopped at any batch and resumed, a fetch hands out everything", async () => {
  const keys = await simulator.stock(1_000);
  let fetch = new CatalogueFetch({ source: "extended" }, settings);
  let report;
  let runs = 0;
  do {
    const stop = new AbortController();
    const stopping = (batch) => {
      deliver(batch);
      stop.abort();
    };
    report = await run(fetch, connection, { store, deliver: stopping, signal: stop.signal });
    fetch = lastStored(CatalogueFetch);
    runs += 1;
  } while (!report.finished);
  assert.ok(runs > 5, `${runs} runs`);
  assert.deepEqual(keysOf(batches()), keys);
});

test("whatever goes wrong on the line, nothing is left out", async () => {
  const keys = await simulator.stock(1_000);
  await simulator.control("faults", { by_seed: { seed: 7, per_mille: 300, longest_slow_ms: 5 } });
  await simulator.control("faults", { lost_answer_ms: 5 });
  const fetch = new CatalogueFetch({ source: "extended" }, settings);
  const report = await run(fetch, connection, { store, deliver, ...fastClock() });
  assert.equal(report.finished, true);
  assert.ok(report.requests > 7, `${report.requests} requests`);
  assert.deepEqual([...new Set(keysOf(batches()))], keys);
  assert.equal((await simulator.state()).overlaps, 0);
});

test("a killed host goes on, and has everything in the end", { timeout: 120_000 }, async () => {
  const keys = await simulator.stock(3_000);
  const folder = mkdtempSync(join(tmpdir(), "netvisor-orders-"));
  const host = fileURLToPath(new URL("../testing/fetch_host.mjs", import.meta.url));
  try {
    let kills = 0;
    // Of the sixty steps there are; each run gets a little further than the one before.
    for (const steps of [1, 2, 3, 4, 3, 4, 5, 4]) {
      const running = spawn(process.execPath, [host, simulator.url, folder], { stdio: ["ignore", "pipe", "inherit"] });
      let written = 0;
      running.stdout.on("data", (data) => {
        written += data.length / "step\n".length;
        if (written >= steps) running.kill("SIGKILL");
      });
      const [status] = await once(running, "close");
      if (status === 0) break; // Faster than the kill.
      kills += 1;
    }
    assert.ok(kills >= 3, `${kills} kills`);
    const last = spawn(process.execPath, [host, simulator.url, folder], { stdio: ["ignore", "ignore", "pipe"] });
    const errors = text(last.stderr);
    assert.deepEqual(await once(last, "close"), [0, null], await errors);
    assert.equal(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).finished, true);
    const kept = readdirSync(join(folder, "products")).map(Number);
    assert.deepEqual(kept.sort((a, b) => a - b), keys);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the catalogue comes as groups, products and images, one image at a time", async () => {
  await simulator.control("product_groups", { name: "Vaatteet / Paidat", names: { SE: "Skjortor" } });
  const { netvisor_key } = await simulator.control("products", { code: "PAITA", name: "Paita", group: "Vaatteet / Paidat" });
  const image = (data) => ({ product_key: netvisor_key, mime_type: "image/png", file_name: "paita.png", title: "Edestä", data });
  await simulator.control("images", [image("AAEC"), image("AwQF")]);
  const options = { source: "extended", images: true, languages: ["se", "fi"] };
  const { result, notes } = await run(new CatalogueFetch(options, settings), connection, { deliver });
  assert.deepEqual(notes, []);
  const { groups } = batches().find(({ kind }) => kind === "groups");
  assert.ok(groups.some(({ name, parent_key }) => name === "Skjortor" && parent_key !== null));
  assert.equal(productsOf(batches())[0].code, "PAITA");
  const images = batches().filter(({ kind }) => kind === "image").map(({ image }) => image.data);
  assert.deepEqual(images, ["AAEC", "AwQF"]);
  assert.deepEqual([result.groups, result.products, result.images], [2, 1, 2]);
});

test("exported orders are told by their numbers, with what is open of them", async () => {
  const exported = orders(2);
  await run(new OrderExport(exported, settings), connection, { store: () => {} });
  const { result } = await run(new DocumentFetch({ documents: ["invoice"] }, settings), connection, { deliver });
  assert.equal(result.documents, 2);
  const documents = batches().flatMap(({ documents = [] }) => documents);
  const [paid, open] = documents.sort((a, b) => a.order - b.order);
  assert.deepEqual([paid.order, paid.status], [exported[0].number, "paid"]);
  assert.deepEqual([open.order, open.open_sum], [exported[1].number, exported[1].total]);
});

test("a setup check needs nothing but a connection, and names the right that is missing", async () => {
  const check = () => new SetupCheck({ features: ["export", "stock"] }, settings);
  assert.equal((await run(check(), connection)).result.ok, true);
  await simulator.control("permissions", { resource: "inventorybywarehouse.nv", allowed: false });
  const { finished, result } = await run(check(), connection, { store });
  assert.deepEqual([finished, result.ok, result.credentials.state], [true, false, "accepted"]);
  const missing = result.permissions.filter(({ state }) => state === "missing");
  assert.deepEqual(missing.map(({ resource }) => resource), ["inventorybywarehouse.nv"]);
  assert.ok(result.findings.some(({ message }) => message.includes(missing[0].name)));
  assert.deepEqual(lastStored(SetupCheck).report().result, result);
});

test("a plan of numbers proposes what keeps the shop's and the others' apart", async () => {
  const document = (number) => ({ kind: "invoice", number, private_comment: "by hand" });
  await simulator.control("documents", [10_398, 10_399, 10_400, 10_401].map(document));
  const plan = new NumberPlan({ next_number: 10_400, per_day: "12.5" }, settings);
  const { finished, result, notes } = await run(plan, connection);
  assert.deepEqual([finished, result.documents, result.plan.others], [true, 4, 4]);
  assert.deepEqual([result.plan.present.collides_at, result.plan.present.works], [10_400, false]);
  assert.ok(result.plan.proposed.first_number > 10_401);
  assert.notEqual(notes.length, 0);
});

test("a right that is missing ends a fetch, with Netvisor's answer", async () => {
  await simulator.control("permissions", { resource: "inventorybywarehouse.nv", allowed: false });
  const report = await run(stock(), connection, { deliver });
  assert.deepEqual([report.finished, report.stopped.refusal.netvisor_code], [false, "SERVICE_ACCESS_ERROR"]);
});

test("what send throws is asked for again", async () => {
  const keys = await simulator.stock(2);
  const errors = [];
  const faulty = async (request) => {
    if (errors.length === 0) throw new Error("no such method");
    return fetchSender()(request);
  };
  const onSendError = (error) => errors.push(error);
  const report = await run(stock(), connection, { deliver, send: faulty, onSendError, ...fastClock() });
  assert.deepEqual([report.finished, report.requests, errors.length], [true, 2, 1]);
  assert.deepEqual(keysOf(batches()), keys);
});
