/** Finds people by words and codes; what fits is decided by the rules. */
import type { MembershipId, ProgrammeId, SchoolId } from "#core/ids.ts";
import { NAMINGS, type Naming, type PersonName } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";
import type { Side } from "./model.ts";
import type { Patterns } from "./search.rules.ts";

export type Place = { id: ProgrammeId; title: string; naming: Naming };

/** The programmes of these schools, and these programmes. */
export async function listPlaces(db: Db, schoolIds: SchoolId[], programmeIds: ProgrammeId[]): Promise<Place[]> {
  const rows = await db.programme.findMany({
    where: { OR: [{ schoolId: { in: schoolIds } }, { id: { in: programmeIds } }] },
    select: { id: true, title: true, naming: true },
    orderBy: { createdAt: "asc" },
  });
  const namingOf = (text: string): Naming => NAMINGS.find((known) => known === text) ?? "code";
  return rows.map(({ naming, ...row }) => ({ ...row, naming: namingOf(naming) }));
}

export type Candidate = PersonName & {
  membershipId: MembershipId;
  programmeId: ProgrammeId;
  role: Side;
  code: string;
  className: string;
  search: string;
};

/** More that begin or end alike say that the word is too short; the rest is not looked at. */
const MOST = 2_000;
/** So many programmes are looked through in one statement: few schools have more. */
const AT_ONCE = 8;

const bare = (pattern: string): string => pattern.replaceAll(" ", "");

/**
 * Participants of these programmes whose name matches one of the patterns. Every name is looked at, so the cheap test for the
 * letters goes first, and only who passes is put together with spaces to see whether a word begins or ends there.
 */
async function findAmong(db: Db, patterns: Patterns, programmeIds: ProgrammeId[]): Promise<Candidate[]> {
  const { begins, ends, swapped } = patterns;
  const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = ""] = programmeIds;
  return await db.$queryRaw<Candidate[]>`
    SELECT m."id" AS "membershipId", m."programmeId", m."role", m."code", m."className",
      p."familyName", p."givenName", p."patronymic", p."search"
    FROM "Person" p CROSS JOIN "Membership" m
    WHERE (
        (p."search" LIKE ${bare(begins)} AND (' ' || REPLACE(p."search", '-', ' ')) LIKE ${begins})
        OR (p."search" LIKE ${bare(ends)} AND (REPLACE(p."search", '-', ' ') || ' ') LIKE ${ends})
        OR (p."search" LIKE ${bare(swapped)} AND (' ' || REPLACE(p."search", '-', ' ') || ' ') LIKE ${swapped})
      )
      AND m."personId" = p."id" AND m."programmeId" IN (${a}, ${b}, ${c}, ${d}, ${e}, ${f}, ${g}, ${h})
      AND m."role" IN ('mentee', 'mentor') AND m."status" <> 'stopped'
    LIMIT ${MOST}`;
}

/** The same for any number of programmes. */
export async function findByPatterns(db: Db, patterns: Patterns, programmeIds: ProgrammeId[]): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (let from = 0; from < programmeIds.length; from += AT_ONCE)
    found.push(...(await findAmong(db, patterns, programmeIds.slice(from, from + AT_ONCE))));
  return found;
}

/** Participants of these programmes with one of these codes. */
export async function findByCodes(db: Db, codes: string[], programmeIds: ProgrammeId[]): Promise<Candidate[]> {
  const rows = await db.membership.findMany({
    where: {
      programmeId: { in: programmeIds },
      code: { in: codes },
      role: { in: ["mentee", "mentor"] },
      status: { not: "stopped" },
    },
    include: { person: true },
  });
  return rows.flatMap(({ id, programmeId, role, code, className, person }) => {
    const { familyName, givenName, patronymic, search } = person;
    const side = role === "mentor" ? "mentor" : "mentee";
    const name = { familyName, givenName, patronymic, search };
    return programmeId ? [{ membershipId: id, programmeId, role: side, code, className, ...name }] : [];
  });
}
