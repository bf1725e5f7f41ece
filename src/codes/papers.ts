/** Names in place of codes: in texts, and in what .docx and .xlsx are made of. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Coded } from "./naming.ts";

/** Letters that look alike: a code may have been typed in either alphabet. */
const ALIKE: Record<string, string> = {
  "\u0423": "Y",
  "\u041d": "H",
  "\u0421": "C",
  "\u0420": "P",
  "\u041a": "K",
  "\u041e": "O",
};
const CODE = /(?<![\p{L}\d-])([YHCPKO\u0423\u041d\u0421\u0420\u041a\u041e])-(\d{2,})(?![\p{L}\d-])/gu;

export type Names = (code: string) => string | undefined;

export function namesOf(key: readonly Coded[]): Names {
  const names = new Map(key.map(({ code, name }) => [code, name]));
  return (code) => names.get(code);
}

/** The text with names where known codes stood; codes of nobody stay. */
export const withNames = (text: string, names: Names): string =>
  text.replace(CODE, (code, letter: string, number: string) => names(`${ALIKE[letter] ?? letter}-${number}`) ?? code);

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The same between the tags of an XML text, and nowhere else. */
const xmlWithNames = (xml: string, names: Names): string =>
  xml.replace(/>([^<]+)</g, (_all, text: string) => `>${withNames(text, (code) => escapedName(names(code)))}<`);

const escapedName = (name: string | undefined): string | undefined => (name === undefined ? undefined : escaped(name));

/** The parts of a paper or of a table in which words stand. */
const SPEAKING =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes)|xl\/(?:sharedStrings|worksheets\/[^/]+))\.xml$/;

export type Joined = { kind: "joined"; bytes: Uint8Array } | { kind: "broken" };

/** A .docx or .xlsx with names in place of codes; all else stays as it was. */
export function joinOffice(bytes: Uint8Array, names: Names): Joined {
  try {
    const parts = unzipSync(bytes);
    for (const [name, part] of Object.entries(parts))
      if (SPEAKING.test(name)) parts[name] = strToU8(xmlWithNames(strFromU8(part), names));
    return { kind: "joined", bytes: zipSync(parts) };
  } catch {
    return { kind: "broken" };
  }
}

const TEXT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g;
const PLAIN: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

/** The paragraphs of a .docx as lines, to be looked at before it is saved. */
export function paperLines(bytes: Uint8Array): string[] {
  const document = unzipSync(bytes, { filter: ({ name }) => name === "word/document.xml" })["word/document.xml"];
  if (!document) return [];
  const paragraphs = strFromU8(document).split("</w:p>");
  return paragraphs
    .map((one) => [...one.matchAll(TEXT)].map(([, text = "\t"]) => text).join(""))
    .map((line) => line.replace(/&(?:amp|lt|gt|quot|apos);/g, (sign) => PLAIN[sign] ?? sign))
    .filter((line) => line.trim() !== "");
}

export const isOffice = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
