import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inRoot } from "#platform/root.ts";
import { testFolder } from "#test/support/database.ts";
import { engines } from "#test/support/engines.ts";
import { until } from "#test/support/process.ts";
import { openStage, type Stage } from "./stage.ts";

/** The toy as a program of one file, which finds packages and texts where the project has them. */
async function buildToy(): Promise<string> {
  const folder = testFolder();
  symlinkSync(inRoot("node_modules"), join(folder, "node_modules"));
  const outfile = join(folder, "toy-bot.mjs");
  await build({
    entryPoints: [inRoot("test/faults/toy-bot.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    define: { "import.meta.url": JSON.stringify(pathToFileURL(inRoot("package.json")).href) },
    outfile,
    logLevel: "error",
  });
  return outfile;
}

const LIVES = 6;

describe.each(engines)("an update that kills the process, on %s", (engine) => {
  let program: string;
  let stage: Stage;
  beforeAll(async () => {
    program = await buildToy();
  });
  beforeEach(async () => {
    stage = await openStage(engine);
  });
  afterEach(() => stage.close());

  const lastWord = (id: number) => stage.emulator.chat(id).findLast(({ byBot }) => byBot)?.text;

  it("is given up when it has ended six lives, with an apology, and nobody who was at work beside it goes with it", async () => {
    const people = Array.from({ length: 10 }, (_, index) => stage.emulator.addUser({ firstName: `${index}` }).id);
    const [victim = 0, ...others] = people;
    for (const id of others) stage.emulator.say(id, "/slow");
    stage.emulator.say(victim, "/die");
    stage.emulator.say(victim, "/slow");
    let deaths = 0;
    for (let bot = stage.launch({}, program); ; bot = stage.launch({}, program)) {
      const allAnswered = () => lastWord(victim) === "done" && others.every((id) => lastWord(id) !== undefined);
      await until("it dies, or all are answered", () => bot.hasEnded() || allAnswered());
      if (!bot.hasEnded()) break;
      deaths += 1;
      expect(deaths, bot.output()).toBeLessThanOrEqual(LIVES);
    }
    expect(deaths).toBe(LIVES);
    const said = (id: number) => stage.emulator.chat(id).flatMap(({ byBot, text }) => (byBot ? [text] : []));
    expect(said(victim)).toEqual(["sorry", "done"]);
    for (const id of others) expect(said(id)).toEqual(["done"]);
  }, 60_000);
});
