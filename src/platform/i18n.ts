/**
 * The words of the house: Fluent files in `locales/`. A language is overlaid by track and by form of address:
 * `ru` ← `ru-teachers`, `ru` ← `ru-ty`. Escaping happens here and nowhere else.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import { escapeHtml, LOCALES, type Locale, type T, type Word } from "#core/screen.ts";

/** For whom words are chosen. */
export type Voice = { locale: Locale; track?: "pupils" | "teachers"; address?: "vy" | "ty" };

export type Texts = {
  /** The words for this voice; the same voice always gives the same `T`. */
  voice(voice: Voice): T;
};

function resources(root: string, folder: string): FluentResource[] {
  const dir = join(root, folder);
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith(".ftl"))
    .sort()
    .map((name) => new FluentResource(readFileSync(join(dir, name), "utf8")));
}

function bundle(root: string, locale: Locale, overlays: string[]): FluentBundle {
  const made = new FluentBundle(locale, { useIsolating: false });
  for (const folder of [locale, ...overlays.map((overlay) => `${locale}-${overlay}`)])
    for (const resource of resources(root, folder)) made.addResource(resource, { allowOverrides: true });
  return made;
}

const variable = (word: Word, escaped: boolean): FluentVariable => {
  if (typeof word === "number") return new FluentNumber(word, { useGrouping: false });
  if (typeof word === "string") return escaped ? escapeHtml(word) : word;
  return word.html;
};

function words(source: FluentBundle, locale: Locale): T {
  const say = (key: string, args: Record<string, Word>, escaped: boolean): string => {
    const pattern = source.getMessage(key)?.value;
    if (!pattern) throw new Error(`no text «${key}» in ${locale}`);
    const variables: Record<string, FluentVariable> = {};
    for (const [name, word] of Object.entries(args)) variables[name] = variable(word, escaped);
    const errors: Error[] = [];
    const text = source.formatPattern(pattern, variables, errors);
    if (errors[0]) throw new Error(`text «${key}» in ${locale}: ${errors[0].message}`);
    return text;
  };
  const t = (key: string, args: Record<string, Word> = {}) => say(key, args, true);
  return Object.assign(t, { plain: (key: string, args: Record<string, Word> = {}) => say(key, args, false), locale });
}

/** Reads all texts below `root` (the folder `locales`) once. */
export function loadTexts(root: string): Texts {
  const voices = new Map<string, T>();
  for (const locale of LOCALES)
    for (const track of ["pupils", "teachers"])
      for (const address of ["vy", "ty"]) {
        const overlays = [...(track === "teachers" ? ["teachers"] : []), ...(address === "ty" ? ["ty"] : [])];
        voices.set(`${locale} ${track} ${address}`, words(bundle(root, locale, overlays), locale));
      }
  return {
    voice: ({ locale, track = "pupils", address = "vy" }) => {
      const found = voices.get(`${locale} ${track} ${address}`);
      if (!found) throw new Error(`no voice ${locale} ${track} ${address}`);
      return found;
    },
  };
}
