import { describe, expect, it } from "vitest";
import { linesWithin, nextOf, pastedToken, strictest } from "#features/home/rules.ts";

describe("a link pasted as text", () => {
  it.each([
    ["https://t.me/tropa_bot?start=AbC-_123456789012345x", "AbC-_123456789012345x"],
    ["вот ссылка: t.me/tropa_bot?start=abc , открой", "abc"],
    ["tg://resolve?domain=tropa_bot&start=abc", "abc"],
    [`t.me/b?start=${"a".repeat(65)}`, null],
    ["https://t.me/tropa_bot", null],
    ["start=abc", null],
    ["", null],
  ])("%j gives %j", (text, token) => {
    expect(pastedToken(text)).toBe(token);
  });
});

describe("the next step", () => {
  const step = (rank: number, alone = false) => ({
    rank,
    screen: { text: String(rank) },
    ...(alone ? { alone: true as const } : {}),
  });

  it.each([
    [[], null],
    [[step(30), step(10), step(20)], 10],
    [[step(20), step(50, true)], 50],
    [[step(5), step(60, true), step(50, true)], 50],
  ])("of %j is %j", (steps, rank) => {
    expect(nextOf(steps)?.rank ?? null).toBe(rank);
  });
});

describe("the strictest way to show a name", () => {
  it("is the one that shows least; the full name when nobody asks for less", () => {
    expect([strictest([]), strictest(["full", "initial"]), strictest(["code", "full"])]).toEqual([
      "full",
      "initial",
      "code",
    ]);
  });
});

describe("lines that must fit", () => {
  it("are shown from the first on, and the rest is counted", () => {
    expect(linesWithin(["one", "two", "three"], 8)).toEqual({ shown: ["one", "two"], left: 1 });
    expect(linesWithin([], 8)).toEqual({ shown: [], left: 0 });
  });
});
