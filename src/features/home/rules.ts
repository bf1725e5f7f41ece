import { NAMINGS, type Naming } from "#features/people/model.ts";

/** Of several programmes' ways to show a name the one that shows least; full when there is none. */
export const strictest = (namings: Naming[]): Naming =>
  NAMINGS.findLast((naming) => namings.includes(naming)) ?? "full";

const DEEP_LINK = /[?&]start=([A-Za-z0-9_-]{1,64})(?![A-Za-z0-9_-])/;

/** The token of a link that somebody pasted as text instead of opening it. */
export const pastedToken = (text: string): string | null => DEEP_LINK.exec(text)?.[1] ?? null;

/** As many lines as fit into `max` characters together with a line for the rest. */
export function linesWithin(lines: string[], max: number): { shown: string[]; left: number } {
  let length = 0;
  const shown = lines.filter((line) => {
    length += line.length + 1;
    return length <= max;
  });
  return { shown, left: lines.length - shown.length };
}
