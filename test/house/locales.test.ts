import { describe, expect, it } from "vitest";
import { baseless, disparity, miscounted, misplaced, unanswered, unasked } from "./locales.ts";
import { paths, type Source, sources } from "./tree.ts";

const file = (path: string, text: string): Source => ({ path, text });
const ru = (text: string): Source => file("locales/ru/banks.ftl", text);
const folder = (name: string): Source[] => sources(new RegExp(`^locales/${name}/[^/]+\\.ftl$`));
const code = sources(/^src\/.*\.ts$/);

const OVERLAYS = [...new Set(paths.flatMap((path) => /^locales\/((ru|en)-[a-z-]+)\//.exec(path)?.[1] ?? []))];

/** The page of the playground asks for its texts by other means, which `test/playground/texts.test.ts` follows. */
const isPage = ({ path }: Source): boolean => path.endsWith("/playground.ftl");

describe("a text file", () => {
  it("what cannot be read, comes twice or belongs elsewhere is found", () => {
    expect(misplaced(ru("banks-a = А\nbanks-a = Б\nhome-b = В\nbanks-c\n"))).toEqual([
      "locales/ru/banks.ftl:2: banks-a comes twice",
      'locales/ru/banks.ftl:4: cannot be read: Expected token: "="',
      "locales/ru/banks.ftl:3: home-b belongs to another file",
    ]);
    expect(misplaced(ru("# Слова\nbanks-a = А { $n }\n"))).toEqual([]);
  });

  it("each of ours can be read and holds the words of one feature, each once", () => {
    const files = sources(/^locales\/.*\.ftl$/);
    expect(files.length).toBeGreaterThan(15);
    expect(files.flatMap(misplaced)).toEqual([]);
  });
});

describe("two languages", () => {
  it("a key or a variable that only one of them has is found", () => {
    const english = file("locales/en/banks.ftl", "banks-a = A { $n }\nbanks-b = B { $x }\nbanks-d = D\n");
    expect(disparity([ru("banks-a = А { $n }\nbanks-b = Б\nbanks-c = В\n")], [english])).toEqual([
      "locales/ru/banks.ftl:3: banks-c is not in the other language",
      "locales/en/banks.ftl:3: banks-d is not in the other language",
      "locales/ru/banks.ftl:2: banks-b has {}, locales/en/banks.ftl:2: banks-b has {x}",
    ]);
  });

  it("a variable within a form of counting counts too", () => {
    const counting = "banks-a = { $n ->\n    [one] { $n } школа\n   *[other] { $all } школ\n    }\n";
    expect(disparity([ru(counting)], [file("locales/en/banks.ftl", "banks-a = { $n }\n")])).toEqual([
      "locales/ru/banks.ftl:1: banks-a has {all,n}, locales/en/banks.ftl:1: banks-a has {n}",
    ]);
  });

  it("Russian and English have the same keys with the same variables", () => {
    expect(folder("ru").length).toBeGreaterThan(8);
    expect(disparity(folder("ru"), folder("en"))).toEqual([]);
  });
});

describe("an overlay", () => {
  it("a key that overrides nothing and a variable too many or too few are found", () => {
    const overlay = file("locales/ru-ty/banks.ftl", "banks-a = Твои { $m }\nbanks-z = Ты\nbanks-b = Нажми\n");
    expect(baseless([ru("banks-a = Ваши { $n }\nbanks-b = Нажмите: { $n }\n")], [overlay])).toEqual([
      "locales/ru-ty/banks.ftl:1: banks-a has {m}, locales/ru/banks.ftl:1: banks-a has {n}",
      "locales/ru-ty/banks.ftl:2: banks-z overrides nothing",
      "locales/ru-ty/banks.ftl:3: banks-b has {}, locales/ru/banks.ftl:2: banks-b has {n}",
    ]);
  });

  it.each(OVERLAYS)("%s only says in other words what its language says", (name) => {
    expect(baseless(folder(name.slice(0, 2)), folder(name))).toEqual([]);
  });
});

describe("counting in Russian", () => {
  const counting = (...forms: string[]): Source =>
    ru(`banks-a = { $n ->\n${forms.map((form) => `    ${form}\n`).join("")}    }\n`);

  it("a form that is missing is found", () => {
    const found = (...forms: string[]) =>
      miscounted(counting(...forms)).map((complaint) => complaint.replace(/^.*banks-a: /, ""));
    expect(found("[one] { $n } вопрос", "*[many] { $n } вопросов")).toEqual(["[few] is missing"]);
    expect(found("[one] { $n } вопрос", "*[other] { $n } вопросов")).toEqual(["[few] is missing"]);
    expect(found("[one] { $n } школа", "*[other] { $n } школ")).toEqual(["[few] is missing"]);
    expect(found("[few] { $n } вопроса", "*[many] { $n } вопросов")).toEqual(["[one] is missing"]);
    expect(found("[one] { $n } год", "[two] { $n } года", "[few] { $n } года", "*[many] { $n } лет")).toEqual([
      "[two] is no way of counting",
    ]);
  });

  it("where forms coincide, two are enough; what is not counted needs none", () => {
    expect(miscounted(counting("[one] не больше { $n } варианта", "*[other] не больше { $n } вариантов"))).toEqual([]);
    expect(miscounted(counting("[0] Никому", "[one] { $n } человеку", "*[other] { $n } людям"))).toEqual([]);
    expect(miscounted(counting("[mentor] Наставник", "*[other] Участник"))).toEqual([]);
  });

  it("every text counts as Russian does", () => {
    expect(sources(/^locales\/ru[^/]*\/[^/]+\.ftl$/).flatMap(miscounted)).toEqual([]);
  });
});

describe("texts and code", () => {
  const texts = [ru("banks-a = А\nbanks-mark-done = Б\nbanks-mark-open = В\nbanks-late = Г\nbanks-who = Д\n")];
  const asking = (text: string): Source[] => [file("src/features/banks/view.ts", text)];

  it("a key that has no text is found, however it is asked for", () => {
    const bad =
      't("banks-x");\nt.plain("banks-y", { n });\nt(`banks-nark-${mark}`);\nt(is ? "banks-a" : "banks-z");\n// t("banks-w")\n';
    expect(unanswered(asking(bad), texts)).toEqual([
      "src/features/banks/view.ts:1: banks-x has no text",
      "src/features/banks/view.ts:2: banks-y has no text",
      "src/features/banks/view.ts:4: banks-z has no text",
      "src/features/banks/view.ts:3: banks-nark-${mark} has no text",
    ]);
  });

  it("a text that nobody asks for is found; one behind a template, a choice or a table is not", () => {
    const good =
      't("banks-a"); t(`banks-mark-${mark}`); t(`banks-${why === "late" ? "late" : why}`); const KEYS = ["banks-who"];';
    expect(unanswered(asking(good), texts)).toEqual([]);
    expect(unasked(asking(good), texts)).toEqual([]);
    expect(unasked(asking('t("banks-a"); t(`banks-${side}`)'), texts)).toEqual([
      "locales/ru/banks.ftl:2: banks-mark-done is never shown",
      "locales/ru/banks.ftl:3: banks-mark-open is never shown",
    ]);
  });

  it("every key that the code asks for has a text", () => {
    expect(unanswered(code, folder("ru"))).toEqual([]);
  });

  it("every text is asked for", () => {
    expect(
      unasked(
        code,
        folder("ru").filter((texts) => !isPage(texts)),
      ),
    ).toEqual([]);
  });
});
