/** Text that people wrote: made safe to store, counted and cut as a reader sees it. */

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
const isControl = (code: number): boolean =>
  code < SPACE && code !== TAB && code !== LINE_FEED && code !== CARRIAGE_RETURN;
const isNoncharacter = (code: number): boolean => code === 0xfffe || code === 0xffff;

/**
 * `text` without what cannot be stored or written to a file: NUL and unpaired surrogates (PostgreSQL refuses them), the other
 * invisible control characters and noncharacters (XML, so .docx and .xlsx, refuses them). All that a reader sees stays as it was
 * written, direction marks and joiners included. Applying it twice changes nothing more.
 */
export function cleanText(text: string): string {
  let clean = "";
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (!isSurrogate(code) && !isControl(code) && !isNoncharacter(code)) clean += sign;
  }
  return clean;
}

/** How many characters `text` has, counted in code points as Telegram counts its limits. */
export const lengthOf = (text: string): number => [...text].length;

/** `text` itself, or its first `max - 1` characters and an ellipsis when it is longer than `max` characters. */
export function cutText(text: string, max: number): string {
  const signs = [...text];
  return signs.length <= max ? text : `${signs.slice(0, max - 1).join("")}…`;
}
