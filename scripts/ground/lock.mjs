import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const BEAT_MS = 2_000;
const STALE_MS = 60_000;
const POLL_MS = 100;

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function create(file, text) {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function age(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/** A holder is gone when its process is (on this machine), or when it has not touched its file for a minute. */
function isAbandoned(file, text) {
  const [pid, host] = text.split(" ");
  if (host === hostname() && Number(pid) > 0 && !isAlive(Number(pid))) return true;
  return age(file) > STALE_MS;
}

/**
 * Removes the lock of a holder that is gone. Only one taker at a time may remove a given lock, and it looks again
 * before it does: otherwise a slow taker would remove the lock of the one who came after the dead holder.
 */
function clearAbandoned(file, text) {
  const marker = `${file}.clearing`;
  if (!create(marker, text)) {
    if (age(marker) > STALE_MS) rmSync(marker, { force: true });
    return;
  }
  if (read(file) === text) rmSync(file, { force: true });
  rmSync(marker, { force: true });
}

/**
 * Does the work while no other process holds the lock `file`; waits for its turn, telling it once by `onWait`.
 * The lock of a process that died is taken over at once.
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${hostname()} ${randomBytes(8).toString("hex")}`;
  for (let waited = false; !create(file, mine); waited = true) {
    if (!waited) onWait();
    const theirs = read(file);
    if (theirs !== undefined && isAbandoned(file, theirs)) clearAbandoned(file, theirs);
    else await sleep(POLL_MS);
  }
  const release = () => {
    if (read(file) === mine) rmSync(file, { force: true });
  };
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {}
  }, BEAT_MS);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off("exit", release);
    release();
  }
}
