import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanName } from "#platform/files/name.ts";

it.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\Аня\\План.docx", "План.docx"],
  ["..", "file"],
  ["", "file"],
  ["\u202Efdp.exe", "fdp.exe"],
  ["a\u0000b\nc.txt", "abc.txt"],
  ["отчёт: «1 <2>».xlsx", "отчёт_ «1 _2_».xlsx"],
  ["con.txt", "_con.txt"],
  [".hidden", "hidden"],
  ["name .", "name"],
])("%j is kept as %j", (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});

it("a long name keeps its ending", () => {
  const name = cleanName(`${"я".repeat(300)}.docx`);
  expect([...name]).toHaveLength(120);
  expect(name.endsWith(".docx")).toBe(true);
});

it("no name holds a path, a control character or a turned direction, and none is empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (given) => {
      const name = cleanName(given);
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
      expect(name.length).toBeGreaterThan(0);
      expect(cleanName(name)).toBe(name);
    }),
  );
});
