import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sources } from "#test/house/tree.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

const chats = sources(/^src\/features\/.+\.ts$/);

/** All that the first group of the pattern finds in the features' code. */
const found = (pattern: RegExp): string[] => [
  ...new Set(chats.flatMap(({ text }) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []))),
];

describe("what is shown and what is answered", () => {
  let w: World;
  beforeAll(async () => {
    w = await world({ engine: engines[0] ?? "sqlite" });
    await w.settle();
  });
  afterAll(() => w.close());

  it("a button's kind stands in the code as it is, so that it can be found", () => {
    const computed = chats.flatMap(({ path, text }) =>
      [...text.matchAll(/\bpress\(\s*(?!["\s])([^,)]*)/g)].map(([call]) => `${path}: ${call}`),
    );
    expect(computed).toEqual([]);
  });

  it("every button has a row that answers it, and every row a button that leads to it", () => {
    expect(found(/\bpress\(\s*"([^"]+)"/g).toSorted()).toEqual([...w.app.routes.taps.keys()].toSorted());
  });

  it("whatever is listened for has a talk, and every talk is listened for", () => {
    const listened = [/\blisten\(\s*"([^"]+)"/g, /\btalk: "([^"]+)"/g, /\b[A-Z_]*TALK = "([^"]+)"/g].flatMap(found);
    expect([...new Set(listened)].toSorted()).toEqual([...w.app.routes.talks.keys()].toSorted());
  });

  it("every command of a menu is answered", () => {
    const offered = w.emulator.commands().flatMap(({ commands }) => commands.map(({ command }) => command));
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((command) => !w.app.routes.commands.has(command))).toEqual([]);
  });
});
