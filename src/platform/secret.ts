/** The secret of this installation: invitation links, the webhook's address and the operator's socket are derived from it. */
import { createHmac, randomBytes } from "node:crypto";
import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BYTES = 32;

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

function found(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A link appears whole or not at all: of two processes that start at once, both read what the first wrote. */
function create(file: string): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, randomBytes(BYTES), { mode: 0o600, flag: "wx" });
  try {
    publish(draft, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

/** Some disks (FAT, shared folders) know no links; there a copy must do. */
function publish(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}

/**
 * The 32 random bytes in `<dataDir>/secret`, made at the first call and readable by this user only.
 * Throws when the folder cannot be written or the file does not hold 32 bytes: a cut secret would break every link.
 */
export function readSecret(dataDir: string): Buffer {
  const file = join(dataDir, "secret");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!found(file)) create(file);
  const secret = found(file);
  if (secret?.length !== BYTES) throw new Error("the file «secret» in DATA_DIR is damaged; restore it from a backup");
  return secret;
}

/** A key for one use, from which neither the secret nor a key for another use can be found; base64url. */
export const deriveKey = (secret: Buffer, use: string): string =>
  createHmac("sha256", secret).update(use).digest("base64url");
