/** The page's words: both languages stand in the page as Fluent texts. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { ColumnWords } from "#codes/table.ts";

export type Words = (key: string, args?: Record<string, FluentVariable>) => string;
export type Language = "ru" | "en";

function textsIn(language: Language): Words {
  const source = document.getElementById(`texts-${language}`)?.textContent ?? '""';
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(String(JSON.parse(source))));
  return (key, args = {}) => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`no text: ${key}`);
    return bundle.formatPattern(pattern, args);
  };
}

export const voices: Record<Language, Words> = { ru: textsIn("ru"), en: textsIn("en") };

/** The words of columns and roles in both languages: a list may be in either. */
export function columnWords(): ColumnWords {
  const all = (key: string): string[] =>
    Object.values(voices).flatMap((t) =>
      t(`codes-words-${key}`)
        .split("|")
        .map((word) => word.trim().toLowerCase()),
    );
  return {
    name: all("name"),
    family: all("family"),
    given: all("given"),
    patronymic: all("patronymic"),
    className: all("class"),
    side: all("role"),
    sides: { mentee: all("mentee"), mentor: all("mentor"), staff: all("staff") },
  };
}
