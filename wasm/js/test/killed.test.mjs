// A host process that is killed at any moment, again and again, still exports each order exactly once.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { assertExactlyOnce, orders } from "../testing/orders.mjs";
import { Simulator } from "../testing/simulator.mjs";

const host = fileURLToPath(new URL("../testing/export_host.mjs", import.meta.url));
const exported = orders(500);
const kills = 200;
// What goes wrong at the simulator beside it, of a thousand requests; a request is late by less than a host process waits.
const faults = { per_mille: 20, longest_late_ms: 50, longest_slow_ms: 20 };

let simulator;
let folder;
/** The host process that starts up while another is at work. */
let next;

before(async () => {
  simulator = await Simulator.start();
  folder = mkdtempSync(join(tmpdir(), "netvisor-orders-"));
});
after(async () => {
  await next?.kill();
  simulator?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("killed 200 times", { timeout: 600_000 }, async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
  console.log(`SEED=${seed}`); // Given in the environment, the same kills and faults come again.
  const dice = drawsFrom(seed);
  writeFileSync(join(folder, "orders.json"), JSON.stringify(exported));
  await simulator.control("faults", { by_seed: { seed, ...faults } });
  await simulator.control("faults", { lost_answer_ms: 10 });

  next = new Host();
  for (let kill = 0; kill < kills; kill += 1) {
    const running = next;
    next = new Host();
    running.begin();
    const left = exported.length - (await simulator.state()).documents.length;
    const when = dice(10);
    if (when === 0) {
      await sleep(dice(150)); // while it reads what is stored, or soon after
    } else if (when === 1) {
      await running.reaches("look", 1 + dice(4)); // while it looks up what is there
    } else {
      // While it exports, so early that orders are left for the kills to come.
      await running.reaches("change", 1 + dice(Math.max(1, Math.floor(left / (kills - kill)))));
      await sleep(dice(8));
    }
    assert.equal(await running.kill(), "SIGKILL");
  }

  for (const order of await reportOf(next, "report.json")) {
    // An order that was killed three times just as it was to be sent is given up on; that is told, and it can be exported again.
    const isUnanswered = order.outcome === "failed" && order.faults.some(({ code }) => code === "request_unanswered");
    assert.ok(isUnanswered || ["exported", "already_exported"].includes(order.outcome), JSON.stringify(order));
  }
  next = new Host("again.state", "again.json");
  for (const order of await reportOf(next, "again.json")) {
    assert.ok(["exported", "already_exported"].includes(order.outcome), JSON.stringify(order));
  }
  assertExactlyOnce(await simulator.state(), exported);
});

/** What becomes of the orders when a host process comes to its end. */
async function reportOf(host, file) {
  host.begin();
  await host.end();
  const report = JSON.parse(readFileSync(join(folder, file), "utf8"));
  assert.equal(report.finished, true);
  return report.orders;
}

/** A host process under way. */
class Host {
  #process;
  #errors;
  #exit;
  #written = "";

  constructor(state = "state", report = "report.json") {
    const files = ["orders.json", state, report].map((file) => join(folder, file));
    this.#process = spawn(process.execPath, [host, simulator.url, ...files], { stdio: "pipe" });
    this.#process.stdout.setEncoding("utf8").on("data", (data) => (this.#written += data));
    this.#errors = text(this.#process.stderr);
    this.#exit = once(this.#process, "close");
  }

  begin() {
    this.#process.stdin.on("error", () => {}).write("begin\n");
  }

  /** Waits until it has written that line so many times. */
  async reaches(line, count) {
    while (this.#written.split(`${line}\n`).length <= count) {
      const ended = await Promise.race([once(this.#process.stdout, "data"), this.#exit.then(() => true)]);
      if (ended === true) assert.fail(`it ended before: ${(await this.#errors) || "it was finished"}`);
    }
  }

  /** Returns the signal that ended it; null if it had ended before. */
  async kill() {
    this.#process.kill("SIGKILL");
    const [, signal] = await this.#exit;
    return signal;
  }

  async end() {
    const [status] = await this.#exit;
    assert.equal(status, 0, await this.#errors);
  }
}

/** Whole numbers below a bound, drawn from a seed (mulberry32). */
function drawsFrom(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
