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

/**
 * Participants of these programmes whose name matches one of the patterns. The scan of the narrow column goes first, on both
 * engines: a school's memberships are far more to look through than the few names that match.
 */
export async function findByPatterns(db: Db, patterns: Patterns, programmeIds: ProgrammeId[]): Promise<Candidate[]> {
  const { begins, ends, swapped } = patterns;
  const within = ` ${programmeIds.join(" ")} `;
  const rows = await db.$queryRaw<Candidate[]>`
    SELECT m."id" AS "membershipId", m."programmeId", m."role", m."code", m."className",
      p."familyName", p."givenName", p."patronymic", p."search"
    FROM "Person" p CROSS JOIN "Membership" m
    WHERE p."search" <> ''
      AND ((' ' || REPLACE(p."search", '-', ' ') || ' ') LIKE ${begins}
        OR (' ' || REPLACE(p."search", '-', ' ') || ' ') LIKE ${ends}
        OR (' ' || REPLACE(p."search", '-', ' ') || ' ') LIKE ${swapped})
      AND m."personId" = p."id" AND m."role" IN ('mentee', 'mentor') AND m."status" <> 'stopped'
      AND CAST(${within} AS TEXT) LIKE '% ' || m."programmeId" || ' %'
    LIMIT ${MOST}`;
  // `_` within an id is a wildcard of LIKE: what only looks like one of these programmes is none.
  return rows.filter(({ programmeId }) => programmeIds.includes(programmeId));
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
