// A fresh process that loads the library, builds and signs one invoice, over a bare `node -e 0`: milliseconds. With `require`, and
// with `import`, for which Node first starts another loader.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUNS = 25;
const program = (name) => fileURLToPath(new URL(name, import.meta.url));
const programs = { "node -e 0": ["-e", "0"], require: [program("one_invoice.cjs")], import: [program("one_invoice.mjs")] };

function run(args) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return performance.now() - start;
}

// Taken in turns, so that a slow moment of the machine meets all.
const rounds = Array.from({ length: RUNS }, () => Object.values(programs).map(run));
for (const [name, place] of [["median", RUNS >> 1], ["least", 0]]) {
  const times = Object.keys(programs).map((_, index) => rounds.map((round) => round[index]).sort((a, b) => a - b)[place]);
  const over = (index) => `${(times[index] - times[0]).toFixed(1)} ms`;
  console.log(`cold start, ${name} of ${RUNS}: node -e 0 ${times[0].toFixed(1)} ms; one invoice over it with require ${over(1)}, import ${over(2)}`);
}
