/**
 * A questionnaire as data: what a YAML file of `locales/questionnaires` holds after its shared parts are put in, and what
 * the database keeps as an immutable version. The shape is checked here, the sense (earlier keys, real options) by
 * `parseDefinition`.
 */
import { z } from "zod";
import { lengthOf } from "#core/text.ts";

/** Longest free text that can be asked for, in characters; it leaves room for the bot's own words in one Telegram message. */
export const TEXT_LIMIT = 4_000;
/** Longest label of a button, in characters: two lines on a narrow phone. */
export const LABEL_LIMIT = 40;
/** Option id that stands for a person's own words; no definition may use it for anything else. */
export const OTHER = "other";

const KEY_LIMIT = 24;
const OPTION_LIMIT = 20;
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

const slug = (max: number) => z.string().regex(SLUG, "must be lower-case words joined by hyphens").max(max);
const line = (max: number) =>
  z.string().refine((text) => text.trim() !== "" && lengthOf(text) <= max, `must have 1 to ${max} characters`);

/** A text in both languages, with overlays for pupils addressed as "ty" and for teachers' programmes. */
const textOf = (max: number) =>
  z.strictObject({
    ru: line(max),
    en: line(max),
    "ru-ty": line(max).optional(),
    "ru-teachers": line(max).optional(),
    "en-teachers": line(max).optional(),
  });

export const sizeSchema = z.enum(["short", "usual"]);

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { key: string; equals: string | number | boolean }
  | { key: string; includes: string }
  | { key: string; gt: number | string }
  | { key: string; lt: number | string }
  | { key: string; answered: true };

const bound = z.union([z.number(), z.string().regex(ISO_DATE)]);
const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
      z.strictObject({ not: conditionSchema }),
      z.strictObject({ key: z.string(), equals: z.union([z.string(), z.number(), z.boolean()]) }),
      z.strictObject({ key: z.string(), includes: z.string() }),
      z.strictObject({ key: z.string(), gt: bound }),
      z.strictObject({ key: z.string(), lt: bound }),
      z.strictObject({ key: z.string(), answered: z.literal(true) }),
    ],
    { error: "must be all, any, not, or a key with one of equals, includes, gt, lt, answered" },
  ),
);

const asked = {
  /** Stable name of the question; answers are kept by it, never by position. */
  key: slug(KEY_LIMIT),
  text: textOf(600),
  help: textOf(400).optional(),
  required: z.boolean().default(true),
  sizes: z.array(sizeSchema).min(1).default(["short", "usual"]),
  showIf: conditionSchema.optional(),
  /** Topic under which an answer is offered again in another questionnaire. */
  knownAs: slug(KEY_LIMIT).optional(),
  /** People may write about themselves or others here: a warning is shown beside the question. */
  personal: z.boolean().default(false),
};

const optionSchema = z.strictObject({ id: slug(OPTION_LIMIT), label: textOf(LABEL_LIMIT) });
const choices = { options: z.array(optionSchema).min(2).max(30), other: z.boolean().default(false) };
const day = z.union([z.literal("today"), z.string().regex(ISO_DATE, "must be a date YYYY-MM-DD or today")]);
const count = z.number().int().nonnegative();
const ends = { ends: z.strictObject({ low: textOf(LABEL_LIMIT), high: textOf(LABEL_LIMIT) }) };

const questionSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      ...asked,
      kind: z.literal("text"),
      minLength: count.default(1),
      maxLength: z.number().int().positive().max(TEXT_LIMIT).default(TEXT_LIMIT),
    }),
    z.strictObject({
      ...asked,
      kind: z.literal("number"),
      min: z.number().optional(),
      max: z.number().optional(),
      integer: z.boolean().default(true),
    }),
    z.strictObject({ ...asked, kind: z.literal("date"), min: day.optional(), max: day.optional() }),
    z.strictObject({ ...asked, kind: z.literal("yesno") }),
    z.strictObject({ ...asked, kind: z.literal("one"), ...choices }),
    z.strictObject({
      ...asked,
      kind: z.literal("many"),
      ...choices,
      min: count.default(1),
      max: z.number().int().positive().optional(),
    }),
    z.strictObject({ ...asked, kind: z.literal("scale5"), ...ends }),
    z.strictObject({ ...asked, kind: z.literal("scale10"), ...ends }),
    z.strictObject({ ...asked, kind: z.literal("frequency5") }),
  ],
  { error: "must have a kind: text, number, date, yesno, one, many, scale5, scale10 or frequency5" },
);

export const definitionSchema = z.strictObject({
  id: slug(48),
  version: z.number().int().positive(),
  track: z.enum(["pupils", "teachers", "any"]),
  side: slug(24),
  /** Forms of mentoring it is written for; `any` in the list: also every form that has none of its own. */
  forms: z.array(slug(40)).min(1),
  wave: slug(24),
  /** Where the questions come from, for the curator. */
  source: textOf(400),
  /** Minutes that it takes, told before the first question. */
  minutes: z.strictObject({ short: z.number().int().positive(), usual: z.number().int().positive() }),
  title: textOf(120),
  intro: textOf(1_200),
  whoSees: textOf(400),
  sections: z
    .array(z.strictObject({ key: slug(KEY_LIMIT), title: textOf(80), questions: z.array(questionSchema).min(1) }))
    .min(1),
});

export type Text = z.infer<ReturnType<typeof textOf>>;
export type Size = z.infer<typeof sizeSchema>;
export type Option = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionKind = Question["kind"];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;
export type Definition = z.infer<typeof definitionSchema>;
export type Section = Definition["sections"][number];

/** A definition with what the database keeps of it: canonical JSON and the SHA-256 of that JSON in hexadecimal. */
export type StoredDefinition = { definition: Definition; json: string; hash: string };
