/** Being the one process of several that polls Telegram, ticks and sends. */
export type Leadership = {
  /** Aborts when leadership is gone, for instance with the connection that held it: stop polling and sending at once. */
  readonly lost: AbortSignal;
  /** Hands leadership over. */
  release(): Promise<void>;
};

/** Leadership where no other process can be: over an SQLite file. */
export async function leadAlone(signal?: AbortSignal): Promise<Leadership | null> {
  if (signal?.aborted) return null;
  const given = new AbortController();
  return { lost: given.signal, release: async () => given.abort() };
}
