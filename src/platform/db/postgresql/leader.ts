/**
 * One leader among several processes over one PostgreSQL: an advisory lock, held by a connection that does nothing else.
 * The server frees it when the connection ends, however it ends. All waiting here is for real machines, so it is in real time.
 */
import pg from "pg";
import { systemClock } from "#platform/clock.ts";
import type { Leadership } from "#platform/db/leader.ts";

const LEADER_LOCK = 1_953_657_969;
const RETRY_MS = 2_000;
const PULSE_MS = 5_000;
const PULSE_TIMEOUT_MS = 10_000;

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ won: boolean }>("SELECT pg_try_advisory_lock($1::bigint) AS won", [
    LEADER_LOCK,
  ]);
  return rows[0]?.won === true;
}

const quietly = (work: Promise<unknown>): Promise<void> => work.then(() => {}).catch(() => {});

/** Asks the connection for a sign of life until it gives none. */
async function watch(client: pg.Client, lost: AbortController): Promise<void> {
  while (!lost.signal.aborted) {
    await systemClock.sleep(PULSE_MS, lost.signal);
    if (!lost.signal.aborted) await client.query("SELECT 1").catch(() => lost.abort());
  }
}

function leadership(client: pg.Client, lost: AbortController): Leadership {
  void watch(client, lost);
  return {
    lost: lost.signal,
    async release() {
      lost.abort();
      await quietly(client.end());
    },
  };
}

/** One attempt over a connection of its own: leadership, or null when another process leads or the server is away. */
async function attempt(config: pg.ClientConfig): Promise<Leadership | null> {
  const client = new pg.Client({ ...config, query_timeout: PULSE_TIMEOUT_MS });
  const lost = new AbortController();
  client.on("error", () => lost.abort());
  client.on("end", () => lost.abort());
  try {
    await client.connect();
    if (await tryLock(client)) return leadership(client, lost);
  } catch {
    // The server is away: the next attempt tells.
  }
  await quietly(client.end());
  return null;
}

/** Attempts until it leads; null when `signal` aborts first. */
export async function leadByLock(config: pg.ClientConfig, signal?: AbortSignal): Promise<Leadership | null> {
  while (!signal?.aborted) {
    const won = await attempt(config);
    if (won && !signal?.aborted) return won;
    await won?.release();
    await systemClock.sleep(RETRY_MS, signal);
  }
  return null;
}
