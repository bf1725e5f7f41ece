import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./tree.ts";

const run = promisify(execFile);
const BIOME = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const use = (...modules: string[]): string =>
  modules
    .map((module, index) => `import { x${index} } from "${module}";\nexport const y${index} = x${index};\n`)
    .join("");
const lines = (count: number, text = "  act();"): string => `${text}\n`.repeat(count);
const nested = (depth: number): string =>
  `export function deep(a: number) {\n${Array.from({ length: depth }, (_, level) => `if (a > ${level}) {`).join("")}act();${"}".repeat(depth)}\n}\n`;

const FAMILY = "../ is nobody";
const DOOR = "entered by its door";
const GRAMMY = "grammY lives in";
const DRIVER = "Databases are opened in";

/** A file, what stands in it, and the complaint that it earns. */
const PLANTED: [path: string, text: string, complaint: string][] = [
  ["src/core/up.ts", use("../platform/clock.ts"), "The core knows only itself"],
  ["src/core/feature.ts", use("#features/people/index.ts"), "The core knows only itself"],
  ["src/core/grammy.ts", use("grammy"), "The core knows only itself"],
  [
    "src/core/opens.ts",
    'import { openDatabase } from "#platform/db/index.ts";\nexport const y = openDatabase;\n',
    "only the type of it",
  ],
  ["src/platform/up.ts", use("../core/clock.ts"), FAMILY],
  ["src/platform/feature.ts", use("#features/people/model.ts"), "knows nothing of mentoring"],
  ["src/platform/app.ts", use("#app"), "knows nothing of mentoring"],
  ["src/platform/grammy.ts", use("grammy"), GRAMMY],
  ["src/platform/files/types.ts", use("@grammyjs/types"), GRAMMY],
  ["src/platform/driver.ts", use("@prisma/client"), DRIVER],
  ["src/platform/inner.ts", use("#platform/db/generated/sqlite/client.ts"), DRIVER],
  ["src/platform/db/grammy.ts", use("grammy"), "knows no messenger"],
  ["src/platform/db/feature.ts", use("#features/people/index.ts"), "knows nothing of mentoring"],
  ["src/platform/telegram/feature.ts", use("#features/people/index.ts"), "knows nothing of mentoring"],
  ["src/platform/telegram/playground.ts", use("#playground/index.ts"), "knows nothing of mentoring"],
  ["src/platform/telegram/driver.ts", use("pg"), DRIVER],
  ["src/features/a/rules.model.ts", use("./rules.ts"), "A model holds nouns"],
  ["src/features/a/door.model.ts", use("#features/b/index.ts"), "A model holds nouns"],
  ["src/features/a/rules.ts", use("./view.ts"), "Rules decide and cannot act"],
  ["src/features/a/store.rules.ts", use("./store.ts"), "Rules decide and cannot act"],
  ["src/features/a/clock.rules.ts", use("#platform/clock.ts"), "Rules decide and cannot act"],
  ["src/features/a/files.rules.ts", use("node:fs"), "Rules decide and cannot act"],
  ["src/features/a/up.rules.ts", use("../b/rules.ts"), "Rules decide and cannot act"],
  [
    "src/features/a/chance.rules.ts",
    'import { randomBytes } from "node:crypto";\nexport const y = randomBytes(1);\n',
    "needs hashes only",
  ],
  ["src/features/a/view.ts", use("./service.ts"), "A view is words and buttons"],
  ["src/features/a/store.view.ts", use("./own.store.ts"), "A view is words and buttons"],
  ["src/features/a/grammy.view.ts", use("grammy"), "A view is words and buttons"],
  [
    "src/features/a/sheet.view.ts",
    'import { writeSheet } from "#platform/files/sheet.ts";\nexport const y = writeSheet;\n',
    "only its shape",
  ],
  ["src/features/a/store.ts", use("./service.ts"), "A store knows the database"],
  ["src/features/a/view.store.ts", use("./view.ts"), "A store knows the database"],
  ["src/features/a/other.store.ts", use("#features/b/store.ts"), "A store knows the database"],
  ["src/features/a/prisma.store.ts", use("@prisma/client"), "A store knows the database"],
  ["src/features/a/service.ts", use("./view.ts"), "does not know how things look"],
  ["src/features/a/chat.service.ts", use("./own.chat.ts"), "does not know how things look"],
  ["src/features/a/grammy.service.ts", use("grammy"), "neither grammY nor a driver"],
  ["src/features/a/prisma.service.ts", use("@prisma/client"), "neither grammY nor a driver"],
  ["src/features/a/telegram.service.ts", use("#platform/telegram/show.ts"), "knows who speaks"],
  ["src/features/a/other.service.ts", use("#features/b/service.ts"), DOOR],
  ["src/features/a/up.service.ts", use("../b/index.ts"), FAMILY],
  ["src/features/a/notices.ts", use("./chat.ts"), "nobody is answered here"],
  ["src/features/a/other.notices.ts", use("#features/b/store.ts"), DOOR],
  ["src/features/a/chat.ts", use("./store.ts"), "speaks to its service only"],
  ["src/features/a/own.chat.ts", use("./own.store.ts"), "speaks to its service only"],
  ["src/features/a/again.chat.ts", 'export { x } from "./own.store.ts";\n', "speaks to its service only"],
  [
    "src/features/a/dynamic.chat.ts",
    'export const x = () => import("./own.store.ts");\n',
    "speaks to its service only",
  ],
  ["src/features/a/grammy.chat.ts", use("grammy"), "neither grammY nor a driver"],
  ["src/features/a/talk.ts", use("./store.ts"), "speaks to its service only"],
  ["src/features/a/other.talk.ts", use("#features/b/chat.ts"), DOOR],
  ["src/features/a/guide.ts", use("./store.ts"), "speaks to its service only"],
  ["src/features/a/up.chat.ts", use("../b/index.ts"), FAMILY],
  ["src/features/a/index.ts", use("#features/b/index.ts"), "opens onto its own rooms"],
  ["src/app.ts", use("#features/a/service.ts"), DOOR],
  ["src/run.ts", use("grammy"), GRAMMY],
  ["src/open.ts", use("@prisma/client"), DRIVER],
  ["src/up.ts", use("../scripts/x.mjs"), FAMILY],
  ["src/playground/feature.ts", use("#features/a/index.ts"), "knows nothing of the bot inside"],
  ["src/playground/inside.ts", use("#platform/telegram/bot.ts"), "knows nothing of the bot inside"],
  ["src/playground/telegram/up.ts", use("../world.ts"), FAMILY],
  ["test/a/up.test.ts", use("../support/world.ts"), "Tests meet each other by #test/"],
  ["bench/up.ts", use("../src/core/ids.ts"), FAMILY],
  [
    "src/core/cycle-one.ts",
    'import { two } from "./cycle-two.ts";\nexport const one = () => two;\n',
    "lint/suspicious/noImportCycles",
  ],
  [
    "src/core/cycle-two.ts",
    'import { one } from "./cycle-one.ts";\nexport const two = () => one;\n',
    "lint/suspicious/noImportCycles",
  ],
  ["src/core/now.ts", "export const now = new Date();\n", "Raw time"],
  ["src/features/a/now.rules.ts", "export const now = Date.now();\n", "Raw time"],
  ["src/platform/monotonic.ts", "export const now = performance.now();\n", "Raw time"],
  ["src/platform/telegram/wait.ts", "export const wait = (wake: () => void) => setTimeout(wake, 5);\n", "Raw time"],
  ["src/playground/beat.ts", "export const beat = (act: () => void) => setInterval(act, 5);\n", "Raw time"],
  ["src/platform/sleep.ts", use("node:timers/promises"), "Raw time"],
  ["src/platform/signal.ts", "export const signal = AbortSignal.timeout(5);\n", "Raw time"],
  ["test/a/wait.test.ts", "setTimeout(() => {}, 5);\n", "Raw time"],
  ["src/features/a/sql.service.ts", "export const all = (db: Db) => db.$queryRaw`SELECT 1`;\n", "Raw SQL"],
  ["src/features/a/sql.service.ts", 'export const all = (db: Db) => db.$executeRawUnsafe("x");\n', "Raw SQL"],
  ["test/a/mock.test.ts", 'import { vi } from "vitest";\nvi.mock("#platform/clock.ts");\n', "replaces nothing of ours"],
  ["test/a/timers.test.ts", 'import { vi } from "vitest";\nvi.useFakeTimers();\n', "replaces nothing of ours"],
  ["src/core/default.ts", "export default 1;\n", "lint/style/noDefaultExport"],
  ["src/core/enum.ts", "export enum Colour {\n  Red = 1,\n}\n", "lint/style/noEnum"],
  ["src/core/untyped.ts", "export const f = (x: any) => x;\n", "lint/suspicious/noExplicitAny"],
  ["src/core/unused.ts", 'import { x } from "./up.ts";\n', "lint/correctness/noUnusedImports"],
  ["src/core/camelCase.ts", "export const x = 1;\n", "lint/style/useFilenamingConvention"],
  ["src/features/a/Own.rules.ts", "export const x = 1;\n", "lint/style/useFilenamingConvention"],
  ["src/core/long-file.ts", lines(261, "act();"), "lint/style/noExcessiveLinesPerFile"],
  ["test/a/long.test.ts", lines(361, "act();"), "lint/style/noExcessiveLinesPerFile"],
  [
    "src/core/long-function.ts",
    `export function long() {\n${lines(121)}}\n`,
    "lint/complexity/noExcessiveLinesPerFunction",
  ],
  ["src/core/deep.ts", nested(6), "lint/complexity/noExcessiveCognitiveComplexity"],
];

/** What the house does every day. */
const LAWFUL: [path: string, text: string][] = [
  ["src/core/fine.ts", use("zod", "./ids.ts", "temporal-polyfill")],
  ["src/core/says.ts", 'import type { Db } from "#platform/db/index.ts";\nexport type Says = (db: Db) => string;\n'],
  ["src/platform/fine.ts", use("#core/clock.ts", "pino", "./log.ts", "#platform/db/index.ts")],
  [
    "src/platform/clock.ts",
    "export const now = () => new Date();\nexport const wait = (wake: () => void) => setTimeout(wake, performance.now());\n",
  ],
  [
    "src/platform/db/fine.ts",
    `${use("@prisma/adapter-pg", "libsql", "#platform/db/generated/sqlite/client.ts")}export const all = (db: Db) => db.$queryRaw\`SELECT 1\`;\n`,
  ],
  ["src/platform/telegram/fine.ts", use("grammy", "@grammyjs/conversations", "#platform/db/index.ts", "./turn.ts")],
  [
    "src/features/b/model.ts",
    use("zod", "#core/ids.ts", "./own.model.ts", "#features/people/model.ts", "#features/people/own.model.ts"),
  ],
  [
    "src/features/b/own.rules.ts",
    `${use("./model.ts", "./rules.ts", "#core/when.ts", "#features/people/index.ts", "zod")}export const later = new Date(0);\n`,
  ],
  [
    "src/features/b/links.rules.ts",
    'import { createHash } from "node:crypto";\nexport const y = createHash("sha256");\n',
  ],
  [
    "src/features/b/view.ts",
    use("./model.ts", "./own.rules.ts", "./own.view.ts", "#core/screen.ts", "#features/people/index.ts"),
  ],
  ["src/features/b/sheet.view.ts", 'import type { Table } from "#platform/files/sheet.ts";\nexport type T = Table;\n'],
  [
    "src/features/b/own.store.ts",
    use("#platform/db/index.ts", "./model.ts", "./own.rules.ts", "./store.ts", "zod", "node:fs", "yaml"),
  ],
  [
    "src/features/b/service.ts",
    use(
      "./store.ts",
      "./own.rules.ts",
      "./own.service.ts",
      "#features/people/index.ts",
      "#platform/db/index.ts",
      "#platform/log.ts",
    ),
  ],
  [
    "src/features/b/speaker.service.ts",
    'import type { Speaker } from "#platform/telegram/turn.ts";\nexport type S = Speaker;\n',
  ],
  ["src/features/b/notices.ts", use("./store.ts", "./view.ts", "#features/notices/index.ts", "#platform/db/index.ts")],
  [
    "src/features/b/chat.ts",
    use("./service.ts", "./view.ts", "./own.chat.ts", "#platform/telegram/chat.ts", "#features/people/index.ts"),
  ],
  ["src/features/b/talk.ts", use("./service.ts", "./view.ts", "#platform/telegram/turn.ts")],
  ["src/features/b/index.ts", use("./service.ts", "./chat.ts")],
  ["src/main.ts", use("#platform/config.ts", "./run.ts", "#features/people/index.ts")],
  ["src/playground/fine.ts", use("#core/clock.ts", "#platform/clock.ts", "@grammyjs/types", "./telegram/server.ts")],
  ["scripts/fine.mjs", `${use("../dist/main.js")}setInterval(() => new Date(), 5);\n`],
  [
    "test/b/fine.test.ts",
    `${use("#test/support/world.ts", "#features/people/service.ts", "../../scripts/migration.mjs", "grammy")}setImmediate(() => {});\n${lines(200, "act();")}`,
  ],
];

type Complaint = { path: string; text: string };

async function complaintsIn(folder: string): Promise<Complaint[]> {
  const args = [BIOME, "lint", "--reporter=github", "--max-diagnostics=none", "--colors=off", "."];
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }).catch(
    (error: { stdout: string; stderr: string }) => {
      if (!error.stdout) throw new Error(error.stderr);
      return error;
    },
  );
  return [...stdout.matchAll(/^::error title=([^,]*),file=([^,]*),.*?::(.*)$/gm)].map(
    ([, title, path = "", message]) => ({
      path: path.replaceAll("\\", "/"),
      text: `${title}: ${message}`,
    }),
  );
}

/** The registry lacks Biome's program for some machines; elsewhere the same rules are tested. */
const isMissing = await run(process.execPath, [BIOME, "--version"]).then(
  () => false,
  ({ stderr }: { stderr: string }) => stderr.includes("Cannot find module '@biomejs/cli-"),
);

describe.skipIf(isMissing)("the linter's rules bite", () => {
  const folder = mkdtempSync(join(tmpdir(), "tropa-lint-"));
  let complaints: Complaint[] = [];
  const about = (path: string): string[] =>
    complaints.filter((one) => one.path.endsWith(`/${path}`)).map(({ text }) => text);

  beforeAll(async () => {
    for (const kept of ["biome.json", "lint", ".gitignore", "package.json"])
      cpSync(join(ROOT, kept), join(folder, kept), { recursive: true });
    for (const [path, text] of [...PLANTED, ...LAWFUL]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    complaints = await complaintsIn(folder);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)("%s", (path, _text, complaint) => {
    expect(about(path)).toContainEqual(expect.stringContaining(complaint));
  });

  it.each(LAWFUL)("%s is lawful", (path) => {
    expect(about(path)).toEqual([]);
  });
});
