import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { engineOf, putBackDatabase } from "#platform/db/index.ts";
import { findCopy, readManifest, stampOf, weigh } from "./folder.ts";
import { type Manifest, type Place, SECRET } from "./model.ts";

export type Restored =
  | { kind: "restored"; madeAt: Date; kept: string[] }
  /** Nothing was touched; `say` is for the operator. */
  | { kind: "refused"; say: string };

export type RestoreOptions = {
  place: Place;
  /** A copy's name, or the path of its folder. */
  named: string;
  /** Relative paths begin here. */
  cwd: string;
  now: Date;
  /** What the restored database says of itself from its first moment on: rows of `Setting`. */
  settingsFor(manifest: Manifest): Record<string, string>;
};

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

const refuse = (say: string): Restored => ({ kind: "refused", say });

function secretOf(folder: string): Buffer | null {
  const file = join(folder, SECRET);
  const secret = existsSync(file) ? readFileSync(file) : null;
  return secret?.length === SECRET_BYTES ? secret : null;
}

/** Why this folder cannot be restored here; null when it can. */
async function fault(folder: string, manifest: Manifest, place: Place): Promise<string | null> {
  if (manifest.engine !== engineOf(place.databaseUrl))
    return `the copy is of ${manifest.engine}, and DATABASE_URL is not`;
  if (!existsSync(join(folder, manifest.file))) return `the copy is damaged: ${manifest.file} is missing`;
  const { bytes, sha256 } = await weigh(join(folder, manifest.file));
  if (bytes !== manifest.bytes || sha256 !== manifest.sha256)
    return `the copy is damaged: ${manifest.file} was changed`;
  return secretOf(folder) ? null : "the copy is damaged: its secret is missing or cut";
}

/** Gives the copy's secret its place; the present one, when it is another, stays beside. */
function putSecret(secret: Buffer, dataDir: string, stamp: string): string | null {
  const file = join(dataDir, SECRET);
  const present = existsSync(file) ? readFileSync(file) : null;
  if (present?.equals(secret)) return null;
  const kept = present ? `${file}.former-${stamp}` : null;
  if (kept) keep(file, kept);
  const part = `${file}.restoring`;
  rmSync(part, { force: true });
  writeFileSync(part, secret, { mode: OWNER_ONLY });
  const handle = openSync(part, "r");
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, file);
  return kept;
}

/** Some disks know no links; there a copy must do. */
function keep(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
}

/**
 * Puts a copy back in place of the present database, which stays beside it, and then its secret. The copy is checked before
 * anything is touched; killed at any moment, the database is the former or the copy, and restoring again finishes it. Throws
 * `DatabaseBusyError` while a bot runs, `MigrationError` when the copy is of a newer program, `CopyError`.
 */
export async function restoreCopy({ place, named, cwd, now, settingsFor }: RestoreOptions): Promise<Restored> {
  const folder = findCopy(place, named, cwd);
  const manifest = folder ? readManifest(folder) : null;
  if (!folder || !manifest) return refuse(`there is no copy «${named}»; see: npm run -s cli -- backups`);
  const wrong = await fault(folder, manifest, place);
  const secret = secretOf(folder);
  if (wrong !== null || !secret) return refuse(wrong ?? "the copy is damaged");
  const stamp = stampOf(now);
  const { databaseUrl: url, dataDir } = place;
  const { engine, file, rows, migrations } = manifest;
  const settings = settingsFor(manifest);
  const putBack = { url, dataDir, folder, dumped: { engine, file, rows, migrations }, stamp, settings, now };
  const { kept } = await putBackDatabase(putBack);
  const keptSecret = putSecret(secret, dataDir, stamp);
  return {
    kind: "restored",
    madeAt: new Date(manifest.madeAt),
    kept: [kept, keptSecret].filter((one) => one !== null),
  };
}
