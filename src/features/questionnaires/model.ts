/** The nouns of going through a questionnaire: an answer, a run and its cursor, a step that somebody takes, what comes of it. */
import { z } from "zod";
import type { Locale } from "#core/screen.ts";
import type { Size } from "./definition.model.ts";

export * from "./definition.model.ts";
export * from "./words.model.ts";

const text = z.string();

/** An answer, tagged by the kind of its question; this is the JSON that the database keeps. */
export const answerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text }),
  z.strictObject({ kind: z.literal("number"), number: z.number() }),
  z.strictObject({ kind: z.literal("date"), date: z.iso.date() }),
  z.strictObject({ kind: z.literal("yesno"), yes: z.boolean() }),
  z.strictObject({ kind: z.literal("one"), option: text, other: text.exactOptional() }),
  z.strictObject({ kind: z.literal("many"), options: z.array(text), other: text.exactOptional() }),
  z.strictObject({ kind: z.literal("scale5"), value: z.number() }),
  z.strictObject({ kind: z.literal("scale10"), value: z.number() }),
  /** 1 = never … 5 = very often. */
  z.strictObject({ kind: z.literal("frequency5"), value: z.number() }),
]);
export type AnswerValue = z.infer<typeof answerSchema>;

/** Answers by question key; those of questions hidden by a branch stay here but count for nothing. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Where a person stands. `returning`: the question was opened from the review, which comes back after it. */
export type Cursor = { at: "intro" } | { at: "question"; key: string; returning: boolean } | { at: "review" };

export type RunStatus = "open" | "sent" | "closed";

/** One person's going through one version of a questionnaire; `rev` grows by one with every step that changed something. */
export type RunState = { status: RunStatus; size: Size; cursor: Cursor; rev: number; answers: Answers };

/** A step between screens. `rev` is that of the screen on which it was done. */
export type WayStep =
  | { kind: "begin" | "back" | "toReview" | "send" | "reopen" | "pause"; rev: number }
  | { kind: "goto"; rev: number; key: string };

/** A step about the question on the screen. */
export type QuestionStep =
  /** A whole answer: tapped, typed or taken over. With `stay` the question stays on the screen. */
  | { kind: "answer"; rev: number; key: string; value: AnswerValue; stay?: boolean }
  | { kind: "toggle"; rev: number; key: string; option: string }
  | { kind: "other"; rev: number; key: string; text: string }
  /** Leaves an optional question without an answer. */
  | { kind: "skip"; rev: number; key: string }
  /** Goes on with what is answered already. */
  | { kind: "done"; rev: number; key: string };

export type Step = WayStep | QuestionStep;

/** Why an answer was not taken: keys of texts that say what to do instead. */
export const HINTS = [
  "questionnaires-hint-required",
  "questionnaires-hint-text",
  "questionnaires-hint-text-short",
  "questionnaires-hint-text-long",
  "questionnaires-hint-number",
  "questionnaires-hint-number-whole",
  "questionnaires-hint-number-low",
  "questionnaires-hint-number-high",
  "questionnaires-hint-date",
  "questionnaires-hint-date-year",
  "questionnaires-hint-date-early",
  "questionnaires-hint-date-late",
  "questionnaires-hint-yesno",
  "questionnaires-hint-one",
  "questionnaires-hint-many",
  "questionnaires-hint-many-few",
  "questionnaires-hint-many-most",
  "questionnaires-hint-other",
  "questionnaires-hint-other-long",
  "questionnaires-hint-scale",
  "questionnaires-hint-frequency",
] as const;
export type HintKey = (typeof HINTS)[number];

/** Arguments: `min`, `max`, `length` are numbers, for dates `min` and `max` are YYYY-MM-DD. */
export type Hint = { hint: HintKey; args: Record<string, string | number> };

/** An answer that has to be written (`value`) or deleted (`null`) together with the new state. */
export type Change = { key: string; value: AnswerValue | null };

export type Outcome =
  | { kind: "moved"; state: RunState; change?: Change }
  | { kind: "sent"; state: RunState }
  /** Nothing changed; the person goes on another day. */
  | { kind: "paused" }
  | ({ kind: "invalid" } & Hint)
  /** Questions, in order, without which it cannot be sent. */
  | { kind: "incomplete"; keys: string[] }
  /** The step belongs to a screen that is no longer there: show the present one. */
  | { kind: "stale" }
  | { kind: "alreadySent" }
  | { kind: "closed" };

/** How the reader is spoken to; by "vy" and in pupils' words unless said otherwise. */
export type Voice = { locale: Locale; track?: "pupils" | "teachers"; address?: "vy" | "ty" };
