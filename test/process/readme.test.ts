import { describe, expect, it } from "vitest";
import { virtualClock } from "#platform/clock.ts";
import { environment } from "#platform/environment.ts";
import { createMetrics } from "#platform/metrics.ts";
import { paths, read, sources } from "#test/house/tree.ts";

const LONGEST = 110;
const readme = read("README.md").text;
const architecture = read("docs/architecture.md").text;
const operating = read("docs/operating.md").text;
const pages = [readme, architecture, operating].join("\n");

type Package = {
  scripts: Record<string, string>;
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const pack: Package = JSON.parse(read("package.json").text);
const packages = { ...pack.dependencies, ...pack.devDependencies };

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found)),
];

/** Scripts that a text tells to run: `npm start`, `npm test`, `npm run [-s] <name>`. */
const scriptsIn = (text: string): string[] => all(text, /\bnpm (?:run (?:-s )?(?=[\w:]+)|(?=start\b|test\b))([\w:]+)/g);

const FOLDERS = [
  "src",
  "core",
  "platform",
  "features",
  "prisma",
  "locales",
  "test",
  "docs",
  "lint",
  "scripts",
  "bench",
];
const BELOW_SRC = ["core", "platform", "features"];

/** Files and folders of the house that a text names in its code marks; placeholders and globs are none. */
const placesIn = (text: string): string[] =>
  all(text, /`([\w./-]+)`/g).filter((name) => {
    const [first = "", ...rest] = name.split("/");
    return rest.length > 0 && FOLDERS.includes(first) && !name.includes("/x/");
  });

const isThere = (place: string): boolean => {
  const path = BELOW_SRC.includes(place.split("/")[0] ?? "") ? `src/${place}` : place;
  return paths.some((one) => one === path || one.startsWith(`${path.replace(/\/$/, "")}/`));
};

/** The first cells of a table's rows, out of their code marks. */
const rowsOf = (text: string): string[] => all(text, /^\| `([^`]+)`/gm);
const section = (text: string, heading: string): string =>
  text.split(/^(?=## )/m).find((part) => part.startsWith(`## ${heading}`)) ?? "";

/** The lines that do not come in the scene after those quoted before them. */
function notPlayed(quoted: string[], played: string[]): string[] {
  let from = 0;
  return quoted.filter((line) => {
    const at = played.findIndex((one, index) => index >= from && one.trim() === line.trim());
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

describe("what a page names is found", () => {
  it("scripts, however they are called", () => {
    expect(scriptsIn("`npm start`, `npm test -- x`, npm run -s cli -- y, npm run test:nodes; npm prune")).toEqual([
      "start",
      "test",
      "cli",
      "test:nodes",
    ]);
  });

  it("a quoted line that was never said, or was said earlier", () => {
    expect(notPlayed(["a", "  c", "b", "d"], ["a", "b", "c"])).toEqual(["b", "d"]);
  });

  it("places of the house, and nothing else that has a slash", () => {
    expect(placesIn("`src/app.ts` `platform/db` `#features/x/index.ts` `/healthz` `docs/gone.md` `model.ts`")).toEqual([
      "src/app.ts",
      "platform/db",
      "docs/gone.md",
    ]);
    expect(["src/app.ts", "platform/db", "docs/gone.md"].map(isThere)).toEqual([true, true, false]);
  });
});

describe("the README", () => {
  it(`is read in a few minutes: at most ${LONGEST} lines`, () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(LONGEST);
  });

  it("quotes a scene that is played, word for word", () => {
    const played = read("test/intake/whole.golden.txt").text.split("\n");
    const quoted = /```text\n([\s\S]*?)```/.exec(readme)?.[1]?.trimEnd().split("\n") ?? [];
    expect(quoted.length).toBeGreaterThan(10);
    expect(notPlayed(quoted, played)).toEqual([]);
  });

  it("draws the map with every feature", () => {
    const map = section(readme, "The map of the house");
    const features = new Set(paths.flatMap((path) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? []));
    expect([...features].filter((feature) => !map.includes(feature))).toEqual([]);
  });

  it("speaks in its recipes of code that is there", () => {
    const recipes = section(readme, "Adding a question") + section(readme, "Adding a reminder");
    const code = sources(/^(?:src|test\/support)\/.*\.ts$/)
      .map(({ text }) => text)
      .join("\n");
    const named = all(recipes, /`(?:notices\.)?([a-z]+(?:[A-Z][a-z]+)+|plan|replan|kinds|load|show|sees|later)`/g);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });
});

describe("the pages", () => {
  it("name scripts that package.json has, and the README the two that matter", () => {
    expect(scriptsIn(pages).filter((name) => !(name in pack.scripts))).toEqual([]);
    expect(scriptsIn(readme)).toEqual(expect.arrayContaining(["start", "test"]));
  });

  it("name files and folders that are there", () => {
    expect(placesIn(pages).length).toBeGreaterThan(20);
    expect(placesIn(pages).filter((place) => !isThere(place))).toEqual([]);
  });

  it("name the operator's commands that there are", () => {
    const named = all(pages, /cli -- ([a-z]+(?:-[a-z]+)*)/g);
    expect(named.length).toBeGreaterThan(0);
    const operator = read("src/operator.ts").text;
    const isCommand = (name: string) => new RegExp(`^ +(?:"${name}":|${name},$)`, "m").test(operator);
    expect(named.filter((name) => !isCommand(name))).toEqual([]);
  });

  it("ask for the Node that package.json asks for", () => {
    const oldest = pack.engines.node.replace(/^>=/, "");
    for (const page of [readme, operating]) expect(page).toContain(`Node ${oldest}`);
  });
});

/** Which feature imports which, as the code says it: `banks → jobs`. */
const edges = sources(/^src\/features\/[^/]+\/.*\.ts$/).flatMap(({ path, text }) => {
  const [, , own = ""] = path.split("/");
  return all(text, /from "#features\/([^/"]+)\//g).flatMap((other) => (other === own ? [] : [`${own} → ${other}`]));
});

/** The same as the page draws it: `a, b → c, d`. */
const drawn = (text: string): string[] =>
  [...text.matchAll(/^([a-z, ]+?) +→ ([a-z, ]+)$/gm)].flatMap(([, from = "", to = ""]) =>
    from.split(", ").flatMap((one) => to.split(", ").map((other) => `${one} → ${other}`)),
  );

describe("the features", () => {
  it("know each other as the page draws it", () => {
    expect(drawn("a      → c, d\nb, e → f\ng know nobody")).toEqual(["a → c", "a → d", "b → f", "e → f"]);
    expect(drawn(section(architecture, "Rooms")).toSorted()).toEqual([...new Set(edges)].toSorted());
  });
});

describe("the environment", () => {
  const known = Object.keys(environment.shape).toSorted();

  it("is the same in the code, in .env.example and in the operator's page", () => {
    expect(all(read(".env.example").text, /^([A-Z_]+)=/gm).toSorted()).toEqual(known);
    expect(rowsOf(section(operating, "Environment")).toSorted()).toEqual(known);
  });

  it("has no other variable in any page", () => {
    const named = all(pages, /`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`/g).filter((name) => name !== "CHROMIUM_PATH");
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("the metrics", () => {
  it("in the operator's page are those that the bot gives", async () => {
    const text = await createMetrics({ clock: virtualClock(new Date(0)) }).text();
    const given = all(text, /^# TYPE (tropa_\w+)/gm).toSorted();
    expect(given.length).toBeGreaterThan(4);
    expect(all(operating, /`(tropa_\w+)`/g).toSorted()).toEqual(given);
  });
});

describe("the dependencies", () => {
  it("are each explained, and none that is gone", () => {
    expect(rowsOf(section(architecture, "Dependencies")).toSorted()).toEqual(Object.keys(packages).toSorted());
  });

  it("are pinned to one version", () => {
    expect(Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
