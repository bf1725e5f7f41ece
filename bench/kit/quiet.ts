/** How quiet the machine was while a bench ran: others who use its processor or its disk slow all figures down. */
import { join } from "node:path";
import Sqlite from "libsql";
import type { Clock } from "#core/clock.ts";
import type { Measure } from "./bench.ts";
import { median } from "./figures.ts";

const COMMITS = 40;
const BUSY_MS = 100;
const MICROSECONDS = 1_000;

export type Quiet = {
  /** Looks once, for some tenths of a second during which nothing is measured. */
  look(): void;
  /** The middle of all looks. */
  measures(): Measure[];
};

/** Milliseconds of a commit of one row, as the bots' databases do it. */
function commits(db: Sqlite.Database, clock: Clock): number {
  const write = db.prepare("INSERT INTO probe VALUES (?)");
  const each = Array.from({ length: COMMITS }, (_, row) => {
    const at = clock.monotonic();
    write.run([row]);
    return clock.monotonic() - at;
  });
  return median(each);
}

/** How much of a core a process gets that never rests, in percent. */
function share(clock: Clock): number {
  const before = process.cpuUsage();
  const at = clock.monotonic();
  while (clock.monotonic() - at < BUSY_MS);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / MICROSECONDS / (clock.monotonic() - at)) * 100;
}

/** `folder`: on the disk where the bots' databases are. */
export function createQuiet(folder: string, clock: Clock): Quiet {
  const db = new Sqlite(join(folder, "probe.db"));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL"]) db.pragma(pragma);
  db.exec("CREATE TABLE probe (row INTEGER)");
  const looks: { commit: number; share: number }[] = [];
  return {
    look: () => void looks.push({ commit: commits(db, clock), share: share(clock) }),
    measures: () => [
      { metric: "machine: a bare commit", value: median(looks.map(({ commit }) => commit)), unit: "ms", target: null },
      {
        metric: "machine: share of a core for who never rests",
        value: median(looks.map((one) => one.share)),
        unit: "%",
        target: null,
      },
    ],
  };
}
