// `npm run faults [-- --rounds 200 --seed N]`: kills the bot so often, on each engine, while people answer, and looks whether
// anything is lost. With the same seed the people answer alike and the kills come after the same waits.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { checkNode } from "./ground/node-version.mjs";

const options = {
  rounds: { type: "string", default: "200" },
  seed: { type: "string", default: String(randomInt(1_000_000)) },
};

async function run() {
  const { rounds, seed } = parseArgs({ options }).values;
  for (const [name, value] of Object.entries({ rounds, seed })) {
    if (!/^[1-9]\d{0,8}$/.test(value)) {
      console.error(`--${name} is not a whole number above 0; for example --${name} 200`);
      return 2;
    }
  }
  const { runNode, stoppable } = await import("./ground/child.mjs");
  const { inRoot } = await import("./ground/places.mjs");
  const { setUpOrExit } = await import("./ground/set-up.mjs");
  await setUpOrExit({ tests: true });
  const env = { ...process.env, NODE_ENV: "test", FAULT_ROUNDS: rounds, FAULT_SEED: seed };
  const vitest = [inRoot("node_modules/vitest/vitest.mjs"), "run", "test/faults/storm.test.ts"];
  console.log(`${rounds} kills on each engine, seed ${seed}`);
  const { code } = await stoppable(() => runNode(vitest, { show: true, env }));
  return code;
}

if (checkNode()) process.exitCode = await run();
