/** A half-made school or programme: the questions, the answers so far, and where the person stands. */
import { z } from "zod";
import type { PersonId, SchoolId } from "#core/ids.ts";
import { LOCALES } from "#core/screen.ts";

export const DRAFT_KINDS = ["school", "programme"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** The questions of both wizards in their order. */
export const STEPS = {
  school: ["name", "city", "zone", "language"],
  programme: ["title", "track", "forms", "year", "period", "naming", "address", "intake"],
} as const;

export const STEP_KEYS = [...STEPS.school, ...STEPS.programme] as const;
export type StepKey = (typeof STEP_KEYS)[number];

const date = z.iso.date();

/** All answers by name; a draft holds those of its kind that were given. */
export const draftAnswersSchema = z.strictObject({
  name: z.string().exactOptional(),
  city: z.string().exactOptional(),
  timeZone: z.string().exactOptional(),
  locale: z.enum(LOCALES).exactOptional(),
  title: z.string().exactOptional(),
  track: z.enum(["pupils", "teachers"]).exactOptional(),
  forms: z.array(z.string()).exactOptional(),
  yearKind: z.enum(["academic", "calendar"]).exactOptional(),
  startsOn: date.exactOptional(),
  endsOn: date.exactOptional(),
  naming: z.enum(["full", "initial", "code"]).exactOptional(),
  address: z.enum(["vy", "ty"]).exactOptional(),
  intakeSize: z.enum(["short", "usual"]).exactOptional(),
});
export type DraftAnswers = z.infer<typeof draftAnswersSchema>;

/** What the `data` of a draft's row holds. `returning`: the question was opened from the summary, which comes back after it. */
export const draftDataSchema = z.strictObject({
  schoolId: z.string().nullable(),
  at: z.enum([...STEP_KEYS, "summary"]),
  returning: z.boolean(),
  answers: draftAnswersSchema,
});

export type Draft = {
  id: string;
  personId: PersonId;
  kind: DraftKind;
  /** The school of a programme; null for a school's draft. */
  schoolId: SchoolId | null;
  at: StepKey | "summary";
  returning: boolean;
  answers: DraftAnswers;
  /** Grows by one with every step that changed something. */
  rev: number;
};

/** An answer as it came: words, or the value of a button. */
export type Input = { kind: "typed"; text: string } | { kind: "picked"; value: string };
