import { describe, expect, it } from "vitest";
import { cyrillicInCode, longFunctions, withoutComments } from "./code.ts";
import { sources } from "./tree.ts";

const CODE = /^(?:src|scripts|bench)\/.*\.(?:ts|js|mjs|html|css)$/;
const OWN_LINES = 60;

describe("words for people stand in locales only", () => {
  it("a Russian word in a string, a template, a pattern or a key is found, with its line", () => {
    const text = [
      "const a = 1;",
      'const b = "Привет";',
      "const c = `да`;",
      "const d = /[а-я]/;",
      "const { ё } = a;",
    ].join("\n");
    expect(cyrillicInCode({ path: "src/x.ts", text })).toEqual([
      "src/x.ts:2: Cyrillic in code: Привет",
      "src/x.ts:3: Cyrillic in code: да",
      "src/x.ts:4: Cyrillic in code: а-я]/;",
      "src/x.ts:5: Cyrillic in code: ё } = a;",
    ]);
  });

  it("a comment may quote the school, also after strings and patterns that look like comments", () => {
    const text = [
      "/** «Готово» ends it. */",
      'const glob = "**/*.css"; // «все»',
      "const quote = /[\"'`]/g; // «да»",
      "const link = `https://x`; /* «нет» */",
    ].join("\n");
    expect(cyrillicInCode({ path: "src/x.ts", text })).toEqual([]);
    expect(withoutComments('a("//") // b')).toBe('a("//")     ');
  });

  it("nowhere in the code", () => {
    const files = sources(CODE);
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(cyrillicInCode)).toEqual([]);
  });
});

describe("a function fits a screen", () => {
  const lines = (count: number, indent: string) => Array.from({ length: count }, () => `${indent}act();`);

  it("one that does not is found", () => {
    const text = [
      "export function long(a: string) {",
      ...lines(5, "  "),
      "}",
      "const b = () => {",
      ...lines(4, "  "),
      "};",
    ].join("\n");
    expect(longFunctions({ path: "src/x.ts", text }, 4)).toEqual(["src/x.ts:1: a function of 5 own lines (most: 4)"]);
  });

  it("a factory is as long as its wiring, its use cases are counted by themselves", () => {
    const text = [
      "export const createX = ({ db }: Parts) => {",
      "  return {",
      "    async one(id: string): Promise<void> {",
      ...lines(5, "      "),
      "    },",
      "    two: () => {",
      ...lines(3, "      "),
      "    },",
      "  };",
      "};",
    ].join("\n");
    expect(longFunctions({ path: "src/x.ts", text }, 4)).toEqual(["src/x.ts:3: a function of 5 own lines (most: 4)"]);
  });

  it(`everywhere: at most ${OWN_LINES} lines of its own`, () => {
    expect(sources(/^(?:src|scripts)\/.*\.(?:ts|js|mjs)$/).flatMap((file) => longFunctions(file, OWN_LINES))).toEqual(
      [],
    );
  });
});
