/** Codes for names: given once, kept by the key, never given to another. */

export const SIDES = ["mentee", "mentor", "staff"] as const;
export type Side = (typeof SIDES)[number];

export type Listed = { name: string; className: string; side: Side };
/** A line of the key: which code stands for whom. */
export type Coded = Listed & { code: string };

/** The first letters of codes, as the bot gives them: each looks the same in the Latin and the Cyrillic alphabet. */
export const LETTERS: Record<Side, string> = { mentee: "Y", mentor: "H", staff: "C" };

/** One name written in two ways is one name: case, spaces, and the two dots of the Russian letter. */
export const folded = (name: string): string =>
  name.trim().replace(/\s+/g, " ").toLowerCase().replaceAll("\u0451", "\u0435");

const numberOf = (code: string): number => Number(/\d+$/.exec(code)?.[0] ?? 0);

const sameAs =
  (one: Listed) =>
  (other: Listed): boolean =>
    folded(one.name) === folded(other.name) && one.side === other.side && one.className === other.className;

/**
 * Each of the list with a code: who is in the key keeps the code, a new one gets the next free number of its letter, not below
 * `from`. Two of one name in one class are two people.
 */
export function giveCodes(
  list: readonly Listed[],
  key: readonly Coded[],
  from: Partial<Record<Side, number>>,
): Coded[] {
  const left = [...key];
  const last = Object.fromEntries(
    SIDES.map((side) => {
      const used = key.filter((one) => one.side === side).map(({ code }) => numberOf(code));
      return [side, Math.max((from[side] ?? 1) - 1, 0, ...used)];
    }),
  );
  return list.map((one) => {
    const known = left.findIndex(sameAs(one));
    if (known >= 0) return { ...one, code: left.splice(known, 1)[0]?.code ?? "" };
    last[one.side] = (last[one.side] ?? 0) + 1;
    return { ...one, code: `${LETTERS[one.side]}-${String(last[one.side]).padStart(2, "0")}` };
  });
}

/** The key with these people in it: known codes are written anew, new ones come behind. */
export function intoKey(key: readonly Coded[], people: readonly Coded[]): Coded[] {
  const all = new Map([...key, ...people].map((one) => [one.code, one]));
  return [...all.values()];
}
