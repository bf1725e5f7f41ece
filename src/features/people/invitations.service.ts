/** Making, listing and ending links. */
import { after, type Clock } from "#core/clock.ts";
import { newId, type PersonId } from "#core/ids.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { findOwner } from "./curators.store.ts";
import type { InvitationsDoor, RightsDoor } from "./door.model.ts";
import { hashOf, isSound, LIVES, OWNER_LINK_LIVES, PAGE, tokenFor } from "./invitations.rules.ts";
import * as links from "./invitations.store.ts";
import { findRole } from "./memberships.store.ts";
import type { Invitation, NewInvitation, Place, RecordDeed, Role } from "./model.ts";

type Outside = {
  database: Database;
  clock: Clock;
  secret: string | Uint8Array;
  rights: RightsDoor;
  record: RecordDeed;
};

const deed = (by: PersonId | null, { id }: { id: string }, act: string, at: Date) => ({
  actorId: by,
  subjectKind: "invitation",
  subjectId: id,
  act,
  at,
});

type Saving = Pick<Outside, "secret" | "record">;

async function saveNew(tx: Db, { secret, record }: Saving, wanted: NewInvitation, now: Date): Promise<Invitation> {
  const invitation: Invitation = {
    id: wanted.id ?? newId(),
    role: wanted.role,
    schoolId: wanted.schoolId,
    programmeId: wanted.programmeId,
    childId: wanted.childId ?? null,
    personId: wanted.personId ?? null,
    form: wanted.form ?? null,
    cap: wanted.cap ?? 1,
    used: 0,
    expiresAt: wanted.expiresAt ?? after(now, LIVES),
    revokedAt: null,
    createdById: wanted.createdById,
    createdAt: now,
    label: wanted.label ?? "",
    succeedsId: wanted.succeedsId ?? null,
    post: wanted.post ?? "",
    quiet: wanted.quiet ?? false,
  };
  await links.insertInvitation(tx, invitation, hashOf(tokenFor(secret, invitation.id)));
  await record(tx, { ...deed(wanted.createdById, invitation, "invited", now), after: wanted.role });
  return invitation;
}

/** A guardian is invited to a child who is here; the others to their programme; a curator to a school by the owner alone. */
async function mayInvite(
  tx: Db,
  rights: RightsDoor,
  actorId: PersonId,
  wanted: Place & { role: Role; childId?: PersonId },
): Promise<boolean> {
  const { role, schoolId, programmeId, childId } = wanted;
  if (role === "owner") return false;
  if (role === "curator")
    return (
      schoolId !== null && (await rights.authorise(tx, actorId, "curator.invite", { kind: "school", id: schoolId }))
    );
  if (programmeId === null) return false;
  if (role !== "guardian")
    return await rights.authorise(tx, actorId, "invitation.create", { kind: "programme", id: programmeId });
  const child = childId ? await findRole(tx, childId, "mentee", wanted) : null;
  const subject = { kind: "membership", id: child?.membershipId ?? "" } as const;
  return await rights.authorise(tx, actorId, "guardian.invite", subject);
}

export function createInvitations({
  database,
  clock,
  secret,
  rights,
  record,
}: Outside): Omit<InvitationsDoor, "redeem"> {
  const createInvitation: InvitationsDoor["createInvitation"] = (tx, wanted, now) =>
    saveNew(tx, { secret, record }, wanted, now);

  return {
    createInvitation,
    tokenOf: ({ id }) => tokenFor(secret, id),
    invite: (actorId, wanted) =>
      database.tx(async (tx) => {
        const now = clock.now();
        const { cap = 1, expiresAt = after(now, LIVES) } = wanted;
        if (!(await mayInvite(tx, rights, actorId, wanted))) return { kind: "forbidden" };
        if (!isSound({ cap, expiresAt }, now)) return { kind: "odd" };
        const invitation = await createInvitation(tx, { ...wanted, createdById: actorId }, now);
        return { kind: "created", invitation, token: tokenFor(secret, invitation.id) };
      }),
    invitation: links.findInvitation,
    openInvitation: links.findOpen,
    listInvitations: (db, programmeId, page) => links.listPage(db, programmeId, page, PAGE),
    revoke: async (tx, actorId, id) => {
      const invitation = await links.findInvitation(tx, id);
      const act = invitation?.programmeId ? "invitation.revoke" : "curator.invite";
      if (!(await rights.authorise(tx, actorId, act, { kind: "invitation", id }))) return "forbidden";
      const now = clock.now();
      if (!(await links.saveRevoked(tx, id, now))) return "already";
      await record(tx, deed(actorId, { id }, "revoked", now));
      return "revoked";
    },
    openAgain: links.saveOpen,
    ownerInvitation: (now, replaces = false) =>
      database.tx(async (tx) => {
        await links.revokeOwnerLinks(tx, now);
        const former = replaces ? await findOwner(tx) : null;
        const nowhere = {
          schoolId: null,
          programmeId: null,
          createdById: null,
          ...(former ? { succeedsId: former } : {}),
        };
        const expiresAt = after(now, OWNER_LINK_LIVES);
        const invitation = await createInvitation(tx, { ...nowhere, role: "owner", expiresAt }, now);
        return tokenFor(secret, invitation.id);
      }),
    guessesSince: links.sumGuesses,
  };
}
