/** Everything that names a person or a membership in people's own tables, moved to another. */
import type { Merged } from "#core/contribution.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

type Move = { from: string; into: string };

/** Phones: the one who is moved onto goes on speaking where the other spoke. */
async function moveAccounts(tx: Db, { from, into }: Move): Promise<void> {
  const rows = await tx.accountPerson.findMany({ where: { personId: from } });
  for (const { accountId, current, joinedAt } of rows) {
    await tx.accountPerson.deleteMany({ where: { accountId, personId: from } });
    await tx.accountPerson.upsert({
      where: { accountId_personId: { accountId, personId: into } },
      create: { accountId, personId: into, current, joinedAt },
      update: current ? { current } : {},
    });
  }
}

type Tie = { id: string; guardianId: string; childId: string; source: string; confirmedAt: Date | null };

/** Of two ties to one person the one that has come further stays: the school's own, the confirmed one, the one that lasts. */
async function moveTie(tx: Db, tie: Tie & { endedAt: Date | null }, ends: { guardianId: string; childId: string }) {
  const known = await tx.guardianship.findUnique({ where: { guardianId_childId: ends } });
  if (!known || known.id === tie.id) return void (await tx.guardianship.update({ where: { id: tie.id }, data: ends }));
  await tx.guardianship.delete({ where: { id: tie.id } });
  await tx.guardianship.update({
    where: { id: known.id },
    data: {
      source: tie.source === "curator" ? tie.source : known.source,
      confirmedAt: known.confirmedAt ?? tie.confirmedAt,
      ...(tie.endedAt === null ? { endedAt: null } : {}),
    },
  });
}

async function moveTies(tx: Db, { from, into }: Move): Promise<void> {
  for (const tie of await tx.guardianship.findMany({ where: { guardianId: from } }))
    await moveTie(tx, tie, { guardianId: into, childId: tie.childId });
  for (const tie of await tx.guardianship.findMany({ where: { childId: from } }))
    await moveTie(tx, tie, { guardianId: tie.guardianId, childId: into });
}

async function moveUses(tx: Db, { from, into }: Move): Promise<void> {
  const taken = await tx.invitationUse.findMany({ where: { personId: into }, select: { invitationId: true } });
  const known = taken.map(({ invitationId }) => invitationId);
  await tx.invitationUse.updateMany({
    where: { personId: from, invitationId: { notIn: known } },
    data: { personId: into },
  });
}

/** What speaks of the person by a plain id. */
async function moveMentions(tx: Db, { from, into }: Move): Promise<void> {
  const [where, data] = [{ personId: from }, { personId: into }];
  await tx.absence.updateMany({ where, data });
  await tx.absence.updateMany({ where: { deputyId: from }, data: { deputyId: into } });
  await tx.referral.updateMany({ where: { byId: from }, data: { byId: into } });
  await tx.invitation.updateMany({ where: { childId: from }, data: { childId: into } });
  await tx.invitation.updateMany({ where, data });
  await tx.attachment.updateMany({ where, data });
  await tx.attachment.updateMany({ where: { subjectKind: "person", subjectId: from }, data: { subjectId: into } });
  await tx.todo.updateMany({ where, data });
  await tx.job.updateMany({ where, data });
  await tx.draft.updateMany({ where, data });
  await tx.note.updateMany({ where: { authorId: from }, data: { authorId: into } });
}

/** The trail stays readable under the one who remains. */
async function moveHistory(tx: Db, subjectKind: string, { from, into }: Move): Promise<void> {
  await tx.history.updateMany({ where: { subjectKind, subjectId: from }, data: { subjectId: into } });
}

async function moveRequests(tx: Db, { from, into }: Move): Promise<void> {
  const known = await tx.request.findMany({ where: { membershipId: into }, select: { form: true } });
  await tx.request.updateMany({
    where: { membershipId: from, form: { notIn: known.map(({ form }) => form) } },
    data: { membershipId: into },
  });
}

/** The role that remains keeps its code and its row, and takes what only the other had. */
async function joinRoles(tx: Db, { from, into }: { from: MembershipId; into: MembershipId }): Promise<void> {
  const [gone, kept] = await Promise.all([from, into].map((id) => tx.membership.findUniqueOrThrow({ where: { id } })));
  if (!gone || !kept) return;
  const lives = gone.status === "active" || kept.status === "active";
  const row = kept.listId === null ? { listId: gone.listId, rowNumber: gone.rowNumber } : {};
  if (kept.listId === null && gone.listId !== null)
    await tx.membership.update({ where: { id: from }, data: { listId: null, rowNumber: null } });
  await tx.membership.update({
    where: { id: into },
    data: {
      ...row,
      className: kept.className || gone.className,
      post: kept.post || gone.post,
      quiet: kept.quiet || gone.quiet,
      checkedAt: kept.checkedAt ?? gone.checkedAt,
      checkedById: kept.checkedById ?? gone.checkedById,
      ...(lives ? { status: "active", endedAt: null, pausedUntil: null } : {}),
      rev: { increment: 1 },
    },
  });
  await moveRequests(tx, { from, into });
  const [where, data] = [{ membershipId: from }, { membershipId: into }];
  await tx.note.updateMany({ where, data });
  await tx.permission.updateMany({ where, data });
  await tx.support.updateMany({ where, data });
  await tx.referral.updateMany({ where, data });
  await moveHistory(tx, "membership", { from, into });
}

/** What is known of one and not of the other: name, year, language. */
async function joinFacts(tx: Db, { from, into }: { from: PersonId; into: PersonId }): Promise<void> {
  const [gone, kept] = await Promise.all([from, into].map((id) => tx.person.findUniqueOrThrow({ where: { id } })));
  if (!gone || !kept) return;
  const { familyName, givenName, patronymic, search } = gone;
  const isNamed = kept.familyName !== "" || kept.givenName !== "";
  await tx.person.update({
    where: { id: into },
    data: {
      ...(isNamed ? {} : { familyName, givenName, patronymic, search }),
      birthYear: kept.birthYear ?? gone.birthYear,
      locale: kept.locale ?? gone.locale,
      timeZone: kept.timeZone ?? gone.timeZone,
    },
  });
}

/** Moves all that people keep of the one to the other; the emptied rows are for the caller to delete. */
export async function moveEverything(tx: Db, { from, into, memberships }: Merged): Promise<void> {
  const move = { from, into };
  for (const pair of memberships) await joinRoles(tx, pair);
  await tx.membership.updateMany({
    where: { personId: from, id: { notIn: memberships.map((pair) => pair.from) } },
    data: { personId: into },
  });
  await joinFacts(tx, move);
  await moveAccounts(tx, move);
  await moveTies(tx, move);
  await moveUses(tx, move);
  await moveMentions(tx, move);
  await moveHistory(tx, "person", move);
  await tx.history.updateMany({ where: { actorId: from }, data: { actorId: into } });
  await tx.history.updateMany({ where: { onBehalfOf: from }, data: { onBehalfOf: into } });
}

/** The rows that are empty now. */
export async function deleteMerged(tx: Db, { from, memberships }: Merged): Promise<void> {
  await tx.membership.deleteMany({ where: { id: { in: memberships.map((pair) => pair.from) } } });
  await tx.person.deleteMany({ where: { id: from } });
}
