/** From rows to lists: what becomes one list, what is still to be asked, what a list sent back would change. */
import type { At, ChangesDraft, Group, KeptRow, Known, ListedRole, ReadRow } from "./model.ts";

/** A row without its name: all that may be kept. */
export const keptRow = ({ number, className, post, code }: ReadRow): KeptRow => ({ number, className, post, code });

const LONGEST_LABEL = 40;

/** «7А», «7А, 7Б»; empty when the rows have no class. */
export function labelOf(rows: readonly { className: string }[]): string {
  const classes = [...new Set(rows.map(({ className }) => className))].filter((name) => name !== "");
  const label = classes.join(", ");
  return label.length <= LONGEST_LABEL ? label : `${classes[0]}…`;
}

/** One list per sheet and role. */
export function groupsOf(rows: readonly ReadRow[]): Group[] {
  const groups = new Map<string, { role: ListedRole | null; rows: KeptRow[] }>();
  for (const row of rows) {
    const key = `${row.role ?? ""} ${row.at.sheet}`;
    const group = groups.get(key) ?? { role: row.role, rows: [] };
    groups.set(key, group);
    group.rows.push(keptRow(row));
  }
  return [...groups.values()].map((group) => ({ ...group, label: labelOf(group.rows) }));
}

export const needsRole = (groups: readonly Group[]): boolean => groups.some(({ role }) => role === null);

/** How many pupils have no class yet. */
export const withoutClass = (groups: readonly Group[]): number =>
  groups
    .filter(({ role }) => role !== "staff")
    .flatMap(({ rows }) => rows)
    .filter(({ className, post }) => className === "" && post === "").length;

export const withRole = (groups: readonly Group[], role: ListedRole): Group[] =>
  groups.map((group) => ({ ...group, role: group.role ?? role }));

/** Gives the class to those who have none. */
export const withClass = (groups: readonly Group[], className: string): Group[] =>
  groups.map((group) => {
    const rows = group.rows.map((row) => ({ ...row, className: row.className || className }));
    return { ...group, rows, label: labelOf(rows) };
  });

export const countRows = (groups: readonly Group[]): number => groups.reduce((sum, { rows }) => sum + rows.length, 0);

export type Differences = Pick<ChangesDraft, "changed" | "removed" | "added"> & {
  /** Missing from the file, but have come: they are not removed by a file. */
  stay: string[];
  /** A code that nobody has. */
  strange: At[];
};

/**
 * What a list that was exported, corrected and sent back would change: rows are known by their code. A row without a code is a new
 * one. Who is missing goes, unless they have come; only roles that the file speaks of are compared.
 */
export function differences(known: readonly Known[], rows: readonly ReadRow[]): Differences {
  const byCode = new Map(known.map((one) => [one.code.toUpperCase(), one]));
  const met = new Set<string>();
  const found: Differences = { changed: [], removed: [], added: [], stay: [], strange: [] };
  const fresh: ReadRow[] = [];
  for (const row of rows) {
    const one = row.code === null ? undefined : byCode.get(row.code);
    if (row.code === null) fresh.push(row);
    else if (!one) found.strange.push(row.at);
    else {
      met.add(one.membershipId);
      const { className, post } = row;
      if (className !== one.className || post !== one.post)
        found.changed.push({ membershipId: one.membershipId, className, post });
    }
  }
  const roles = new Set(known.filter(({ membershipId }) => met.has(membershipId)).map(({ role }) => role));
  for (const one of known)
    if (roles.has(one.role) && !met.has(one.membershipId))
      (one.came ? found.stay : found.removed).push(one.membershipId);
  const [role = null] = roles.size === 1 ? [...roles] : [];
  return { ...found, added: groupsOf(fresh.map((row) => ({ ...row, role: row.role ?? role }))) };
}

/** Whether the file speaks of people who are here already: it is a list sent back. */
export const isSentBack = (known: readonly Known[], rows: readonly ReadRow[]): boolean => {
  const codes = new Set(known.map(({ code }) => code.toUpperCase()));
  return rows.some(({ code }) => code !== null && codes.has(code));
};
