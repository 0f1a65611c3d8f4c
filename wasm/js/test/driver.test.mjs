// `run` against the simulator, over real HTTP.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { fetchSender, OrderExport, run, Settings } from "netvisor-orders";

import { fastClock } from "../testing/fast_clock.mjs";
import { assertExactlyOnce, choices, orders } from "../testing/orders.mjs";
import { Simulator } from "../testing/simulator.mjs";

const settings = new Settings(choices);
const three = orders(3);

let simulator;
let connection;
/** Checkpoints and requests in the order in which the host met them. */
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
const send = async (request) => {
  met.push({ request });
  return fetchSender()(request);
};
const requests = () => met.flatMap(({ request }) => request ?? []);
const changes = () => requests().filter(({ method }) => method === "POST");
const begin = () => new OrderExport(three, settings);
const lastStored = () => OrderExport.resume(met.findLast(({ checkpoint }) => checkpoint).checkpoint, settings);
const isChangeOf = (resource) => ({ method, url }) => method === "POST" && url.includes(`/${resource}.nv`);

async function assertFinished(report) {
  assert.equal(report.finished, true);
  for (const { outcome } of report.orders) assert.ok(["exported", "already_exported"].includes(outcome), outcome);
  assertExactlyOnce(await simulator.state(), three);
}

test("orders are exported with fetch, and their report and progress told", async () => {
  const told = [];
  const report = await run(begin(), connection, { store, onProgress: (progress) => told.push(progress) });
  await assertFinished(report);
  assert.equal(told.length, report.requests + 1);
  assert.deepEqual(told[0], { total: 3, done: 0, current: three[0].number });
  assert.deepEqual(told.at(-1), { total: 3, done: 3, current: null });
  assert.deepEqual(lastStored().report(), report);
});

test("the checkpoint is kept before each request that changes something, however long that takes", async () => {
  let storing = 0;
  const slowly = async (checkpoint) => {
    storing += 1;
    await new Promise((done) => setTimeout(done, 5));
    met.push({ checkpoint });
    storing -= 1;
  };
  const watched = async (request) => {
    assert.equal(storing, 0);
    return send(request);
  };
  await assertFinished(await run(begin(), connection, { store: slowly, send: watched, onSendError: assert.fail }));
  assert.ok(changes().length > 6);
  met.forEach(({ request }, index) => {
    if (request?.method === "POST") assert.ok(met[index - 1].checkpoint, `${request.url} after a checkpoint`);
  });
});

test("where the checkpoint cannot be kept, nothing is sent, and the export can go on", async () => {
  const full = new Error("the disk is full");
  const orderExport = begin();
  await assert.rejects(run(orderExport, connection, { store: () => Promise.reject(full), send }), full);
  assert.equal(changes().length, 0);
  await assertFinished(await run(orderExport, connection, { store, ...fastClock() }));
});

test("each attempt is signed anew, with the real time whatever the export's clock says", async () => {
  await simulator.plan("lost_before", { status: { code: 503, when: "after_commit" } });
  await simulator.control("faults", { lost_answer_ms: 5 });
  const tomorrow = Date.now() + 86_400_000;
  const { sleep, clock } = fastClock();
  await assertFinished(await run(begin(), connection, { store, send, sleep, clock: () => clock() + 86_400_000 }));
  const header = (name) => requests().map(({ headers }) => headers[`X-Netvisor-Authentication-${name}`]);
  assert.equal(new Set(header("TransactionId")).size, requests().length);
  for (const stamp of header("TimestampUnix")) assert.ok(Number(stamp) * 1000 < tomorrow - 3_600_000, stamp);
});

test("an answer that does not come in time is looked for, not sent for again", async () => {
  await simulator.control("faults", { lost_answer_ms: 500 });
  let lost = false;
  const impatient = async (request) => {
    if (isChangeOf("salesinvoice")(request) && !lost) {
      lost = true;
      await simulator.plan("lost_after_commit");
      assert.deepEqual(await fetchSender({ timeoutMs: 50 })(request), { noReply: "timeout" });
      met.push({ request });
      return { noReply: "timeout" };
    }
    return send(request);
  };
  await assertFinished(await run(begin(), connection, { store, send: impatient, onSendError: assert.fail }));
  assert.equal(requests().filter(isChangeOf("salesinvoice")).length, 3);
});

test("what was certainly not sent is sent again without being looked for", async () => {
  let refused = 0;
  const unplugged = async (request) =>
    isChangeOf("salesinvoice")(request) && refused++ < 1 ? { noReply: "not_connected" } : send(request);
  await assertFinished(await run(begin(), connection, { store, send: unplugged, ...fastClock() }));
  const lookUps = requests().filter(({ url }) => url.includes("/salesinvoicelist.nv")).length;
  met = [];
  await simulator.control("reset");
  await assertFinished(await run(begin(), connection, { store, send, ...fastClock() }));
  assert.equal(requests().filter(({ url }) => url.includes("/salesinvoicelist.nv")).length, lookUps);
});

const broken = {
  "throws": () => {
    throw new Error("no such method");
  },
  "gives nothing": () => undefined,
  "gives another status": () => ({ status: "200", body: "" }),
  "gives another body": () => ({ status: 200, body: { xml: "<Root/>" } }),
  "gives another reason": () => ({ noReply: "lost" }),
};
for (const [what, result] of Object.entries(broken)) {
  test(`a send that ${what} after sending leaves doubt, which is settled`, async () => {
    const errors = [];
    const faulty = async (request) => {
      const answer = await send(request);
      return isChangeOf("salesinvoice")(request) && errors.length === 0 ? result() : answer;
    };
    const onSendError = (error) => errors.push(error);
    await assertFinished(await run(begin(), connection, { store, send: faulty, onSendError, ...fastClock() }));
    assert.equal(requests().filter(isChangeOf("salesinvoice")).length, 3);
    assert.equal(errors.length, 1);
    assert.ok(errors[0] instanceof Error);
  });
}

test("what send throws is told in one line when nobody else wants to know", async (context) => {
  const error = Object.assign(new Error("no such method"), { request: { headers: "secret" } });
  const { mock } = context.mock.method(console, "error", () => {});
  const { finished } = await run(begin(), connection, { store, send: () => Promise.reject(error), maxWaitMs: 0 });
  assert.equal(finished, false);
  assert.equal(mock.callCount(), 1);
  const [text, ...more] = mock.calls[0].arguments;
  assert.match(text, /^netvisor-orders: .*Error: no such method$/);
  assert.deepEqual(more, []);
});

test("a host that cannot wait gets the report so far, and a checkpoint that settles it later", async () => {
  await simulator.control("faults", { lost_answer_ms: 5 });
  let planned = false;
  const losing = async (request) => {
    if (isChangeOf("salesinvoice")(request) && !planned) {
      planned = true;
      await simulator.plan("lost_before");
    }
    return send(request);
  };
  const report = await run(begin(), connection, { store, send: losing, maxWaitMs: 0 });
  assert.equal(report.finished, false);
  assert.deepEqual(report.orders.map(({ outcome }) => outcome), ["in_doubt", "exported", "exported"]);
  await assertFinished(await run(lastStored(), connection, { store, ...fastClock(10) }));
});

test("a stop is honoured between requests", async () => {
  const stop = new AbortController();
  const stopping = async (request) => {
    const answer = await send(request);
    if (isChangeOf("salesinvoice")(request)) stop.abort();
    return answer;
  };
  const orderExport = begin();
  const report = await run(orderExport, connection, { store, send: stopping, signal: stop.signal });
  assert.equal(report.finished, false);
  assert.equal(requests().filter(isChangeOf("salesinvoice")).length, 1);
  assert.equal(met.at(-1).checkpoint, orderExport.checkpoint());
  assert.deepEqual(report, orderExport.report());
  await assertFinished(await run(lastStored(), connection, { store }));
});

test("a stop ends a wait at once, and leaves no listener behind", { timeout: 20_000 }, async () => {
  const stop = new AbortController();
  const unplugged = async () => ({ noReply: "not_connected" });
  setTimeout(() => stop.abort(), 50);
  const report = await run(begin(), connection, { store, send: unplugged, signal: stop.signal });
  assert.equal(report.finished, false);
  const before = met.length;
  assert.equal((await run(lastStored(), connection, { store, send, signal: stop.signal })).finished, false);
  assert.equal(requests().length, 0);
  assert.ok(met.length > before, "the checkpoint is kept even then");
});

test("an export that is driven twice at once is refused", async () => {
  const orderExport = begin();
  const first = run(orderExport, connection, { store });
  await assert.rejects(run(orderExport, connection, { store, send }), /being run already/);
  assert.equal(requests().length, 0);
  await assertFinished(await first);
});
