/** Who may turn out to be one person. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import { fitOfName, wordsIn } from "#features/behalf/index.ts";
import type { Other } from "./model.ts";

export type RoleOf = { membershipId: MembershipId; personId: PersonId; role: string; scope: string };

/** Two who are looked at together: of one programme and role, and not the same already. */
export const maySame = (
  one: { membershipId: string; personId: string; programmeId: string; role: string },
  other: { membershipId: string; personId: string; programmeId: string; role: string },
): boolean => one.personId !== other.personId && one.programmeId === other.programmeId && one.role === other.role;

/** A guardian and a child are two, whatever the names. */
export const isKin = (ties: number): boolean => ties > 0;

/** The roles that both have in the same place. */
export function pairsOf(roles: readonly RoleOf[], from: PersonId, into: PersonId) {
  const kept = roles.filter(({ personId }) => personId === into);
  return roles
    .filter(({ personId }) => personId === from)
    .flatMap((gone) => {
      const same = kept.find(({ role, scope }) => role === gone.role && scope === gone.scope);
      return same ? [{ from: gone.membershipId, into: same.membershipId }] : [];
    });
}

const SAME_WORD = 2;
const SAME_YEAR = 2;
const SAME_CLASS = 1;

const namesOf = ({ name }: Other): string[] => wordsIn(Object.values(name).join(" "));

/** How alike two are: a word of the name (a slip of the pen is forgiven) and the year of birth say more than the class. */
export function likeness(one: Other, other: Other): number {
  const [words, names] = [namesOf(one), namesOf(other)];
  const same = words.filter((word) => fitOfName([word], names) !== null).length;
  const sameYear = one.birthYear !== null && one.birthYear === other.birthYear;
  const sameClass = one.className !== "" && one.className === other.className;
  return same * SAME_WORD + (sameYear ? SAME_YEAR : 0) + (sameClass ? SAME_CLASS : 0);
}

/** The others, the most alike first; among equals as they came. */
export function byLikeness(one: Other, all: readonly Other[]): Other[] {
  const others = all.filter(({ membershipId }) => membershipId !== one.membershipId);
  const alike = new Map(others.map((other) => [other, likeness(one, other)]));
  return others.toSorted((left, right) => (alike.get(right) ?? 0) - (alike.get(left) ?? 0));
}

type Coming = { membershipId: MembershipId; number: number | null; code: string };

/** Whose code and row stay: of a row and a guest the row's, of two alike those of who has the earlier code. */
export function inWhich<One extends Coming>(one: One, other: One): { from: One; into: One } {
  const isRow = (side: One) => Number(side.number !== null);
  const later = isRow(other) - isRow(one) || one.code.length - other.code.length || (one.code < other.code ? -1 : 1);
  return later > 0 ? { from: one, into: other } : { from: other, into: one };
}
