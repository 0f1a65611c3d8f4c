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

  /** A control request, such as `reset` or `faults`; returns what it answers. */
  async control(name, body = {}) {
    const response = await fetch(`${this.url}/_${name}`, { method: "POST", body: JSON.stringify(body) });
    const answer = await response.text();
    assert.equal(response.status, 200, answer);
    return answer === "" ? undefined : JSON.parse(answer);
  }

  /** Puts so many products into the books, each with its stock in one warehouse; returns their keys. */
  async stock(count) {
    const cards = Array.from({ length: count }, (_, index) => ({ code: `SKU${index}`, name: `Tuote ${index}`, net_price: "10" }));
    const { netvisor_keys } = await this.control("products", cards);
    const stock = netvisor_keys.map((product_key, index) => ({ product_key, warehouse: "Tampere", on_hand: `${index}` }));
    await this.control("stock", stock);
    return netvisor_keys;
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
