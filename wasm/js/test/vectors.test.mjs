// Replays tests/vectors/, which every language does: the same bytes, the same errors.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { Connection, NetvisorOrdersError, OrderExport, preview, readOrder, readReply, Settings } from "netvisor-orders";
import {
  CatalogueFetch, DocumentFetch, matchCustomers, matchProducts, NumberPlan, requiredPermissions, SetupCheck, StockFetch,
} from "netvisor-orders/fetch";

const vectors = new URL("../../../tests/vectors/", import.meta.url);
const codes = new Set(JSON.parse(readFileSync(new URL("error-codes.json", vectors), "utf8")).map(({ code }) => code));
/** The classes of fetches, by the names that cases and checkpoints have for them. */
const fetches = {
  stock: StockFetch, catalogue: CatalogueFetch, documents: DocumentFetch, setup_check: SetupCheck,
  number_plan: NumberPlan,
};
const cases = readdirSync(vectors, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test("there are cases", () => assert.notEqual(cases.length, 0));

for (const { name } of cases) {
  test(name, () => {
    const files = new Case(name);
    const outcome = files.json("outcome.json");
    if (outcome.error === undefined) {
      assert.deepEqual(replay(files), outcome);
    } else {
      assert.deepEqual(refusal(() => replay(files)), outcome.error);
      for (const { code } of outcome.error.faults) assert.ok(codes.has(code), `${code} is in error-codes.json`);
    }
    files.assertAllConsumed();
  });
}

/** Runs the operation of a case, and returns what outcome.json holds when it succeeds. */
function replay(files) {
  const { operation, shop, stamp, resource, http_status, steps, fetch } = files.json("case.json");
  switch (operation) {
    case "preview": {
      const settings = new Settings(files.optional("settings.json") ?? "{}");
      const { order, warnings } = readOrder(shop, files.order());
      const known = files.optional("known.json") ?? "{}";
      const previewed = preview(order, settings, known);
      const connection = new Connection(files.shared("connection.json"));
      const documents = previewed.documents.map(({ kind, when, awaits, request }, index) => {
        const { method, resource, query, body } = request;
        files.assertExpected(`expect-${index + 1}.xml`, body);
        if (awaits.length === 0) {
          const signed = connection.sign(request, stamp.unix_ms, `${stamp.transaction_id}-${index + 1}`);
          assert.equal(signed.body, body);
          files.assertExpected(`expect-${index + 1}.http`, http(signed));
        }
        return { kind, when, awaits, method, resource, query };
      });
      return { order, read_warnings: warnings, documents, warnings: previewed.warnings };
    }
    case "read_order":
      return { result: readOrder(shop, files.order()) };
    case "settings":
      new Settings(files.bytes("settings.json")).free();
      return { result: "ok" };
    case "connection":
      new Connection(files.bytes("connection.json")).free();
      return { result: "ok" };
    case "sign": {
      const connection = new Connection(files.optional("connection.json") ?? files.shared("connection.json"));
      const signed = connection.sign(files.json("request.json"), stamp.unix_ms, stamp.transaction_id);
      files.assertExpected("expect-1.http", http(signed));
      return { result: "ok" };
    }
    case "read_reply":
      return { result: readReply(resource, http_status, files.bytes("reply.xml")) };
    case "export": {
      const settings = new Settings(files.optional("settings.json") ?? "{}");
      return takeSteps(files, steps, OrderExport, new OrderExport(files.bytes("orders.json"), settings), settings);
    }
    case "fetch": {
      const settings = new Settings(files.optional("settings.json") ?? "{}");
      const type = fetches[fetch];
      return takeSteps(files, steps, type, new type(files.optional("options.json") ?? "{}", settings), settings);
    }
    case "resume":
      return resume(files, () => OrderExport);
    case "resume_fetch":
      return resume(files, (checkpoint) => fetches[/"kind":"(\w+)"/.exec(checkpoint)?.[1]] ?? StockFetch);
    case "required_permissions": {
      const settings = new Settings(files.optional("settings.json") ?? "{}");
      return { result: requiredPermissions(settings, files.bytes("features.json")) };
    }
    case "match_customers":
      return matched(files, matchCustomers);
    case "match_products":
      return matched(files, matchProducts);
    default:
      throw new Error(`no such operation: ${operation}`);
  }
}

/** Polls at each step's time, then hands in what the step says. */
function takeSteps(files, steps, type, machine, settings) {
  let last = 0;
  const shown = steps.map(({ now, id, reply, http_status = 200, no_reply, resume }, index) => {
    const output = machine.pollOutput(now);
    const step = { output };
    if (output.kind === "send") {
      last = output.id;
      const { body, ...head } = output.request;
      if (body !== undefined) files.assertExpected(`expect-${index + 1}.xml`, body);
      step.output = { ...output, request: head };
    }
    const handIn = () => {
      if (reply !== undefined) machine.handleReply(id ?? last, http_status, files.bytes(reply));
      if (no_reply !== undefined) machine.handleNoReply(id ?? last, no_reply);
    };
    const error = errorOf(handIn);
    if (error !== undefined) step.error = error;
    if (resume) {
      const checkpoint = machine.checkpoint();
      files.assertExpected(`expect-${index + 1}.checkpoint`, checkpoint);
      machine = type.resume(checkpoint, settings);
    }
    return step;
  });
  return { steps: shown, progress: machine.progress(), report: machine.report() };
}

function resume(files, typeOf) {
  const settings = new Settings(files.optional("settings.json") ?? "{}");
  const checkpoint = files.bytes("checkpoint.txt").toString();
  return { result: typeOf(checkpoint).resume(checkpoint, settings).progress() };
}

function matched(files, match) {
  return { result: match(files.bytes("shop.json"), files.bytes("netvisor.json"), files.optional("options.json")) };
}

/** The files of one case; knows which expected ones have been compared. */
class Case {
  #folder;
  #unconsumed;

  constructor(name) {
    this.#folder = new URL(`${name}/`, vectors);
    this.#unconsumed = new Set(readdirSync(this.#folder).filter((file) => file.startsWith("expect-")));
  }

  bytes(file) {
    return readFileSync(new URL(file, this.#folder));
  }

  /** order.json, filled up with blanks at its end where the case says to how many bytes. */
  order() {
    const json = this.bytes("order.json");
    return Buffer.concat([json, Buffer.alloc(Math.max(0, (this.json("case.json").order_bytes ?? 0) - json.length), " ")]);
  }

  json(file) {
    return JSON.parse(this.bytes(file));
  }

  optional(file) {
    return readdirSync(this.#folder).includes(file) ? this.bytes(file) : undefined;
  }

  shared(file) {
    return readFileSync(new URL(file, vectors));
  }

  assertExpected(file, actual) {
    assert.deepEqual(Buffer.from(actual).toString(), this.bytes(file).toString(), file);
    this.#unconsumed.delete(file);
  }

  assertAllConsumed() {
    assert.deepEqual([...this.#unconsumed], [], "expected, but not made");
  }
}

function http({ method, url, headers }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`);
  return `${method} ${url}\n${lines.join("")}`;
}

function refusal(operation) {
  return errorOf(operation) ?? assert.fail("was accepted");
}

/** The error's JSON, from the exception; nothing where there is none. */
function errorOf(operation) {
  try {
    operation();
  } catch (error) {
    assert.ok(error instanceof NetvisorOrdersError, `${error}`);
    const { kind, code, path, message, faults } = error;
    return { kind, code, path, message, faults };
  }
}
