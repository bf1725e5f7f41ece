/** What no file of the project says: who wrote it and where, what is left to do, a way around the rules, a secret. */
import { dirname, join, normalize } from "node:path";
import { withoutComments } from "./code.ts";
import { at, type Source } from "./tree.ts";

// A letter in brackets keeps a pattern from finding itself.
const WORKPLACE: [RegExp, string][] = [
  [/(?<![\w.-])\/wor[k]\//, "the place where it was written"],
  [/(?<![\w.])(?:\.\.\/)*share[d]\/(?!telegram\/bot-api\.min\.json)[\w-]+/, "a folder beside the project"],
  [/\/tmp\/tea[m]/, "a folder of those who wrote it"],
  [/\b(?:LL[M]s?|Chat[G]PT|G[P]T-?\d|Claud[e]|Open[A]I|Anthropi[c]|Copilo[t]|Gemin[i])\b/, "a machine that writes"],
  [/\b(?:A[I]|language mode[l]|sub-?agen[t]s?|(?:coding|helpful) (?:agen[t]|assistan[t]))\b/i, "a machine that writes"],
  [/нейросе[т]|искусственн(?:ый|ого) интеллек[т]|(?<!\p{L})И[И](?!\p{L})/u, "a machine that writes"],
  [/\bCo-authore[d]-by\b|\bGenerated (?:by|wit[h])\b/i, "who wrote it"],
];

const UNFINISHED: [RegExp, string][] = [
  [/\b(?:TO[D]O|FIXM[E]|XX[X]|HAC[K])\b/, "something left to do"],
  [/@ts-(?:ignor[e]|nochec[k]|expect-erro[r])/, "the compiler silenced"],
  [/biome-ignor[e]|eslint-disabl[e]/, "the linter silenced"],
  [/\b(?:it|test|describe)\.(?:onl[y]|tod[o]|skip\()/, "a test left out"],
];

const GIVEN_UP: [RegExp, string][] = [[/\bas an[y]\b|\bas unknown a[s]\b|<an[y]>/, "a type given up"]];

/** Configuration of tools that read a default export says so to the linter. */
const TOOL = /^(?:vitest|prisma)\.config\.ts$/;

const SECRETS: [RegExp, string][] = [
  [/(?<![\w-])\d{8,10}:AA[\w-]{33}(?![\w-])/, "a token of a bot"],
  [/-----BEGIN [A-Z ]*PRIVATE KE[Y]-----/, "a private key"],
  [/\bgh[pousr]_[A-Za-z0-9]{36}\b|\bAKIA[A-Z0-9]{16}\b|\bnpm_[A-Za-z0-9]{36}\b/, "a key of a service"],
];

const findAll = (source: Source, patterns: [RegExp, string][]): string[] =>
  patterns.flatMap(([pattern, what]) =>
    [...source.text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((found) =>
      at(source, found.index, `${what}: ${found[0].trim()}`),
    ),
  );

export const workplace = (source: Source): string[] => findAll(source, WORKPLACE);
export const secrets = (source: Source): string[] => findAll(source, SECRETS);

export function unfinished(source: Source): string[] {
  if (!/\.(?:ts|js|mjs)$/.test(source.path)) return findAll(source, UNFINISHED.slice(0, 1));
  const code = { path: source.path, text: withoutComments(source.text) };
  const found = [...findAll(source, UNFINISHED), ...findAll(code, GIVEN_UP)];
  return TOOL.test(source.path) ? found.filter((complaint) => !complaint.includes("the linter silenced")) : found;
}

/** The heading's name in an address, as GitHub makes it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

const anchorsOf = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#+\s+(.+)$/gm)].map(([, heading = ""]) => anchor(heading));

/** Links of Markdown pages to files and headings that are not there. */
export function brokenLinks(pages: Source[], paths: string[]): string[] {
  const exists = (path: string) =>
    path === "." || paths.includes(path) || paths.some((one) => one.startsWith(`${path}/`));
  return pages.flatMap((page) =>
    [
      ...page.text.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, " ")).matchAll(/\]\(([^)\s]+)\)/g),
    ].flatMap((found) => {
      const [target = "", heading] = (found[1] ?? "").split("#");
      if (/^[a-z]+:/.test(target)) return [];
      const path = target === "" ? page.path : normalize(join(dirname(page.path), target)).replace(/\/$/, "");
      const there = pages.find((one) => one.path === path);
      const broken =
        !exists(path) ||
        (heading !== undefined && there && !anchorsOf(there.text).includes(decodeURIComponent(heading)));
      return broken ? [at(page, found.index, `leads nowhere: ${found[1]}`)] : [];
    }),
  );
}
