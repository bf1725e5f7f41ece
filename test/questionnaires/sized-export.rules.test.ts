import { describe, expect, it } from "vitest";
import { exportCells, exportColumns } from "#features/questionnaires/export.rules.ts";
import { shipped, russian as speech } from "./sample.ts";

const definition = shipped.questionnaires.find((one) => one.definition.id === "mentee-pupil-pupil")?.definition;

describe("a table of one length of a questionnaire", () => {
  it("has as many cells as columns, and none for questions that were never asked", () => {
    if (!definition) throw new Error("no such questionnaire");
    const all = exportColumns(definition, speech);
    const short = exportColumns(definition, speech, "short");
    const asked = new Set(
      definition.sections.flatMap((section) =>
        section.questions.filter((one) => one.sizes.includes("short")).map((one) => one.key),
      ),
    );
    expect(short.length).toBeLessThan(all.length);
    expect(short.every((column) => asked.has(column.key))).toBe(true);
    expect(exportCells(definition, {}, speech, "short")).toHaveLength(short.length);
  });
});
