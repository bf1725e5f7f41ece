/** What a button may name: everything that both schools hold, by kind of argument, and where it belongs. */
import type { ArgKind } from "#platform/telegram/chat.ts";
import {
  CARED,
  DRAFTS,
  draftId,
  find,
  idOf,
  invitationId,
  LINKS,
  MEMBERS,
  type Member,
  MISSING,
  membershipId,
  NOBODY,
  PROGRAMMES,
  PROPOSERS,
  type ProgrammeKey,
  permissionId,
  personId,
  programmeId,
  programmeKeyOf,
  rolesOf,
  runId,
  SCHOOLS,
  schoolId,
  schoolKeyOf,
  schoolOf,
} from "./cast.ts";

/** Where something belongs and whose it is. */
export type Place = {
  schoolId: string | null;
  programmeId: string | null;
  personId: string | null;
  className?: string;
  offered?: boolean;
};

export type Thing = {
  kind: ArgKind;
  id: string;
  /** real: it is there; missing: well-formed, but nothing; malformed: no id at all. */
  is: "real" | "missing" | "malformed";
  at: Place[];
  /** The revision that a step button has to carry. */
  rev: number;
};

export const placeOf = (member: Member): Place => {
  const [school, programme] = [schoolKeyOf(member), programmeKeyOf(member)];
  return {
    schoolId: school && schoolId(school),
    programmeId: programme && programmeId(programme),
    personId: personId(member.key),
    className: member.className ?? "",
    offered: member.offered ?? false,
  };
};

const nowhere = { schoolId: null, programmeId: null, personId: null };
const real = (kind: ArgKind, id: string, at: Place[], rev = 1): Thing => ({ kind, id, is: "real", at, rev });
const programmeKeys = Object.keys(PROGRAMMES) as ProgrammeKey[];
const ofProgramme = (key: ProgrammeKey): Place => ({
  ...nowhere,
  schoolId: schoolId(schoolOf(key)),
  programmeId: programmeId(key),
});

const REAL: Record<ArgKind, Thing[]> = {
  person: MEMBERS.map((one) => real("person", personId(one.key), [placeOf(one)])),
  school: SCHOOLS.map((key) => real("school", schoolId(key), [{ ...nowhere, schoolId: schoolId(key) }])),
  programme: programmeKeys.map((key) => real("programme", programmeId(key), [ofProgramme(key)])),
  membership: MEMBERS.map((one) => real("membership", membershipId(one.key), [placeOf(one)])),
  invitation: LINKS.map(({ key, at }) => {
    const place = at === "A" || at === "B" ? { ...nowhere, schoolId: schoolId(at) } : ofProgramme(at);
    return real("invitation", invitationId(key), [place]);
  }),
  run: MEMBERS.filter(({ run }) => run).map((one) => real("run", runId(one.key), [placeOf(one)], 3)),
  draft: DRAFTS.map(({ key, owner }) => real("draft", draftId(key), [{ ...nowhere, personId: personId(owner) }])),
  deed: SCHOOLS.map((key) =>
    real("deed", idOf(`u-curator${key}`), [{ ...nowhere, personId: personId(`curator${key}`) }]),
  ),
  consent: MEMBERS.filter(({ agreed }) => agreed).map((one) => real("consent", idOf(`s-${one.key}`), [placeOf(one)])),
  list: programmeKeys.map((key) => real("list", idOf(`l-${key}`), [ofProgramme(key)])),
  notice: [],
  job: SCHOOLS.map((key) => real("job", idOf(`j-curator${key}`), [placeOf(find(`curator${key}`))])),
  attachment: SCHOOLS.map((key) => real("attachment", idOf(`f-curator${key}`), [placeOf(find(`curator${key}`))])),
  permission: [real("permission", permissionId("helperA1", 0), [placeOf(find("helperA1"))])],
  absence: [
    real(
      "absence",
      idOf("ab-deputyA1"),
      ["curatorA", "deputyA1"].map((key) => ({ ...nowhere, personId: personId(key) })),
    ),
  ],
  referral: PROPOSERS.map((key) =>
    real("referral", idOf(`rf-${key}`), [ofProgramme(programmeKeyOf(find(key)) ?? "A1")]),
  ),
  note: CARED.map((key) => real("note", idOf(`nt-${key}`), [placeOf(find(key))])),
  support: CARED.map((key) => real("support", idOf(`sp-${key}`), [placeOf(find(key))])),
  key: [],
  number: [],
};

/** All things of this kind that are there. */
export const realThings = (kind: ArgKind): Thing[] => REAL[kind];

/** `__proto__` has the shape that arguments may have, but is the name of no thing. */
export const unrealThings = (kind: ArgKind): Thing[] => [
  { kind, id: MISSING, is: "missing", at: [], rev: 1 },
  { kind, id: "__proto__", is: "malformed", at: [], rev: 1 },
];

/** How a thing stands to a person, as far as rights could tell things apart. */
export function relationOf(key: string, { at, is }: Thing): string {
  if (is !== "real" || key === NOBODY) return is;
  const roles = rolesOf(key);
  const near = (place: Place): string => {
    if (place.personId === personId(key)) return "own";
    if (roles.some(({ child }) => child !== undefined && personId(child) === place.personId)) return "ward";
    const mine = roles.map(placeOf);
    if (place.programmeId !== null && mine.some(({ programmeId: id }) => id === place.programmeId)) return "programme";
    return mine.some(({ schoolId: id }) => id !== null && id === place.schoolId) ? "school" : "foreign";
  };
  const owner = at.map(({ personId: id }) => MEMBERS.find((one) => personId(one.key) === id));
  const isParticipant = owner.some((one) => one?.role === "mentee" || one?.role === "mentor");
  return `${at.map(near).join("+")} ${isParticipant ? "participant" : "other"}`;
}

const isIdKind = (kind: ArgKind): boolean => kind !== "key" && kind !== "number";

/** Which argument of a tap names the thing that it is about; -1: it is about nothing in particular. */
export const aboutAt = (args: readonly ArgKind[]): number => args.findIndex(isIdKind);
