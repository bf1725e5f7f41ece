import { after, MINUTE, SECOND } from "#core/clock.ts";
import type { Screen } from "#core/screen.ts";
import type { DropReason, DueNotice, LatePolicy, Wanted } from "./model.ts";

type KeyParts = Pick<Wanted, "kind" | "subjectId" | "subjectRev" | "personId" | "slot">;

/** A notice's name: two with one key are one notice. Throws when a part holds the separator. */
export function noticeKey({ kind, subjectId, subjectRev, personId, slot }: KeyParts): string {
  const parts = [kind, subjectId, String(subjectRev), personId, slot];
  if (parts.some((part) => part.includes(":"))) throw new Error(`a part of a notice's key holds a colon: ${kind}`);
  return parts.join(":");
}

export type LateDecision = { kind: "send"; isMarked: boolean } | { kind: "drop"; reason: DropReason };

/** What to do with a notice whose moment has come, looking only at the time. `collapse` is decided among several: see `collapsed`. */
export function decideLate(
  policy: LatePolicy,
  { notBefore, usefulUntil }: Pick<DueNotice, "notBefore" | "usefulUntil">,
  now: Date,
): LateDecision {
  if (now > usefulUntil) return { kind: "drop", reason: "expired" };
  const lateMs = now.getTime() - notBefore.getTime();
  if (policy.kind === "skipAfter" && lateMs > policy.ms) return { kind: "drop", reason: "late" };
  return { kind: "send", isMarked: policy.kind === "sendMarked" && lateMs > policy.afterMs };
}

/** To whom and about what: notices alike in this collapse into one. */
export const collapseGroup = ({
  kind,
  subjectId,
  personId,
}: Pick<DueNotice, "kind" | "subjectId" | "personId">): string => [kind, subjectId, personId].join(":");

type Collapsing = Pick<DueNotice, "id" | "kind" | "subjectId" | "personId" | "notBefore">;

/** The ids among `due` that a newer one makes needless; `others` are due too, but claimed by nobody or by somebody else. */
export function collapsed(due: readonly Collapsing[], others: readonly Collapsing[] = []): Set<string> {
  const newest = new Map<string, Collapsing>();
  for (const one of [...due, ...others]) {
    const known = newest.get(collapseGroup(one));
    if (!known || isNewer(one, known)) newest.set(collapseGroup(one), one);
  }
  return new Set(due.filter((one) => newest.get(collapseGroup(one))?.id !== one.id).map((one) => one.id));
}

const isNewer = (one: Collapsing, other: Collapsing): boolean =>
  one.notBefore > other.notBefore || (one.notBefore.getTime() === other.notBefore.getTime() && one.id > other.id);

export const MOST_ATTEMPTS = 8;

export type AfterFailure = { kind: "again"; at: Date } | { kind: "dead" };

/** When to try again after `attempts` failures: after 1, 2, 4 … 60 s; the eighth failure is the last. */
export function decideAfterFailure(attempts: number, now: Date): AfterFailure {
  if (attempts >= MOST_ATTEMPTS) return { kind: "dead" };
  return { kind: "again", at: after(now, Math.min(MINUTE, SECOND * 2 ** Math.max(0, attempts - 1))) };
}

/** Attempts that neither succeeded nor failed: the process died in the middle of them. It may have died of something else. */
const MOST_DEATHS = 20;

export const isPoison = (attempts: number): boolean => attempts >= MOST_DEATHS;

/** The screen with a line above it that says that it comes late. */
export const markLate = (screen: Screen, words: string): Screen => ({ ...screen, text: `${words}\n\n${screen.text}` });

/** The items by their key, in the order of first appearance. */
export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}
