/** The folder of copies: each is a folder of its own, written under another name and renamed when it is whole. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { after } from "#core/clock.ts";
import { type Copy, MANIFEST, type Manifest, manifestSchema, type Place } from "./model.ts";

const COPIES = "backups";
const UNFINISHED = ".part-";
const KEPT_BESIDE = /\.(?:before-restore|former)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-wal|-shm)?$/;

/** The moment as it stands in names of files: no colons, for some disks refuse them. */
export const stampOf = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;

/** Where copies lie; for this user only. */
export function copiesFolder({ dataDir }: Pick<Place, "dataDir">): string {
  const folder = join(dataDir, COPIES);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** A new folder for a copy that is being made; what a killed process left there is cleared away. */
export function beginFolder(copies: string, name: string): string {
  for (const left of readdirSync(copies).filter((one) => one.startsWith(UNFINISHED)))
    rmSync(join(copies, left), { recursive: true, force: true });
  const folder = join(copies, UNFINISHED + name);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** What a copy's folder says of itself; null when it is no copy. */
export function readManifest(folder: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8"))).data ?? null;
  } catch {
    return null;
  }
}

/** All whole copies, the newest first. */
export function listCopies(place: Pick<Place, "dataDir">): Copy[] {
  const copies = join(place.dataDir, COPIES);
  if (!existsSync(copies)) return [];
  return readdirSync(copies)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => {
      const folder = join(copies, name);
      const manifest = readManifest(folder);
      return manifest ? [{ name, folder, madeAt: new Date(manifest.madeAt), bytes: manifest.bytes }] : [];
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** The folder that an operator named: a copy of ours by its name, or any folder by its path; null when there is none. */
export function findCopy(place: Pick<Place, "dataDir">, named: string, cwd: string): string | null {
  const own = listCopies(place).find(({ name }) => name === named);
  if (own) return own.folder;
  const folder = isAbsolute(named) ? named : resolve(cwd, named);
  return readManifest(folder) ? folder : null;
}

/** Databases and secrets that restoring kept beside the present ones, with the moment of it. */
function keptBeside(folder: string): { path: string; at: Date }[] {
  return readdirSync(folder).flatMap((name) => {
    const [, day, ...time] = KEPT_BESIDE.exec(name) ?? [];
    return day ? [{ path: join(folder, name), at: new Date(`${day}T${time.join(":")}Z`) }] : [];
  });
}

/** Erases copies that are older than `ms` at this moment, but never the newest one, and what restoring kept beside; gives how many. */
export function eraseOld(place: Pick<Place, "dataDir">, databaseFolder: string | null, now: Date, ms: number): number {
  const before = after(now, -ms);
  const old = listCopies(place)
    .slice(1)
    .filter(({ madeAt }) => madeAt <= before)
    .map(({ folder }) => folder);
  const folders = [...new Set([place.dataDir, ...(databaseFolder ? [databaseFolder] : [])])];
  const beside = folders.flatMap(keptBeside).filter(({ at }) => at <= before);
  const all = [...old, ...beside.map(({ path }) => path)];
  for (const path of all) rmSync(path, { recursive: true, force: true });
  return all.length;
}

/** The size and the hash of a file, read piece by piece. */
export async function weigh(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return { bytes: lstatSync(file).size, sha256: hash.digest("hex") };
}
