// A fresh process that loads the library, builds and signs one invoice, over a bare `node -e 0`: milliseconds.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUNS = 25;
const program = fileURLToPath(new URL("one_invoice.mjs", import.meta.url));

const [bare, loaded] = [["-e", "0"], [program]].map((args) => () => {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return performance.now() - start;
});

// Taken in turns, so that a slow moment of the machine meets both.
const pairs = Array.from({ length: RUNS }, () => [bare(), loaded()]);
for (const [name, choose] of [["median", (times) => times[RUNS >> 1]], ["least", (times) => times[0]]]) {
  const [without, with_] = [0, 1].map((index) => choose(pairs.map((pair) => pair[index]).sort((a, b) => a - b)));
  const difference = (with_ - without).toFixed(1);
  console.log(`cold start, ${name} of ${RUNS}: node -e 0 ${without.toFixed(1)} ms, one invoice ${with_.toFixed(1)} ms, difference ${difference} ms`);
}
