/** A log line for people at a terminal. */
import { z } from "zod";

const record = z.looseObject({ level: z.string(), time: z.string(), event: z.string().default("") });
const failure = z.looseObject({ name: z.string(), stack: z.array(z.string()) });

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** `12:03:04 warn  reply-repeated tried=2`, an error's places below it; `line` is one JSON line of the log. */
export function shortLine(line: string): string {
  const { level, time, event, ...fields } = record.parse(JSON.parse(line));
  const below: string[] = [];
  const beside = Object.entries(fields).map(([key, value]) => {
    const error = failure.safeParse(value);
    if (!error.success) return `${key}=${shown(value)}`;
    const { name, stack, ...codes } = error.data;
    below.push(...stack.map((place) => `         ${place}\n`));
    return `${key}=${name}${Object.entries(codes)
      .map(([code, what]) => ` ${code}=${shown(what)}`)
      .join("")}`;
  });
  return `${[time.slice(11, 19), level.padEnd(5), event, ...beside].join(" ")}\n${below.join("")}`;
}
