/**
 * Who has to agree, and what the answers so far amount to. The law names no age from which a minor consents alone; the rule here is
 * the careful practice: under 14 the legal guardian alone, from 14 to 17 both, from 18 on oneself.
 */
import type { PersonId } from "#core/ids.ts";
import { ageAtMost, type DateOn, dateIn, dayAfter } from "#core/when.ts";
import type {
  ConsentKind,
  ConsentMarks,
  ConsentState,
  Decision,
  DocumentKind,
  Entry,
  Evidence,
  GuardianOf,
  Position,
  Reader,
  Subject,
  Turned,
} from "./model.ts";

const OF_FOURTEEN = 14;
const OF_AGE = 18;

/** The age by the younger reading: somebody born in 2012 is 13 until 31 December 2026. Null when the year is not known. */
export const ageOf = ({ birthYear, timeZone }: Pick<Subject, "birthYear" | "timeZone">, now: Date): number | null =>
  birthYear === null ? null : ageAtMost(birthYear, now, timeZone);

/** Whose consent is needed at this age, in years. */
export function readersAt(age: number): readonly Reader[] {
  if (age >= OF_AGE) return ["self"];
  return age >= OF_FOURTEEN ? ["self", "guardian"] : ["guardian"];
}

/** Whether a guardian has a say at this age; when the age is not known, it may yet turn out so. */
export const guardianHasSay = (age: number | null): boolean => age === null || age < OF_AGE;

const isLater = (one: Entry, other: Entry): boolean =>
  one.decidedAt > other.decidedAt || (one.decidedAt.getTime() === other.decidedAt.getTime() && one.id > other.id);

/** The last decision among these rows, withdrawn or not. */
export const latest = (entries: readonly Entry[]): Entry | null =>
  entries.reduce<Entry | null>((last, entry) => (last && !isLater(entry, last) ? last : entry), null);

/** Where one who answers stands, by that person's own rows. */
export function positionIn(entries: readonly Entry[]): Position {
  const last = latest(entries);
  if (!last) return "none";
  return last.withdrawnAt ? "withdrawn" : last.decision;
}

/** What this person said as this reader. */
export const entriesOf = (entries: readonly Entry[], reader: Reader, personId: PersonId): Entry[] =>
  entries.filter((entry) => entry.givenAs === reader && entry.givenById === personId);

/** How often this person has decided or taken back: it moves on with each. */
export const revOf = (own: readonly Entry[]): number =>
  own.reduce((count, { withdrawnAt }) => count + (withdrawnAt ? 2 : 1), 0);

const STRICTEST: readonly Position[] = ["withdrawn", "declined", "agreed"];

/** Of several guardians' positions the stricter holds; one who has not answered yet says nothing. */
export const strictest = (positions: readonly Position[]): Position =>
  STRICTEST.find((position) => positions.includes(position)) ?? "none";

/** Where the two sides stand: the person, and the present guardians together. */
export function positions({ entries, guardians, turned = null }: Omit<Evidence, "age">): Record<Reader, Position> {
  return {
    self: positionIn(ownEntries(entries, turned)),
    guardian: strictest(guardians.map((guardian) => positionIn(entriesOf(entries, "guardian", guardian)))),
  };
}

/** What was agreed before goes on for so many days of the new year. A withdrawal has 30 days by law; so has the new question. */
const TERM_DAYS = 30;

/**
 * When somebody of this age came to 14 or 18: on the first of January, for until then the younger reading holds. Null for
 * those who have not, and when the year of birth is not known.
 */
export function turnedAt({ birthYear, timeZone }: Pick<Subject, "birthYear" | "timeZone">, now: Date): Turned | null {
  const age = ageOf({ birthYear, timeZone }, now);
  if (birthYear === null || age === null || age < OF_FOURTEEN) return null;
  const came = age >= OF_AGE ? OF_AGE : OF_FOURTEEN;
  const on: DateOn = `${birthYear + came + 1}-01-01`;
  const lastDay = dayAfter(on, TERM_DAYS - 1);
  return { age: came, on, lastDay, inTerm: dateIn(now, timeZone) <= lastDay, timeZone };
}

const isBefore = ({ decidedAt }: Entry, { on, timeZone }: Turned): boolean => dateIn(decidedAt, timeZone) < on;

/** What the person has said and what still counts: a yes from before 14 or 18 does not at the new age, a no stays one. */
export function ownEntries(entries: readonly Entry[], turned: Turned | null): Entry[] {
  const own = entries.filter(({ givenAs }) => givenAs === "self");
  const last = latest(own);
  const isAnew = last && !last.withdrawnAt && last.decision === "agreed" && turned && isBefore(last, turned);
  return isAnew ? [] : own;
}

/** The guardians as the state is decided from them. */
export const split = (guardians: readonly GuardianOf[]): Pick<Evidence, "guardians" | "unchecked"> => ({
  guardians: guardians.filter(({ counts }) => counts).map(({ personId }) => personId),
  unchecked: guardians.filter(({ counts }) => !counts).map(({ personId }) => personId),
});

/** Whether somebody came as a guardian, has answered, and is not checked yet. */
export const waitsForCheck = ({ entries, unchecked = [] }: Pick<Evidence, "entries" | "unchecked">): boolean =>
  unchecked.some((guardian) => positionIn(entriesOf(entries, "guardian", guardian)) !== "none");

/** Whether what was agreed at the younger age was all that was needed then, by what had been said then. */
function wasComplete({ entries, guardians, unchecked = [] }: Evidence, turned: Turned): boolean {
  const before = entries.filter((entry) => isBefore(entry, turned));
  return consentState({ age: turned.age - 1, entries: before, guardians, unchecked }).kind === "complete";
}

function waiting(evidence: Evidence, from: Reader[]): ConsentState {
  const { turned } = evidence;
  const goesOn = turned?.inTerm && wasComplete(evidence, turned);
  return {
    kind: "waits",
    from,
    ...(from.includes("guardian") && waitsForCheck(evidence) ? { toCheck: true as const } : {}),
    ...(goesOn ? { goesOnUntil: turned.lastDay } : {}),
  };
}

/**
 * What the answers amount to. Who says no, or takes a consent back, stops it, also when that person's yes would not be needed
 * (any more); a guardian's no ends when the child comes of age.
 */
export function consentState(evidence: Evidence): ConsentState {
  const { age } = evidence;
  if (age === null) return { kind: "unknownAge" };
  const at = positions(evidence);
  const heard: readonly Reader[] = guardianHasSay(age) ? ["guardian", "self"] : ["self"];
  for (const no of ["withdrawn", "declined"] as const) {
    const by = heard.find((reader) => at[reader] === no);
    if (by) return { kind: no, by };
  }
  const from = readersAt(age).filter((reader) => at[reader] === "none");
  return from.length > 0 ? waiting(evidence, [...from]) : { kind: "complete" };
}

/** Whether the person may be asked and written about: all is agreed, or what was agreed before goes on. */
export const mayGoOn = (state: ConsentState): boolean =>
  state.kind === "complete" || (state.kind === "waits" && state.goesOnUntil !== undefined);

/** Whether of the guardians whose word counts one says yes and another no. */
export function disagree({ entries, guardians }: Pick<Evidence, "entries" | "guardians">): boolean {
  const said = guardians.map((guardian) => positionIn(entriesOf(entries, "guardian", guardian)));
  return said.includes("agreed") && (said.includes("declined") || said.includes("withdrawn"));
}

const CONSENT_MARKS = { none: "waits", agreed: "done", declined: "declined", withdrawn: "withdrawn" } as const;
const GUARDIAN_MARKS = { none: "waits", agreed: "done", declined: "declined", withdrawn: "declined" } as const;

/** The two marks of the curator's gate. Under 14 the person is not asked, so the guardian's answer is the consent. */
export function consentMarks(evidence: Evidence): ConsentMarks {
  const { age } = evidence;
  if (age === null) return { consent: "waits", guardian: "waits" };
  const at = positions(evidence);
  const asked = readersAt(age);
  const own = asked.includes("self") || at.self !== "none" ? at.self : at.guardian;
  const guardian = at.guardian === "none" && waitsForCheck(evidence) ? "check" : GUARDIAN_MARKS[at.guardian];
  return { consent: CONSENT_MARKS[own], guardian: asked.includes("guardian") ? guardian : "notNeeded" };
}

/** Which document is read: mentors who work at the school and pupils who are mentors have their own. */
export function documentKindOf(
  kind: ConsentKind,
  { reader, track, age }: { reader: Reader; track: "pupils" | "teachers"; age: number | null },
): DocumentKind {
  if (kind !== "mentor" || reader === "guardian") return kind;
  if (track === "teachers") return "mentor-employee";
  return age !== null && age < OF_AGE ? "mentor-pupil" : "mentor";
}

/** What was tapped below a document. */
export type Tapped = { decision: Decision; rev: number; tag: string };

/**
 * Whether a tap below a document counts. "already": the person stands there (a double tap); "stale": the text or the person's
 * answer has changed since the button was shown, so the document has to be read again.
 */
export function decideTap(
  own: readonly Entry[],
  tapped: Tapped,
  present: { hash: string; tag: string },
): "record" | "already" | "stale" {
  const rev = revOf(own);
  const last = latest(own);
  const stands = last !== null && !last.withdrawnAt && last.decision === tapped.decision;
  if (stands && (tapped.rev < rev || last.textHash === present.hash)) return "already";
  return tapped.rev === rev && tapped.tag === present.tag ? "record" : "stale";
}
