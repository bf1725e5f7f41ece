/** Words that answers are shown with and understood by, one file per language in `locales/questionnaires/words`. */
import { z } from "zod";

const word = z.string().min(1);

export const localeWordsSchema = z.strictObject({
  yes: word,
  no: word,
  other: word,
  /** From never to very often. */
  frequency: z.tuple([word, word, word, word, word]),
  /** What people type; compared without case, punctuation and the dots of the letter yo. */
  understood: z.strictObject({
    yes: z.array(word),
    no: z.array(word),
    numbers: z.record(word, z.number().int()),
    /** Days from today. */
    days: z.record(word, z.number().int()),
    /** Twelve months, each in all its usual forms. */
    months: z.array(z.array(word).min(1)).length(12),
  }),
});

export type LocaleWords = z.infer<typeof localeWordsSchema>;
export type Words = { ru: LocaleWords; en: LocaleWords };
