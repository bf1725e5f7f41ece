/**
 * The only time in the house. Everything that reads the time or waits is given one of these:
 * services, pacing, leases, backoff, and also the Telegram emulator, so that a year can be lived in seconds.
 */
export type Clock = {
  /** The present instant. */
  now(): Date;
  /** Milliseconds that never go backwards; for measuring, never for dates. */
  monotonic(): number;
  /** Resolves after `ms` milliseconds of this clock, or at once when `signal` aborts; it never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant `ms` milliseconds after `at`. */
export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
