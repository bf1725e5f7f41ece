/**
 * Puts shared parts into a questionnaire as it is written. A question `{use: <name>}` is the shared question of that name, its own
 * fields going before; options `{from: <vocabulary>, only: [ids]}` are taken from a shared vocabulary, so that what a mentee
 * asks for and what a mentor offers carry the same ids.
 */
import { z } from "zod";

const fields = z.record(z.string(), z.unknown());
const named = z.looseObject({ id: z.string() });

export const partsSchema = z.strictObject({
  questions: z.record(z.string(), fields),
  options: z.record(z.string(), z.array(named)),
});
export type Parts = z.infer<typeof partsSchema>;

/** The definition with every part in its place, and what could not be found; its shape is not judged here. */
export type Expanded = { raw: unknown; problems: string[] };

const drawn = z.strictObject({ from: z.string(), only: z.array(z.string()).optional() });
const written = z.looseObject({ sections: z.array(z.looseObject({ questions: z.array(fields) })) });

/** Puts the parts in; what has not the rough shape of a questionnaire comes back as it is. */
export function expandParts(raw: unknown, parts: Parts): Expanded {
  const found = written.safeParse(raw);
  if (!found.success) return { raw, problems: [] };
  const problems: string[] = [];
  const sections = found.data.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => {
      const expanded = expandQuestion(question, parts);
      problems.push(...expanded.problems);
      return expanded.question;
    }),
  }));
  return { raw: { ...found.data, sections }, problems };
}

type Fields = z.infer<typeof fields>;

function expandQuestion(question: Fields, parts: Parts): { question: Fields; problems: string[] } {
  const { use, ...own } = question;
  const shared = typeof use === "string" ? ownPart(parts.questions, use) : {};
  const key = String(own.key ?? use);
  if (shared === undefined)
    return { question: own, problems: [`question "${key}": there is no shared question "${use}"`] };
  const whole: Fields = typeof use === "string" ? { key: use, ...shared, ...own } : own;
  const wanted = drawn.safeParse(whole.options);
  if (!wanted.success) return { question: whole, problems: [] };
  const options = drawOptions(wanted.data, parts);
  return typeof options === "string"
    ? { question: whole, problems: [`question "${key}": ${options}`] }
    : { question: { ...whole, options }, problems: [] };
}

function drawOptions({ from, only }: z.infer<typeof drawn>, parts: Parts): unknown[] | string {
  const vocabulary = ownPart(parts.options, from);
  if (vocabulary === undefined) return `there is no shared list of options "${from}"`;
  if (only === undefined) return vocabulary;
  const missing = only.find((id) => !vocabulary.some((option) => option.id === id));
  if (missing !== undefined) return `the shared list "${from}" has no option "${missing}"`;
  return only.flatMap((id) => vocabulary.filter((option) => option.id === id));
}

const ownPart = <Part>(parts: Record<string, Part>, name: string): Part | undefined =>
  Object.hasOwn(parts, name) ? parts[name] : undefined;
