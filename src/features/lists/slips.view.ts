/** Slips on paper: eight on a page, each with its number, so that it reaches the right hands without a name on it. */
import type { T } from "#core/screen.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { Block, Paper, Piece } from "#platform/files/paper.ts";
import type { PeopleList, Slip } from "./model.ts";

const ACROSS = 2;
const DOWN = 4;
const QR_MM = 30;

function slip(t: T, { school }: Programme, list: PeopleList, one: Slip): Block[] {
  const place = one.className || one.post || t.plain(`lists-role-${list.role}`);
  const small = (text: string): Piece => ({ text, small: true });
  const words: Block[] = [
    { kind: "text", pieces: [{ text: t.plain("lists-slip-number", { number: one.number, place }), bold: true }] },
    { kind: "text", pieces: [small(t.plain(`lists-slip-what-${list.role}`))] },
    { kind: "text", pieces: [small(t.plain("lists-slip-own"))] },
  ];
  const picture: Block[] = [{ kind: "picture", png: one.qr, width: QR_MM, height: QR_MM }];
  return [
    { kind: "text", pieces: [small(school.name)] },
    { kind: "table", columns: [46, 54], rows: [[picture, words]], border: "none" },
    { kind: "text", pieces: [small(one.link)] },
  ];
}

/** All slips of a list, with lines to cut along, a table for each page. */
export function slipsPaper(
  t: T,
  { programme, list, slips }: { programme: Programme; list: PeopleList; slips: Slip[] },
): Paper {
  const blocks: Block[] = [];
  for (let from = 0; from < slips.length; from += ACROSS * DOWN) {
    const page = slips.slice(from, from + ACROSS * DOWN);
    const rows: Block[][][] = [];
    for (let at = 0; at < page.length; at += ACROSS)
      rows.push(
        Array.from({ length: ACROSS }, (_, across) => {
          const one = page[at + across];
          return one ? slip(t, programme, list, one) : [{ kind: "text", pieces: [""] } as Block];
        }),
      );
    if (from > 0) blocks.push({ kind: "pageBreak" });
    blocks.push({ kind: "table", columns: [50, 50], rows, border: "cut" });
  }
  return { title: t.plain("lists-slips-file", { label: list.label }), blocks };
}
