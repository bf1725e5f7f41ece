/** The nouns of keeping the bot itself alive: what it remembers of its own state, and what its owner is told. */
import { z } from "zod";
import type { DateOn } from "#core/when.ts";

const instant = z.iso.datetime();

/** What the owner is told unasked; each once for one trouble, and again after a week when it lasts. */
export const ALARMS = ["copy", "disk", "down", "contact", "webhook", "quiet", "dead"] as const;
export type Alarm = (typeof ALARMS)[number];

/** An alarm as it was last raised; the words are made from it. */
export const raisedSchema = z.object({
  slot: z.string(),
  /** When the trouble began. */
  since: instant,
  zone: z.string(),
  /** Codes and figures only. */
  args: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Raised = z.infer<typeof raisedSchema>;

/** What became of the nightly copies. */
export const copyingSchema = z.object({
  madeAt: instant.nullable(),
  triedAt: instant.nullable(),
  /** Since when copies fail; null: they do not. */
  failingSince: instant.nullable(),
});
export type Copying = z.infer<typeof copyingSchema>;
export const NEVER_COPIED: Copying = { madeAt: null, triedAt: null, failingSince: null };

/** The database was put back from a copy: written together with the copy, settled by the next start. */
export const restoredSchema = z.object({ at: instant, madeAt: instant });
export type Restored = z.infer<typeof restoredSchema>;

export const heldSchema = restoredSchema;

/** How many updates came on which date: the last two weeks. */
export const daysSchema = z.record(z.string(), z.number());
export type Days = Record<DateOn, number>;

export const instantSchema = instant;

/** What Telegram says of its calls to us: how many updates wait there, and when a call failed last. */
export type Undelivered = { pending: number; failedAt: Date | null };

/** Rows of `Setting`. */
export const KEYS = {
  copying: "operations.copying",
  heartbeat: "operations.heartbeat",
  days: "operations.days",
  buried: "operations.buried",
  held: "operations.held",
  restored: "operations.restored",
  alarm: (alarm: Alarm) => `operations.alarm.${alarm}`,
} as const;

export const ALARM = "operations.alarm";
export const RESTORED = "operations.restored";

/** all: everything that waits; new: only what was not owed yet when the database was put back. */
export const RESUMING = ["all", "new"] as const;
export const resumingSchema = z.enum(RESUMING);
export type Resuming = z.infer<typeof resumingSchema>;

export type Resumed =
  | { kind: "resumed"; dropped: number }
  /** Nothing was held. */
  | { kind: "free" }
  | { kind: "forbidden" };

/** What waits for the owner's word. */
export type Waiting = { restored: Restored; zone: string; count: number; overdue: number };
