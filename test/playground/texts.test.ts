import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";

const PAGE = "src/playground/page";
const code = readdirSync(PAGE)
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(`${PAGE}/${name}`, "utf8"))
  .join("\n");
const used = new Set([...code.matchAll(/\bt\("([a-z-]+)"/g)].map(([, key = ""]) => `playground-${key}`));

/** Made from parts in the code: a role, a kind of message; the rest is asked for by the server. */
const MADE = /^playground-(role-|person-|invented-|\w+-label$)/;

describe.each(["ru", "en"])("the page's words in %s", (locale) => {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const source = readFileSync(`locales/${locale}/playground.ftl`, "utf8");
  const mistakes = bundle.addResource(new FluentResource(source));
  const known = new Set(source.match(/^[a-z][a-z-]*(?= =)/gm));

  test("every text that the page asks for is there", () => {
    expect(mistakes).toEqual([]);
    expect(used.size).toBeGreaterThan(50);
    expect([...used].filter((key) => !known.has(key))).toEqual([]);
  });

  test("every text is asked for by somebody", () => {
    const asked = (key: string) =>
      used.has(key) || MADE.test(key) || code.includes(`"${key.slice("playground-".length)}"`);
    expect([...known].filter((key) => !asked(key))).toEqual([]);
  });
});
