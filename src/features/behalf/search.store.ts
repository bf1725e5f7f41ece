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

/** Somebody who may be meant: only what decides. */
export type Candidate = { membershipId: MembershipId; programmeId: ProgrammeId; search: string };

/** More that begin or end alike say that the word is too short; the rest is not looked at. */
const MOST = 2_000;
/** So many programmes are looked through in one statement: few schools have more. */
const AT_ONCE = 8;

const bare = (pattern: string): string => pattern.replaceAll(" ", "");

/**
 * Participants of these programmes whose name matches one of the patterns. Every name is looked at, so the cheap test for the
 * letters goes first, and only who passes is put together with spaces to see whether a word begins or ends there. The few names
 * are found before the many memberships are asked for: left to themselves the engines may do it the other way round.
 */
async function findAmong(db: Db, patterns: Patterns, programmeIds: ProgrammeId[]): Promise<Candidate[]> {
  const { begins, ends, swapped } = patterns;
  const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = ""] = programmeIds;
  return await db.$queryRaw<Candidate[]>`
    WITH named AS MATERIALIZED (
      SELECT "id", "search" FROM "Person"
      WHERE ("search" LIKE ${bare(begins)} AND (' ' || REPLACE("search", '-', ' ')) LIKE ${begins})
        OR ("search" LIKE ${bare(ends)} AND (REPLACE("search", '-', ' ') || ' ') LIKE ${ends})
        OR ("search" LIKE ${bare(swapped)} AND (' ' || REPLACE("search", '-', ' ') || ' ') LIKE ${swapped})
    )
    SELECT m."id" AS "membershipId", m."programmeId", p."search"
    FROM named p CROSS JOIN "Membership" m
    WHERE m."personId" = p."id" AND m."programmeId" IN (${a}, ${b}, ${c}, ${d}, ${e}, ${f}, ${g}, ${h})
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
    select: { id: true, programmeId: true },
  });
  return rows.flatMap(({ id, programmeId }) => (programmeId ? [{ membershipId: id, programmeId, search: "" }] : []));
}

/** These people as they are listed, in this order. */
export async function listFound(
  db: Db,
  ids: MembershipId[],
): Promise<(PersonName & { membershipId: MembershipId; role: Side; code: string; className: string })[]> {
  const rows = await db.membership.findMany({ where: { id: { in: ids } }, include: { person: true } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { familyName, givenName, patronymic } = row.person;
    const role = row.role === "mentor" ? "mentor" : "mentee";
    const { code, className } = row;
    return [{ membershipId: id, role, code, className, familyName, givenName, patronymic }];
  });
}
