/** The words by which lists are understood: of every language at once, for a school's file may be in either. */
import type { T } from "#core/screen.ts";
import { LISTED_ROLES, type ListWords, MEANINGS } from "./model.ts";

export function listWords(voices: readonly T[]): ListWords {
  const all = (key: string): string[] =>
    voices.flatMap((t) =>
      t
        .plain(`lists-words-${key}`)
        .split("|")
        .map((word) => word.trim()),
    );
  const headings = MEANINGS.filter((meaning) => meaning !== "other").map((meaning) => [meaning, all(meaning)] as const);
  const roles = LISTED_ROLES.map((role) => [role, all(`role-${role}`)] as const);
  return {
    headings: Object.fromEntries(headings) as ListWords["headings"],
    others: all("others"),
    roles: Object.fromEntries(roles) as ListWords["roles"],
    classes: all("classes"),
    sums: all("sums"),
  };
}
