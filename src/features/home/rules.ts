import { type ListeningStep, NAMINGS, type Naming } from "#features/people/model.ts";

/** Of several programmes' ways to show a name the one that shows least; full when there is none. */
export const strictest = (namings: Naming[]): Naming =>
  NAMINGS.findLast((naming) => namings.includes(naming)) ?? "full";

/** The next step of one role: the one that must stand alone, otherwise the one of the smallest rank; of equals the first. */
export function nextOf(steps: ListeningStep[]): ListeningStep | null {
  const lone = steps.filter(({ alone }) => alone);
  const [next] = (lone.length > 0 ? lone : steps).toSorted((one, other) => one.rank - other.rank);
  return next ?? null;
}

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
