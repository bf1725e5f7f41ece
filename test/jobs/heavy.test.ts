import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { systemClock, virtualClock } from "#platform/clock.ts";
import { type FileWorks, fileWorks } from "#platform/files/heavy.ts";
import type { Table } from "#platform/files/sheet.ts";
import { createHeavy, findWorker, type Heavy } from "#platform/heavy.ts";
import { testFolder } from "#test/support/database.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const table: Table = { name: "a", columns: [{ title: "x", kind: "number" }], rows: [[1], [2]] };

/** A thread bundled as the project's own is, from this source. */
async function bundle(entry: { path: string } | { source: string }): Promise<string> {
  const outfile = join(testFolder(), "worker.mjs");
  const input =
    "path" in entry
      ? { entryPoints: [entry.path] }
      : { stdin: { contents: entry.source, resolveDir: join(root, "src") } };
  const packages = "path" in entry ? {} : { packages: "external" as const };
  await build({ ...input, ...packages, outfile, bundle: true, format: "esm", platform: "node", target: "node20" });
  return outfile;
}

describe("heavy work", () => {
  let file: string;
  beforeAll(async () => {
    expect(inject("testFolder")).not.toBe("");
    file = await bundle({ path: join(root, "src/platform/worker.ts") });
  });

  const heavy = (path: string | null): Heavy<FileWorks> =>
    createHeavy({ works: fileWorks, clock: systemClock, file: path });

  it("gives the same in a thread and in the process", async () => {
    for (const path of [file, null]) {
      const outcome = await heavy(path).run("writeSheet", { sheets: [table] });
      if (outcome.kind !== "done") throw new Error(outcome.kind);
      const [sheet] = await readExcelFile(Buffer.from(outcome.result));
      expect(sheet?.data).toEqual([["x"], [1], [2]]);
    }
  });

  it("that throws is told by the error's name only", async () => {
    for (const path of [file, null])
      expect(await heavy(path).run("writeSheet", { sheets: [] })).toEqual({ kind: "broke", reason: "Error" });
  });

  it("leaves the process to answer people meanwhile", async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [n]);
    let beats = 0;
    let isDone = false;
    const beating = (async () => {
      for (; !isDone; beats++) await new Promise<void>((resolve) => setImmediate(resolve));
    })();
    const outcome = await heavy(file).run("writeSheet", { sheets: [{ ...table, rows }] });
    isDone = true;
    await beating;
    expect(outcome.kind).toBe("done");
    expect(beats).toBeGreaterThan(50);
  });

  it("without a built file is done in this process", () => {
    expect(findWorker(testFolder())).toBeNull();
  });
});

describe("heavy work that runs wild", () => {
  const works = {
    hoard: (_: number) => 0,
    spin: (_: number) => 0,
    exit: (_: number) => 0,
  };
  let file: string;
  beforeAll(async () => {
    file = await bundle({
      source: `
        import { serveHeavy } from "./platform/heavy.ts";
        await serveHeavy({
          hoard() { const all = []; for (;;) all.push(new Array(1_000).fill(all.length)); },
          spin() { for (;;); },
          exit() { process.exit(3); },
        });`,
    });
  });

  it("is ended when it wants too much memory, and the process lives on", async () => {
    const heavy = createHeavy({ works, clock: systemClock, file, limits: { memoryMb: 32 } });
    expect(await heavy.run("hoard", 0)).toEqual({ kind: "tooBig" });
  });

  it("is ended when it takes too long", async () => {
    const clock = virtualClock(new Date("2026-11-20T07:00:00Z"));
    const heavy = createHeavy({ works, clock, file, limits: { timeMs: 60_000 } });
    const outcome = heavy.run("spin", 0);
    await clock.advance(60_000);
    expect(await outcome).toEqual({ kind: "tooLong" });
  });

  it("is ended when the caller stops", async () => {
    const stop = new AbortController();
    const heavy = createHeavy({ works, clock: systemClock, file });
    const outcome = heavy.run("spin", 0, { signal: stop.signal });
    stop.abort();
    expect(await outcome).toEqual({ kind: "stopped" });
  });

  it("that ends its thread by itself has broken", async () => {
    expect(await createHeavy({ works, clock: systemClock, file }).run("exit", 0)).toEqual({
      kind: "broke",
      reason: "exit",
    });
  });
});
