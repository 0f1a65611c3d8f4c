// A running simulator with one company. `cargo xtask test node` builds the program and says where it is.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { Connection } from "netvisor-orders";

const credentials = JSON.parse(readFileSync(new URL("../examples/connection.json", import.meta.url), "utf8"));

export class Simulator {
  #process;

  static async start() {
    const program = process.env.NETVISOR_SIMULATOR;
    assert.ok(program, "NETVISOR_SIMULATOR must name the simulator's program");
    const simulator = new Simulator();
    simulator.#process = spawn(program, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(createInterface(simulator.#process.stdout), "line");
    [simulator.url] = line.match(/http:\S+/);
    return simulator;
  }

  stop() {
    this.#process.kill();
  }

  connection() {
    return connectionTo(this.url);
  }

  /** A control request, such as `reset` or `faults`. */
  async control(name, body = {}) {
    const response = await fetch(`${this.url}/_${name}`, { method: "POST", body: JSON.stringify(body) });
    assert.equal(response.status, 200, await response.text());
  }

  /** One fault, or null, for each coming request. */
  plan(...faults) {
    return this.control("faults", { plan: faults });
  }

  async state() {
    return (await fetch(`${this.url}/_state`)).json();
  }
}

/** A sender's name beyond ASCII: it goes through a header. */
export function connectionTo(url) {
  return new Connection({ ...credentials, base_url: url, sender: "Myymälä" });
}
