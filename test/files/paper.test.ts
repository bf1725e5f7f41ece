import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type Block, writePaper } from "#platform/files/paper.ts";
import { qrPicture } from "#platform/qr.ts";

const partsOf = async (blocks: Block[]) =>
  unzipSync(await writePaper({ title: "Приглашения", footer: "Школа № 5", blocks }));
const documentOf = async (blocks: Block[]) =>
  strFromU8((await partsOf(blocks))["word/document.xml"] ?? new Uint8Array());

describe("a paper written as docx", () => {
  it("holds headings, lines, boxes, tables and pictures in their order", async () => {
    const png = await qrPicture("https://t.me/bot?start=x");
    const parts = await partsOf([
      { kind: "heading", level: 1, text: "Анкета" },
      { kind: "text", pieces: ["Код: ", { text: "Н-07", bold: true }] },
      { kind: "box", text: "да" },
      { kind: "lines", count: 3 },
      {
        kind: "table",
        columns: [50, 50],
        header: ["№", "Класс"],
        rows: [[[{ kind: "text", pieces: ["1"] }], [{ kind: "picture", png, width: 30, height: 30 }]]],
        border: "cut",
      },
      { kind: "pageBreak" },
      { kind: "item", text: "конец" },
    ]);
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]);
    expect(texts).toEqual(["Анкета", "Код: ", "Н-07", "☐  ", "да", "№", "Класс", "1", "конец"]);
    expect(Object.keys(parts).filter((name) => name.endsWith(".png"))).toHaveLength(1);
  });

  it("shows strange text literally: marks of XML, emoji, line breaks; what is no text is left out", async () => {
    const xml = await documentOf([{ kind: "text", pieces: ["<b>&\"'</b> 🦊\nвторая\u0000\u0001строка \ud800"] }]);
    expect(xml).toContain("&lt;b&gt;&amp;");
    expect(xml).toContain("🦊");
    expect(xml).toContain("вторая");
    expect(xml).toContain("<w:br/>");
    expect(xml).not.toContain("\u0000");
    expect(xml).not.toContain("\u0001");
  });
});
