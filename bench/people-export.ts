/** A person's own data as a paper and a file, on SQLite; the other database is asked the same few questions. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchOutside, Measure } from "./kit/bench.ts";
import { percentile } from "./kit/figures.ts";
import { exportTimes } from "./people/export.ts";

const AT_MOST = 1_000;

export async function exportMeasures({ clock, say }: BenchOutside): Promise<Measure[]> {
  say("export …");
  const folder = mkdtempSync(join(tmpdir(), "tropa-bench-export-"));
  try {
    const times = await exportTimes(`file:${join(folder, "tropa.db")}`, { clock });
    const ms = (metric: string, percent: number, target: Measure["target"]): Measure => ({
      metric,
      value: percentile(times, percent),
      unit: "ms",
      target,
    });
    return [
      ms("a person's export, half of them within", 50, null),
      ms("a person's export, 95 of 100 within", 95, { atMost: AT_MOST }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
