/**
 * The people of the matrix: two schools with two programmes each, somebody in every role, in every state that a button can meet.
 * Ids are fixed, so that a button seen in one world fits in another; every word that somebody wrote is a marker of its own.
 */
import type { Role } from "#core/contribution.ts";

/** An id of eleven characters that says what it is. */
export const idOf = (label: string): string => label.padEnd(11, "_").slice(0, 11);

export const MISSING = "missing-id0";

export const SCHOOLS = ["A", "B"] as const;
export type SchoolKey = (typeof SCHOOLS)[number];

export type ProgrammeKey = "A1" | "A2" | "B1" | "B2";
export const PROGRAMMES: Record<ProgrammeKey, { naming: string; address: string; track: string; forms: string[] }> = {
  A1: { naming: "full", address: "ty", track: "pupils", forms: ["student-pupil", "pupil-pupil"] },
  A2: { naming: "initial", address: "vy", track: "teachers", forms: ["teacher-teacher"] },
  B1: { naming: "full", address: "vy", track: "pupils", forms: ["student-pupil"] },
  B2: { naming: "code", address: "ty", track: "pupils", forms: ["employer-pupil"] },
};

export const schoolOf = (programme: ProgrammeKey): SchoolKey => (programme.startsWith("A") ? "A" : "B");

export type Member = {
  key: string;
  role: Role;
  at: SchoolKey | ProgrammeKey | null;
  born?: number;
  nameless?: true;
  stopped?: true;
  /** Who has agreed to the processing: the person, the guardian. */
  agreed?: ("self" | "guardian")[];
  /** The intake questionnaire: at its first typed question, or sent. */
  run?: "open" | "sent";
  /** Guardians: whose. */
  child?: string;
  /** Writes from this person's phone. */
  phoneOf?: string;
  /** No new person but another role of this one. */
  as?: string;
  className?: string;
  /** Support was offered. */
  offered?: boolean;
  /** Staff: what a curator permitted; no class: the whole programme. */
  permits?: { kind: "consents" | "enter" | "support"; className?: string }[];
  /** Staff: stands in for this curator in the programme. */
  deputyOf?: string;
};

export const MEMBERS: readonly Member[] = [
  { key: "owner", role: "owner", at: null },
  { key: "curatorA", role: "curator", at: "A" },
  { key: "curatorB", role: "curator", at: "B" },
  {
    key: "menteeA1",
    role: "mentee",
    at: "A1",
    born: 2010,
    agreed: ["self", "guardian"],
    run: "open",
    className: "7A",
    offered: true,
  },
  { key: "otherA1", role: "mentee", at: "A1", born: 2010, className: "8B" },
  { key: "siblingA1", role: "mentee", at: "A1", nameless: true, phoneOf: "otherA1" },
  { key: "freshA1", role: "mentee", at: "A1", nameless: true },
  { key: "mentorA1", role: "mentor", at: "A1", born: 1990, agreed: ["self"], run: "sent" },
  { key: "guardianA1", role: "guardian", at: "A1", child: "menteeA1" },
  { key: "guardianO1", role: "guardian", at: "A1", child: "otherA1" },
  { key: "staffA1", role: "staff", at: "A1" },
  {
    key: "helperA1",
    role: "staff",
    at: "A1",
    permits: [{ kind: "consents", className: "7A" }, { kind: "enter", className: "7A" }, { kind: "support" }],
  },
  { key: "deputyA1", role: "staff", at: "A1", deputyOf: "curatorA" },
  { key: "leftA1", role: "mentee", at: "A1", born: 2000, stopped: true, agreed: ["self"], run: "open" },
  { key: "menteeA2", role: "mentee", at: "A2", born: 1995, agreed: ["self"], run: "open" },
  { key: "mentorA2", role: "mentor", at: "A2", born: 1980, agreed: ["self"] },
  { key: "mentorToo", role: "staff", at: "A2", as: "mentorA1" },
  { key: "menteeB1", role: "mentee", at: "B1", born: 2010, agreed: ["self", "guardian"], run: "open", offered: true },
  { key: "mentorB1", role: "mentor", at: "B1", born: 1985, agreed: ["self"], run: "sent" },
  { key: "guardianB1", role: "guardian", at: "B1", child: "menteeB1" },
  { key: "staffB1", role: "staff", at: "B1" },
  { key: "menteeB2", role: "mentee", at: "B2", born: 1999 },
];

export const find = (key: string): Member => {
  const member = MEMBERS.find((one) => one.key === key);
  if (!member) throw new Error(`nobody is called ${key}`);
  return member;
};

/** Everybody with a phone of their own, and somebody who has not come in. */
export const NOBODY = "nobody";
export const PHONES: readonly string[] = [
  NOBODY,
  ...MEMBERS.filter((one) => !one.phoneOf && !one.as).map(({ key }) => key),
];
/** Who forges: each role, near and far, those with a second role, those who left, and nobody. */
export const FORGERS: readonly string[] = PHONES.filter(
  (key) => !["freshA1", "menteeA2", "guardianB1", "staffB1", "menteeB2"].includes(key),
);
/** All roles of the person with this key. */
export const rolesOf = (key: string): Member[] => MEMBERS.filter((one) => one.key === key || one.as === key);
export const telegramIdOf = (key: string): number => 6_000_000_001 + 7 * PHONES.indexOf(key);

export const personId = (key: string): string => idOf(`p-${MEMBERS.find((one) => one.key === key)?.as ?? key}`);
export const membershipId = (key: string): string => idOf(`m-${key}`);
export const runId = (key: string): string => idOf(`r-${key}`);
export const schoolId = (key: SchoolKey): string => idOf(`school-${key}`);
export const programmeId = (key: ProgrammeKey): string => idOf(`prog-${key}`);
export const permissionId = (key: string, at: number): string => idOf(`pm${at}-${key}`);
export const invitationId = (key: string): string => idOf(`i-${key}`);

export const schoolKeyOf = ({ at }: Member): SchoolKey | null =>
  at === null ? null : at === "A" || at === "B" ? at : schoolOf(at);
export const programmeKeyOf = ({ at }: Member): ProgrammeKey | null =>
  at === null || at === "A" || at === "B" ? null : at;

export type Link = { key: string; role: Role; at: SchoolKey | ProgrammeKey; child?: string; cap: number };
export const LINKS: readonly Link[] = [
  { key: "curA", role: "curator", at: "A", cap: 1 },
  { key: "curB", role: "curator", at: "B", cap: 1 },
  { key: "oneA1", role: "mentee", at: "A1", cap: 1 },
  { key: "manyA1", role: "mentor", at: "A1", cap: 30 },
  { key: "staffA2", role: "staff", at: "A2", cap: 1 },
  { key: "guardA1", role: "guardian", at: "A1", child: "otherA1", cap: 2 },
  { key: "oneB1", role: "mentee", at: "B1", cap: 1 },
  { key: "guardB1", role: "guardian", at: "B1", child: "menteeB1", cap: 2 },
  { key: "manyB2", role: "mentor", at: "B2", cap: 30 },
];

/** Who proposed a pupil in which programme; a note and support of a participant of each school. */
export const PROPOSERS = ["staffA1", "staffB1"] as const;
export const CARED = ["menteeA1", "menteeB1"] as const;

export type Draft = { key: string; owner: string; school: SchoolKey | null };
export const DRAFTS: readonly Draft[] = [
  { key: "owner", owner: "owner", school: null },
  { key: "curA", owner: "curatorA", school: "A" },
  { key: "curB", owner: "curatorB", school: "B" },
];
export const draftId = (key: string): string => idOf(`d-${key}`);

/** What people wrote: found again wherever it comes up. */
export type Words = {
  schoolName(key: SchoolKey): string;
  city(key: SchoolKey): string;
  title(key: ProgrammeKey): string;
  family(key: string): string;
  given(key: string): string;
  answer(key: string): string;
  draft(key: string): string;
  file(key: string): string;
  /** A note of an interview with this person, the reason why this person proposed somebody. */
  note(key: string): string;
  reason(key: string): string;
};

export const WROTE: Words = {
  schoolName: (key) => `SchoolName${key}Q`,
  city: (key) => `CityOf${key}Q`,
  title: (key) => `TitleOf${key}Q`,
  family: (key) => `Family${key}Q`,
  given: (key) => `Given${key}Q`,
  answer: (key) => `Answer of ${key}Q`,
  draft: (key) => `Draft of ${key}Q`,
  file: (key) => `File of ${key}Q.docx`,
  note: (key) => `Note on ${key}Q`,
  reason: (key) => `Reason of ${key}Q`,
};

/** The schools in which this person plays a role. */
export const schoolKeysOf = (key: string): SchoolKey[] => rolesOf(key).flatMap((one) => schoolKeyOf(one) ?? []);

/** The ids of everything that belongs to a school alone. */
export const idsOfSchool = (school: SchoolKey): string[] => [
  schoolId(school),
  ...(Object.keys(PROGRAMMES) as ProgrammeKey[]).filter((key) => schoolOf(key) === school).map(programmeId),
  ...MEMBERS.filter((one) => schoolKeyOf(one) === school).flatMap(({ key }) => [
    personId(key),
    membershipId(key),
    runId(key),
  ]),
];
