import { describe, expect, it } from "vitest";
import { paths, read, sources } from "./tree.ts";

const NOUN = "[a-z]+(?:-[a-z]+)*";
const ROOM = new RegExp(
  `^src/features/${NOUN}/(?:index|(?:${NOUN}\\.)?(?:model|rules|view|store|service|chat|talk|guide|notices))\\.ts$`,
);
const BANNED = /(?:^|[/.-])(?:utils?|helpers?|manager|misc|common|info|stuff)\.(?:ts|js|mjs)$/;

const notRooms = (all: string[]): string[] =>
  all.filter((path) => path.startsWith("src/features/") && !ROOM.test(path));

const features = (all: string[]): string[] => [
  ...new Set(all.flatMap((path) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? [])),
];

const withoutDoor = (all: string[]): string[] =>
  features(all).filter((feature) => !all.includes(`src/features/${feature}/index.ts`));

const vague = (all: string[]): string[] =>
  all.filter((path) => /^(?:src|test|scripts)\//.test(path) && BANNED.test(path));

type Override = { includes: string[]; linter?: { rules?: { style?: { noRestrictedImports?: unknown } } } };

/** The globs that the configuration of the linter uses: `**`, `*` and `{a,b}`. */
const globbed = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replace(/[.]/g, "\\.")
      .replace(/\*\*|\*/g, (star) => (star === "**" ? ".+" : "[^/]*"))
      .replace(/\{([^}]*)\}/g, (_all, some: string) => `(?:${some.replaceAll(",", "|")})`)}$`,
  );

const covers = ({ includes }: Override, path: string): boolean =>
  includes.some((glob) => !glob.startsWith("!") && globbed(glob).test(path)) &&
  !includes.some((glob) => glob.startsWith("!") && globbed(glob.slice(1)).test(path));

/** An override replaces another, so a file in two of them would lose the rules of one. */
const notInOne = (overrides: Override[], all: string[]): string[] =>
  all.flatMap((path) => {
    const many = overrides.filter(
      (override) => override.linter?.rules?.style?.noRestrictedImports && covers(override, path),
    );
    return many.length === 1 ? [] : [`${path}: in ${many.length} overrides of imports`];
  });

describe("the rooms of a feature", () => {
  it("a file that is no room is found; rooms and rooms named by a noun are not", () => {
    expect(
      notRooms([
        "src/features/people/rights.ts",
        "src/features/people/Rows.store.ts",
        "src/features/people/deep/store.ts",
        "src/features/lone.ts",
        "src/features/people/index.ts",
        "src/features/people/store.ts",
        "src/features/people/own-rows.store.ts",
        "src/features/people/notices.ts",
        "src/platform/clock.ts",
      ]),
    ).toEqual([
      "src/features/people/rights.ts",
      "src/features/people/Rows.store.ts",
      "src/features/people/deep/store.ts",
      "src/features/lone.ts",
    ]);
  });

  it("a feature without a door and a file with a vague name are found", () => {
    expect(withoutDoor(["src/features/a/index.ts", "src/features/b/model.ts"])).toEqual(["b"]);
    expect(vague(["src/core/utils.ts", "src/a/name-helpers.ts", "src/core/ids.ts", "locales/ru/common.ftl"])).toEqual([
      "src/core/utils.ts",
      "src/a/name-helpers.ts",
    ]);
  });

  it("every file in a feature is a known room", () => {
    expect(features(paths).length).toBeGreaterThan(5);
    expect(notRooms(paths)).toEqual([]);
  });

  it("every feature has a door, which says in words what the feature is", () => {
    expect(withoutDoor(paths)).toEqual([]);
    const silent = sources(/^src\/features\/[^/]+\/index\.ts$/).filter(({ text }) => !text.startsWith("/**"));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("no file is named utils, helpers, manager or misc", () => {
    expect(vague(paths)).toEqual([]);
  });
});

describe("the direction of imports", () => {
  const rule = (...includes: string[]): Override => ({
    includes,
    linter: { rules: { style: { noRestrictedImports: { level: "error" } } } },
  });

  it("a file under two rules or under none is found", () => {
    const overrides = [
      rule("src/a/**", "!src/a/b/**"),
      rule("src/features/*/{chat,*.chat}.ts"),
      rule("src/**/own.chat.ts"),
    ];
    const all = ["src/a/x.ts", "src/a/b/x.ts", "src/features/f/chat.ts", "src/features/f/own.chat.ts"];
    expect(notInOne(overrides, all)).toEqual([
      "src/a/b/x.ts: in 0 overrides of imports",
      "src/features/f/own.chat.ts: in 2 overrides of imports",
    ]);
  });

  it("is ruled exactly once for every room and every file of the house", () => {
    const { overrides } = JSON.parse(read("biome.json").text) as { overrides: Override[] };
    const code = paths.filter(
      (path) => /^(?:src|test)\/.*\.(?:ts|js)$/.test(path) && (!path.startsWith("src/features/") || ROOM.test(path)),
    );
    expect(code.length).toBeGreaterThan(200);
    expect(notInOne(overrides, code)).toEqual([]);
  });
});
