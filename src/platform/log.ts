/** The log: JSON lines on stdout, or short lines on a terminal. It holds codes, counts and ids of our own, nothing else. */
import pino from "pino";
import type { Clock } from "#core/clock.ts";
import { shortLine } from "./log-line.ts";
import { cleanFields, createScrub } from "./log-scrub.ts";

/**
 * What goes with an event: ids of our own, codes, counts, instants, an `error`. Keys under which people's words or Telegram's
 * ids usually come are blotted out, tokens are cut from every text, and an error leaves its message behind.
 */
export type Fields = Record<string, unknown>;

type Write = (event: string, fields?: Fields) => void;

/** `event` is a short constant name such as `update-failed`, never a text with values in it. */
export type Log = {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
  /** The same log with these fields in every line. */
  child(fields: Fields): Log;
};

export type LogOptions = {
  clock: Clock;
  level: "debug" | "info" | "warn" | "error" | "silent";
  /** Texts to cut out wherever they stand: the token, a password in an address. */
  secrets?: string[];
  /** Where lines go; each ends with a newline. */
  write?: (line: string) => void;
  /** Short lines for people instead of JSON. */
  short?: boolean;
};

const wrap = (logger: pino.Logger, scrub: (text: string) => string): Log => {
  const writer =
    (level: "debug" | "info" | "warn" | "error"): Write =>
    (event, fields = {}) => {
      if (logger.isLevelEnabled(level)) logger[level](cleanFields(fields, scrub), event);
    };
  return {
    debug: writer("debug"),
    info: writer("info"),
    warn: writer("warn"),
    error: writer("error"),
    child: (fields) => wrap(logger.child(cleanFields(fields, scrub)), scrub),
  };
};

/** Opens the log. Lines are written at once, so that the last one before a crash is there. */
export function createLog({ clock, level, secrets = [], write, short = false }: LogOptions): Log {
  const scrub = createScrub(secrets);
  const out = write ?? ((line: string) => void process.stdout.write(line));
  const options: pino.LoggerOptions = {
    level,
    base: null,
    messageKey: "event",
    timestamp: () => `,"time":"${clock.now().toISOString()}"`,
    formatters: {
      level: (label) => ({ level: label }),
    },
  };
  return wrap(pino(options, { write: (line: string) => out(short ? shortLine(line) : line) }), scrub);
}

/** A log that writes nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => silentLog };
