/** What is kept about a person, and how it is let go of. */
import type { Forgotten } from "#core/contribution.ts";
import { newId, type PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { NO_NAME } from "./names.rules.ts";

const PLACE = {
  school: { select: { name: true, timeZone: true } },
  programme: { select: { title: true, school: { select: { timeZone: true } } } },
} as const;

/** The person with roles and chats, without ids; null when there is none. */
export async function readKept(db: Db, personId: PersonId) {
  const person = await db.person.findFirst({ where: { id: personId, erasedAt: null } });
  if (!person) return null;
  const memberships = await db.membership.findMany({
    where: { personId },
    include: PLACE,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const chats = await db.accountPerson.findMany({ where: { personId }, include: { account: true } });
  const ids = memberships.map(({ id }) => id);
  return {
    person,
    memberships: memberships.map((row) => ({
      role: row.role,
      place: row.programme?.title ?? row.school?.name ?? "",
      code: row.code,
      className: row.className,
      post: row.post,
      status: row.status,
      pausedUntil: row.pausedUntil,
      checkedAt: row.checkedAt,
      createdAt: row.createdAt,
      endedAt: row.endedAt,
      zone: row.programme?.school.timeZone ?? row.school?.timeZone ?? "UTC",
    })),
    chats: chats.map(({ account, joinedAt }) => ({
      telegramId: String(account.telegramId),
      language: account.locale ?? account.languageCode,
      joinedAt,
      lastSeenAt: account.seenAt,
    })),
    deeds: await db.history.count({
      where: { OR: [{ actorId: personId }, { onBehalfOf: personId }, { subjectId: { in: [personId, ...ids] } }] },
    }),
  };
}

/** Of the history about the person only that something was done stays, not what it was. */
export async function blankHistory(tx: Db, { personId, programmeId, memberships }: Forgotten): Promise<void> {
  const runs = await tx.run.findMany({ where: { membershipId: { in: memberships } }, select: { id: true } });
  const subjects = [...memberships, ...runs.map(({ id }) => id), ...(programmeId === null ? [personId] : [])];
  await tx.history.updateMany({
    where: {
      OR: [
        { subjectId: { in: subjects } },
        ...(programmeId === null ? [{ onBehalfOf: personId }, { actorId: personId, subjectKind: "person" }] : []),
      ],
    },
    data: { before: null, after: null },
  });
}

/** Links made for this person go; of one that the person came by only that somebody came stays. */
export async function forgetInvitations(tx: Db, { personId, programmeId }: Forgotten): Promise<void> {
  const here = programmeId === null ? {} : { programmeId };
  await tx.invitation.deleteMany({ where: { ...here, OR: [{ personId }, { childId: personId }] } });
  const used = await tx.invitationUse.findMany({
    where: { personId, invitation: here },
    select: { invitationId: true },
  });
  const ids = used.map(({ invitationId }) => invitationId);
  await tx.invitation.updateMany({ where: { id: { in: ids }, cap: 1 }, data: { label: "" } });
  await tx.invitationUse.deleteMany({ where: { personId, invitationId: { in: ids } } });
}

const startOfDay = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
const PARTICIPANTS = ["mentee", "mentor"];

/** A participation becomes nobody's, under a new id and with days instead of instants; other roles go. */
export async function forgetMemberships(tx: Db, { memberships, now }: Forgotten): Promise<void> {
  const rows = await tx.membership.findMany({ where: { id: { in: memberships } } });
  await tx.note.deleteMany({ where: { membershipId: { in: memberships } } });
  await tx.support.deleteMany({ where: { membershipId: { in: memberships } } });
  await tx.permission.deleteMany({ where: { membershipId: { in: memberships } } });
  await tx.referral.deleteMany({ where: { membershipId: { in: memberships } } });
  for (const { id, role, createdAt, endedAt } of rows) {
    if (!PARTICIPANTS.includes(role)) {
      await tx.membership.delete({ where: { id } });
      continue;
    }
    const [nobody, day] = [newId(), startOfDay(createdAt)];
    await tx.person.create({ data: { id: nobody, ...NO_NAME, search: "", createdAt: day, erasedAt: now } });
    await tx.request.updateMany({ where: { membershipId: id }, data: { createdAt: day, roleModel: null } });
    await tx.membership.update({
      where: { id },
      data: {
        id: newId(),
        personId: nobody,
        code: "",
        className: "",
        post: "",
        listId: null,
        rowNumber: null,
        placedAt: null,
        quiet: false,
        status: "stopped",
        pausedUntil: null,
        checkedAt: null,
        checkedById: null,
        createdAt: day,
        endedAt: startOfDay(endedAt ?? now),
        rev: { increment: 1 },
      },
    });
  }
}

/** The person, and every chat that speaks for nobody else with what it listened to. */
export async function forgetPerson(tx: Db, personId: PersonId): Promise<void> {
  const chats = await tx.accountPerson.findMany({ where: { personId }, include: { account: true } });
  await tx.accountPerson.deleteMany({ where: { personId } });
  for (const { accountId, account } of chats) {
    const [next] = await tx.accountPerson.findMany({ where: { accountId }, orderBy: { joinedAt: "asc" }, take: 1 });
    await tx.focus.deleteMany({ where: { chatId: account.telegramId } });
    await tx.inbox.updateMany({
      where: { chatKey: String(account.telegramId), status: { not: "new" } },
      data: { payload: "" },
    });
    if (next)
      await tx.accountPerson.updateMany({ where: { accountId, personId: next.personId }, data: { current: true } });
    else {
      await tx.linkGuess.deleteMany({ where: { accountId } });
      await tx.inbox.deleteMany({ where: { chatKey: String(account.telegramId), status: { not: "new" } } });
      await tx.chatAccount.delete({ where: { id: accountId } });
    }
  }
  await tx.draft.deleteMany({ where: { personId } });
  await tx.deed.deleteMany({ where: { actorId: personId } });
  await tx.person.deleteMany({ where: { id: personId } });
}
