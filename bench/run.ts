/** `bench <name> [--json]`: runs a bench and says whether it met its targets; the exit code is 1 when it did not. */
import { systemClock } from "#platform/clock.ts";
import { intake } from "./intake.ts";
import type { Bench } from "./kit/bench.ts";
import { describeMachine } from "./kit/machine.ts";
import { judge, table } from "./kit/report.ts";
import { people } from "./people.ts";

/** One entry per bench. */
const BENCHES: Record<string, Bench> = { intake, people };

const names = Object.keys(BENCHES).join(", ");

function usage(): void {
  console.error(`Usage: npm run -s bench -- <name> [--json]\n  names: ${names}`);
  process.exitCode = 2;
}

async function run(name: string, bench: Bench, json: boolean): Promise<void> {
  const machine = describeMachine();
  // To stderr, so that what `--json` prints stays clean.
  const say = (line: string) => console.error(line);
  const results = (await bench({ clock: systemClock, say })).map(judge);
  if (json) console.log(JSON.stringify({ name, machine, results }));
  else console.log(table(name, machine, results));
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

// An exit takes the bots along; a signal alone would not.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const [name, ...options] = process.argv.slice(2);
const bench = name === undefined ? undefined : BENCHES[name];
if (name === undefined || !bench || options.some((option) => option !== "--json")) usage();
else await run(name, bench, options.includes("--json"));
