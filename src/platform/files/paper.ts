/**
 * Papers as a real .docx: our small port over `docx`, so that another library can take its place. A paper is plain data:
 * blocks one under another, which a worker turns into a file. Text stays text, whatever stands in it.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/** A piece of a line. */
export type Piece = string | { text: string; bold?: true; italic?: true; small?: true };

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "text"; pieces: Piece[]; align?: "center" | "right" }
  | { kind: "item"; text: string }
  /** A box to tick by hand, with its words. */
  | { kind: "box"; text: string }
  /** Empty lines to write on. */
  | { kind: "lines"; count: number }
  /** Millimetres on paper. */
  | { kind: "picture"; png: Uint8Array; width: number; height: number; align?: "center" }
  /** Columns in percent of the width; cells hold blocks. `cut`: dashed lines along which one cuts. */
  | { kind: "table"; columns: number[]; header?: string[]; rows: Block[][][]; border: "solid" | "cut" | "none" }
  | { kind: "pageBreak" };

export type Paper = { title: string; landscape?: true; footer?: string; blocks: Block[] };

const FONT = "Times New Roman";
/** Half-points. */
const SIZE = 24;
const SMALL = 18;
/** Twentieths of a point in a millimetre. */
const MM = 56.7;
const PIXELS_PER_MM = 96 / 25.4;
const MARGIN = Math.round(15 * MM);
const A4 = { width: Math.round(210 * MM), height: Math.round(297 * MM) };
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const BORDERS = { solid: BorderStyle.SINGLE, cut: BorderStyle.DASHED, none: BorderStyle.NONE } as const;
const ALIGN = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** Control characters and lone surrogates are no text for XML. */
const clean = (text: string): string =>
  text.replace(/\p{Cs}/gu, "\u{FFFD}").replace(/\p{Cc}/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""));

function runs(piece: Piece): TextRun[] {
  const { text, bold, italic, small } = typeof piece === "string" ? { text: piece } : piece;
  const style = { bold: bold ?? false, italics: italic ?? false, size: small ? SMALL : SIZE, font: FONT };
  return clean(text)
    .split("\n")
    .map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

const lineBelow = { bottom: { style: BorderStyle.SINGLE, size: 4, color: "888888", space: 1 } };

function table({ columns, header, rows, border }: Extract<Block, { kind: "table" }>): Table {
  const cell = (children: Block[], index: number): TableCell =>
    new TableCell({
      children: children.flatMap(toNodes),
      width: { size: columns[index] ?? 0, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
    });
  const heading = (text: string): Block[] => [{ kind: "text", pieces: [{ text, bold: true }] }];
  const style = { style: BORDERS[border], size: border === "none" ? 0 : 4, color: "666666" };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: style,
      bottom: style,
      left: style,
      right: style,
      insideHorizontal: style,
      insideVertical: style,
    },
    rows: [
      ...(header
        ? [new TableRow({ tableHeader: true, children: header.map((text, index) => cell(heading(text), index)) })]
        : []),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
    ],
  });
}

function picture({ png, width, height, align }: Extract<Block, { kind: "picture" }>): Paragraph {
  const transformation = { width: Math.round(width * PIXELS_PER_MM), height: Math.round(height * PIXELS_PER_MM) };
  return new Paragraph({
    children: [new ImageRun({ type: "png", data: png, transformation })],
    ...(align ? { alignment: ALIGN[align] } : {}),
  });
}

function toNodes(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          children: [new TextRun({ text: clean(block.text), bold: true, font: FONT, color: "000000" })],
        }),
      ];
    case "text":
      return [
        new Paragraph({
          children: block.pieces.flatMap(runs),
          spacing: { after: 80 },
          ...(block.align ? { alignment: ALIGN[block.align] } : {}),
        }),
      ];
    case "item":
      return [new Paragraph({ children: runs(block.text), bullet: { level: 0 } })];
    case "box":
      return [new Paragraph({ children: [...runs("☐  "), ...runs(block.text)], indent: { left: 200 } })];
    case "lines":
      return Array.from({ length: block.count }, () => new Paragraph({ spacing: { before: 240 }, border: lineBelow }));
    case "picture":
      return [picture(block)];
    case "table":
      return [table(block), new Paragraph({ spacing: { after: 0 } })];
    case "pageBreak":
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

/** The document's bytes, A4 with margins of 15 mm. Throws when a picture is no PNG. */
export async function writePaper({ title, landscape, footer, blocks }: Paper): Promise<Uint8Array> {
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { ...A4, orientation },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      },
    },
    ...(footer
      ? {
          footers: {
            default: new Footer({ children: [new Paragraph({ children: runs({ text: footer, small: true }) })] }),
          },
        }
      : {}),
    children: blocks.flatMap(toNodes),
  };
  // The names of who made the file and when are left empty: nothing about the machine goes out with it.
  const made = new Document({
    title: clean(title),
    creator: "",
    lastModifiedBy: "",
    description: "",
    sections: [section],
  });
  return Uint8Array.from(await Packer.toBuffer(made));
}
