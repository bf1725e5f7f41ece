/** People taken from a list: they exist before their chat, without a name, each with a link of their own. Many at once. */
import { type MembershipId, newId, type PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { codeFor, scopeOf } from "./memberships.rules.ts";
import { lockPlace, schoolOf } from "./memberships.store.ts";
import type { Invitation, ListedRow, Place, Role } from "./model.ts";
import { NO_NAME } from "./names.rules.ts";

/** So many rows in one statement: both engines limit the values of a statement. */
const CHUNK = 400;

async function inChunks<Row>(rows: Row[], write: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK));
}

/** As many codes as are asked for, none of them taken within the scope. */
function freeCodes(role: Role, taken: Set<string>, held: number, count: number): string[] {
  const codes: string[] = [];
  for (let number = held + 1; codes.length < count; number++) {
    const code = codeFor(role, number);
    if (!taken.has(code)) codes.push(code);
  }
  return codes;
}

export type NewListed = { place: Place & { programmeId: string }; role: Role; listId: string; rows: ListedRow[] };
export type Listed = { personId: PersonId; membershipId: MembershipId };

/** A person and a membership for each row, in the order of the rows; a row's own code is kept. */
export async function insertListed(tx: Db, { place, role, listId, rows }: NewListed, now: Date): Promise<Listed[]> {
  await lockPlace(tx, place);
  const scope = scopeOf(role, place);
  const schoolId = await schoolOf(tx, place.programmeId);
  const held = await tx.membership.findMany({ where: { scope }, select: { code: true, role: true } });
  const taken = new Set([...held.map(({ code }) => code), ...rows.flatMap(({ code }) => (code ? [code] : []))]);
  const missing = rows.filter(({ code }) => !code).length;
  const codes = freeCodes(role, taken, held.filter((one) => one.role === role).length, missing);
  const made = rows.map((row) => ({ row, code: row.code ?? codes.shift() ?? "", personId: newId(), id: newId() }));
  const born = { createdAt: now };
  await inChunks(made, (some) =>
    tx.person.createMany({ data: some.map(({ personId }) => ({ id: personId, ...NO_NAME, search: "", ...born })) }),
  );
  await inChunks(made, (some) =>
    tx.membership.createMany({
      data: some.map(({ row, code, personId, id }) => ({
        ...{ id, personId, role, schoolId, programmeId: place.programmeId, scope, code, listId },
        ...{ className: row.className, post: row.post, rowNumber: row.number, status: "active", rev: 1, ...born },
      })),
    }),
  );
  return made.map(({ personId, id }) => ({ personId, membershipId: id }));
}

export const insertInvitations = (tx: Db, rows: (Invitation & { tokenHash: string })[]): Promise<void> =>
  inChunks(rows, (some) => tx.invitation.createMany({ data: some }));

/** The person's links that still lead somewhere end. */
export async function revokePersonal(tx: Db, personId: PersonId, programmeId: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({ where: { personId, programmeId, revokedAt: null }, data: { revokedAt: now } });
}

/** The newest link of each of these people in the programme that was not revoked. */
export async function listPersonal(db: Db, programmeId: string, personIds: PersonId[]): Promise<Map<PersonId, string>> {
  const found = new Map<PersonId, string>();
  await inChunks(personIds, async (some) => {
    const rows = await db.invitation.findMany({
      where: { programmeId, personId: { in: some }, revokedAt: null },
      orderBy: { createdAt: "asc" },
      select: { id: true, personId: true },
    });
    for (const { id, personId } of rows) if (personId) found.set(personId, id);
  });
  return found;
}

export const countPhones = (db: Db, personId: PersonId): Promise<number> =>
  db.accountPerson.count({ where: { personId } });
