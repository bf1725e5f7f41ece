/** A list of 2,000 people is taken over, on SQLite and on a PostgreSQL of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchOutside, Measure } from "./kit/bench.ts";
import { median } from "./kit/figures.ts";
import { startServer } from "./kit/postgres.ts";
import { importTimes, LISTED } from "./people/lists.ts";

const AT_MOST = 5_000;

async function measured(kind: string, url: string, { clock, say }: BenchOutside): Promise<Measure[]> {
  say(`import, ${kind} …`);
  const times = await importTimes(url, { clock });
  const ms = (metric: string, value: number, target: Measure["target"]) => ({ metric, value, unit: "ms", target });
  const count = LISTED.toLocaleString("en");
  return [
    ms(`list of ${count} taken over, the middle of five, ${kind}`, median(times), { atMost: AT_MOST }),
    ms(`list of ${count} taken over, the slowest, ${kind}`, Math.max(...times), null),
  ];
}

/** The figures of both databases. */
export async function listMeasures(outside: BenchOutside): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "tropa-bench-lists-"));
  const server = await startServer();
  try {
    const onFile = await measured("SQLite", `file:${join(folder, "tropa.db")}`, outside);
    return [...onFile, ...(await measured("PostgreSQL", server.url(), outside))];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
