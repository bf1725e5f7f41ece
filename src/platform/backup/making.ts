import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Clock, DAY } from "#core/clock.ts";
import { CopyError, dumpDatabase, engineOf } from "#platform/db/index.ts";
import { beginFolder, copiesFolder, eraseOld, listCopies, stampOf, weigh } from "./folder.ts";
import { type Copy, MANIFEST, type Manifest, type Place, SECRET } from "./model.ts";

/** A copy that was made, or why not; `say` is for the operator. */
export type Made = { kind: "made"; copy: Copy } | { kind: "failed"; reason: CopyError["reason"]; say: string };

export type Copies = {
  /** Makes and checks a copy; called while one is being made, it joins it. It never rejects. */
  make(): Promise<Made>;
  list(): Copy[];
  /** Erases what is older than two weeks, though never the only copy; gives how many. */
  eraseOld(): number;
  /** Breaks off what is being made. */
  stop(): Promise<void>;
};

export type CopiesParts = { place: Place; secret: Buffer; clock: Clock };

/** How long copies are kept, and what restoring kept beside. */
export const COPIES_KEPT = 14 * DAY;

const OWNER_ONLY = 0o600;

function putOnDisk(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function write(file: string, content: string | Buffer): void {
  writeFileSync(file, content, { mode: OWNER_ONLY, flag: "wx" });
  putOnDisk(file);
}

async function makeIn(folder: string, { place, secret }: CopiesParts, madeAt: Date, signal: AbortSignal) {
  const { databaseUrl: url, dataDir } = place;
  const dumped = await dumpDatabase({ url, dataDir, folder, signal });
  chmodSync(join(folder, dumped.file), OWNER_ONLY);
  putOnDisk(join(folder, dumped.file));
  write(join(folder, SECRET), secret);
  const weight = await weigh(join(folder, dumped.file));
  const manifest: Manifest = { format: 1, madeAt: madeAt.toISOString(), ...dumped, ...weight };
  write(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  return weight.bytes;
}

/** Two copies of one second are told apart by a number. */
function freeName(copies: string, stamp: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? stamp : `${stamp}-${count}`;
    if (!existsSync(join(copies, name))) return name;
  }
}

function failureOf(error: unknown): Made {
  if (error instanceof CopyError) return { kind: "failed", reason: error.reason, say: error.message };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC") return { kind: "failed", reason: "noSpace", say: "the disk is full" };
  return { kind: "failed", reason: "failed", say: `the copy could not be written ${code}`.trimEnd() };
}

/** Copies of this installation in `DATA_DIR/backups`. */
export function createCopies(parts: CopiesParts): Copies {
  const { place, clock } = parts;
  const stopping = new AbortController();
  let making: Promise<Made> | null = null;

  async function make(): Promise<Made> {
    const madeAt = clock.now();
    let part: string | null = null;
    try {
      const copies = copiesFolder(place);
      const name = freeName(copies, stampOf(madeAt));
      part = beginFolder(copies, name);
      const bytes = await makeIn(part, parts, madeAt, stopping.signal);
      const folder = join(copies, name);
      renameSync(part, folder);
      putOnDisk(copies);
      return { kind: "made", copy: { name, folder, madeAt, bytes } };
    } catch (error) {
      if (part) rmSync(part, { recursive: true, force: true });
      return failureOf(error);
    } finally {
      making = null;
    }
  }

  const databaseFolder =
    engineOf(place.databaseUrl) === "sqlite"
      ? dirname(place.databaseUrl.slice("file:".length).split("?")[0] ?? "")
      : null;
  return {
    make: () => {
      making ??= make();
      return making;
    },
    list: () => listCopies(place),
    eraseOld: () => eraseOld(place, databaseFolder, clock.now(), COPIES_KEPT),
    stop: async () => {
      stopping.abort();
      await making;
    },
  };
}
