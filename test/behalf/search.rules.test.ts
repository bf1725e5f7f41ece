import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitOfName, isNear, patternsOf, readCode, readSought, wordsIn } from "#features/behalf/search.rules.ts";

const letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
const word = (min: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: min, maxLength: 14 }).map((signs) => signs.join(""));

/** A word and the same with one slip of the finger. */
const slipped = fc
  .tuple(word(5), fc.nat(), fc.constantFrom(...letters), fc.constantFrom("out", "in", "other", "swap"))
  .map(([name, place, letter, how]) => {
    const at = place % name.length;
    if (how === "out") return [name, name.slice(0, at) + name.slice(at + 1)] as const;
    if (how === "in") return [name, name.slice(0, at) + letter + name.slice(at)] as const;
    if (how === "other") return [name, name.slice(0, at) + letter + name.slice(at + 1)] as const;
    const left = Math.min(at, name.length - 2);
    return [name, name.slice(0, left) + name[left + 1] + name[left] + name.slice(left + 2)] as const;
  });

/** LIKE as both engines do it for plain letters. */
const like = (text: string, pattern: string): boolean => {
  const parts = pattern.split("%");
  return new RegExp(`^${parts.join(".*")}$`, "su").test(text);
};

const isFetched = (typed: string, name: string): boolean =>
  Object.values(patternsOf(typed)).some((pattern) => like(` ${name} `, pattern));

describe("a search by name", () => {
  it("finds a word with any one slip, and the database gives it", () => {
    fc.assert(
      fc.property(slipped, word(2), ([name, typed], other) => {
        expect(fitOfName([typed], [other, name])).not.toBeNull();
        expect(isFetched(typed, `${other} ${name}`)).toBe(true);
        expect(isFetched(typed, `${name} ${other}`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds by any beginning, and the database gives it", () => {
    fc.assert(
      fc.property(word(3), fc.nat(), (name, length) => {
        const typed = name.slice(0, 2 + (length % (name.length - 1)));
        expect(fitOfName([typed], [name])).not.toBeNull();
        expect(isFetched(typed, name)).toBe(true);
      }),
    );
  });

  it("takes the words in any order, each for one word of the name", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(["ветрова", "анна", "ильинична"], { minLength: 1 }), (typed) => {
        expect(fitOfName(typed, ["ветрова", "анна", "ильинична"])).toBe(0);
      }),
    );
    expect(fitOfName(["анна", "анна"], ["ветрова", "анна", "ильинична"])).toBeNull();
  });

  it("does not forgive two slips", () => {
    expect(isNear("ветрова", "ветреву")).toBe(false);
    expect(isNear("иванов", "ивонав")).toBe(false);
    expect(fitOfName(["ветреву"], ["ветрова", "анна"])).toBeNull();
  });

  it("is the same whichever word is the mistaken one", () => {
    fc.assert(
      fc.property(word(1), word(1), (one, other) => {
        expect(isNear(one, other)).toBe(isNear(other, one));
      }),
    );
  });

  it("puts what is exact before what is begun before what is mistaken", () => {
    const exact = fitOfName(["лугов"], ["лугов", "петр"]);
    const begun = fitOfName(["лугов"], ["луговая", "вера"]);
    const near = fitOfName(["лугов"], ["логов", "петр"]);
    expect([exact, begun, near]).toEqual([0, 1, 2]);
  });

  it("folds yo, case, hyphens and points", () => {
    expect(wordsIn("Семёнова-Орлова  Ю.")).toEqual(["семенова", "орлова", "ю"]);
  });
});

describe("a code", () => {
  it.each(["H-07", "н07", "Н-07", "h 7", "н–007", " Н.7 "])("«%s» is the seventh mentor's", (text) => {
    expect(readCode(text)?.[0]).toBe("H-07");
    expect(readSought(text)).toEqual({ kind: "code", codes: ["H-07", "H-7", "H-007"] });
  });

  it.each(["", "07", "Н-", "HH-07", "Н-07 и Н-08", "/h07"])("«%s» is none", (text) => {
    expect(readCode(text)).toBeNull();
  });
});

it.each(["А когда будет следующая встреча с наставником", "5 «Б»", "я", "!!!", "/start", "а".repeat(200)])(
  "«%s» is no search",
  (text) => expect(readSought(text)).toBeNull(),
);
