/** Search by a typed name among 20,000 people, on SQLite and on a PostgreSQL of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchOutside, Measure } from "./kit/bench.ts";
import { percentile, seeded } from "./kit/figures.ts";
import { startServer } from "./kit/postgres.ts";
import { searchTimes } from "./people/search.ts";

const SEED = 20_261_120;
const AT_MOST = 30;

async function measured(kind: string, url: string, { clock, say }: BenchOutside): Promise<Measure[]> {
  say(`search, ${kind} …`);
  const { times, missed } = await searchTimes(url, { clock, random: seeded(SEED) });
  const ms = (metric: string, percent: number, target: Measure["target"]): Measure => ({
    metric: `${metric}, ${kind}`,
    value: percentile(times, percent),
    unit: "ms",
    target,
  });
  return [
    ms("search among 20,000, half of them within", 50, null),
    ms("search among 20,000, 95 of 100 within", 95, { atMost: AT_MOST }),
    { metric: `searches that found nobody, ${kind}`, value: missed, unit: "", target: { atMost: 0 } },
  ];
}

/** The figures of both databases. */
export async function searchMeasures(outside: BenchOutside): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "tropa-bench-search-"));
  const server = await startServer();
  try {
    const onFile = await measured("SQLite", `file:${join(folder, "tropa.db")}`, outside);
    return [...onFile, ...(await measured("PostgreSQL", server.url(), outside))];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
