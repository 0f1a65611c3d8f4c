import { setTimeout as sleep } from "node:timers/promises";

/** `clock` and `sleep` for `run`: runs ahead instead of waiting, but for the time that late requests take here. */
export function fastClock(realMs = 0) {
  let ahead = 0;
  return {
    clock: () => Date.now() + ahead,
    sleep: async (ms) => {
      await sleep(realMs);
      ahead += ms;
    },
  };
}
