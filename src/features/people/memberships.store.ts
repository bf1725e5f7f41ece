import { type MembershipId, newId, type PersonId, type ProgrammeId, type SchoolId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { codeFor, scopeOf, voiceIn } from "./memberships.rules.ts";
import type { Membership, Person, Place, ProgrammeVoice, Role, Standing } from "./model.ts";
import { membershipOf, personOf, standingOf } from "./rows.store.ts";

export async function listStandings(db: Db, personId: PersonId): Promise<Standing[]> {
  const rows = await db.membership.findMany({
    where: { personId, status: { not: "stopped" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(standingOf);
}

export async function findMembership(db: Db, id: MembershipId): Promise<Membership | null> {
  const row = await db.membership.findUnique({ where: { id } });
  return row && membershipOf(row);
}

export async function findRole(db: Db, personId: PersonId, role: Role, place: Place): Promise<Membership | null> {
  const key = { personId, role, scope: scopeOf(role, place) };
  const row = await db.membership.findUnique({ where: { personId_role_scope: key } });
  return row && membershipOf(row);
}

export async function listMembers(
  db: Db,
  programmeId: ProgrammeId,
  role?: Role,
): Promise<(Membership & { person: Person })[]> {
  const rows = await db.membership.findMany({
    where: { programmeId, person: { erasedAt: null }, ...(role ? { role } : {}) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { person: true },
  });
  return rows.map((row) => ({ ...membershipOf(row), person: personOf(row.person) }));
}

/** The school of a programme, or null when there is no such programme. */
export async function schoolOf(db: Db, programmeId: ProgrammeId): Promise<SchoolId | null> {
  const row = await db.programme.findUnique({ where: { id: programmeId }, select: { schoolId: true } });
  return row?.schoolId ?? null;
}

/** Until the transaction ends nobody else joins here, so that two do not get one code. */
export async function lockPlace(tx: Db, { programmeId, schoolId }: Place): Promise<void> {
  const unchanged = { rev: { increment: 0 } };
  if (programmeId) await tx.programme.updateMany({ where: { id: programmeId }, data: unchanged });
  else if (schoolId) await tx.school.updateMany({ where: { id: schoolId }, data: unchanged });
}

async function freeCode(tx: Db, role: Role, scope: string): Promise<string> {
  for (let number = (await tx.membership.count({ where: { role, scope } })) + 1; ; number++) {
    const code = codeFor(role, number);
    if (!(await tx.membership.findFirst({ where: { scope, code }, select: { id: true } }))) return code;
  }
}

/** Gives the role, or wakes a stopped one up. `woken` is true when something changed. */
export async function giveRole(
  tx: Db,
  personId: PersonId,
  role: Role,
  place: Place,
  now: Date,
): Promise<{ membership: Membership; changed: boolean }> {
  await lockPlace(tx, place);
  const scope = scopeOf(role, place);
  const found = await findRole(tx, personId, role, place);
  if (found?.status === "active") return { membership: found, changed: false };
  if (found) {
    const data = { status: "active", endedAt: null, pausedUntil: null, rev: { increment: 1 } };
    const row = await tx.membership.update({ where: { id: found.membershipId }, data });
    return { membership: membershipOf(row), changed: true };
  }
  const schoolId = place.programmeId ? await schoolOf(tx, place.programmeId) : place.schoolId;
  const code = await freeCode(tx, role, scope);
  const row = await tx.membership.create({
    data: {
      id: newId(),
      personId,
      role,
      schoolId,
      programmeId: place.programmeId,
      scope,
      code,
      className: "",
      status: "active",
      createdAt: now,
      rev: 1,
    },
  });
  return { membership: membershipOf(row), changed: true };
}

/** Moves the status on; false when it stood so already or there is no such membership. */
export async function setStatus(tx: Db, id: MembershipId, status: "active" | "stopped", now: Date): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { id, status: { not: status } },
    data: { status, endedAt: status === "stopped" ? now : null, pausedUntil: null, rev: { increment: 1 } },
  });
  return count === 1;
}

/** Lets a role rest until the end of this day (null: without an end); false when it rests so already, or had stopped. */
export async function savePaused(tx: Db, id: MembershipId, until: string | null): Promise<boolean> {
  const row = await tx.membership.findFirst({ where: { id, status: { not: "stopped" } } });
  if (!row || (row.status === "paused" && row.pausedUntil === until)) return false;
  await tx.membership.update({ where: { id }, data: { status: "paused", pausedUntil: until, rev: { increment: 1 } } });
  return true;
}

export async function saveClassName(tx: Db, id: MembershipId, className: string): Promise<void> {
  await tx.membership.updateMany({ where: { id }, data: { className } });
}

/** False when the mark stood so already or there is no such membership. */
export async function saveChecked(
  tx: Db,
  id: MembershipId,
  actorId: PersonId | null,
  at: Date | null,
): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { id, checkedAt: at ? null : { not: null } },
    data: { checkedAt: at, checkedById: actorId, rev: { increment: 1 } },
  });
  return count === 1;
}

/** A staff member's post as the school says it, and whether the bot stays silent. */
export async function savePost(tx: Db, id: MembershipId, data: { post?: string; quiet?: boolean }): Promise<void> {
  await tx.membership.updateMany({ where: { id }, data });
}

/** Whether the programme runs this form of mentoring now. */
export async function runsForm(db: Db, programmeId: ProgrammeId, form: string): Promise<boolean> {
  return (await db.programmeForm.findUnique({ where: { programmeId_form: { programmeId, form } } })) !== null;
}

/** The form of mentoring for which somebody came: one request per form. */
export async function saveRequest(tx: Db, membershipId: MembershipId, form: string, now: Date): Promise<void> {
  await tx.request.upsert({
    where: { membershipId_form: { membershipId, form } },
    create: { id: newId(), membershipId, form, status: "open", createdAt: now },
    update: {},
  });
}

/** See `MembershipsDoor.voiceOf`. */
export async function findVoice(
  db: Db,
  personId: PersonId,
  now: Date,
  membershipId?: MembershipId,
): Promise<ProgrammeVoice> {
  const find = (which: { id?: string; status?: string | { not: string }; role?: { in: string[] } }) =>
    db.membership.findFirst({
      where: { personId, programmeId: { not: null }, ...which },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: { programme: { select: { track: true, address: true } }, person: { select: { birthYear: true } } },
    });
  const role = { in: ["mentee", "mentor"] };
  // Who has left is spoken to as before.
  const row = membershipId
    ? await find({ id: membershipId })
    : ((await find({ status: { not: "stopped" }, role })) ?? (await find({ role })));
  if (!row?.programme) return { track: "pupils", address: "vy" };
  return voiceIn(row.programme, { role: standingOf(row).role, birthYear: row.person.birthYear }, now.getUTCFullYear());
}
