import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { inRoot } from "#platform/root.ts";

describe("a Node that is too old", () => {
  it.each(["start", "test", "cli", "setup"])(
    "is told to whoever calls %s in one line that says what to get",
    (script) => {
      const pretend = `data:text/javascript,${encodeURIComponent(
        'Object.defineProperty(process.versions, "node", { value: "18.20.4" });',
      )}`;
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ["--import", pretend, inRoot(`scripts/${script}.mjs`)],
        {
          encoding: "utf8",
        },
      );
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(stderr).toMatch(/needs Node 20\.19 or newer, and this is 18\.20\.4\..*nodejs\.org/);
    },
  );
});
