/** Somebody takes a role over: the one who had it loses it in the same transaction, and leads nothing any more. */
import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { listLed, listOtherOwners, saveLead } from "./curators.store.ts";
import type { MembershipsDoor } from "./door.model.ts";
import { findMembership } from "./memberships.store.ts";
import type { Invitation, Joined, Membership, RecordDeed, Standing } from "./model.ts";

type Outside = {
  memberships: Pick<MembershipsDoor, "stop">;
  record: RecordDeed;
  /** Told in the same transaction that somebody came in by a link, and whose roles ended with it. */
  joined(tx: Db, joined: Joined): Promise<void>;
};

export const createSuccession = ({ memberships, record, joined }: Outside) => {
  async function takeOver(tx: Db, old: Membership, by: Standing, now: Date): Promise<void> {
    const led = old.role === "curator" && old.schoolId ? await listLed(tx, old.schoolId, old.personId) : [];
    await memberships.stop(tx, old.membershipId, by.personId, now);
    for (const programmeId of led) await saveLead(tx, programmeId, by.personId);
    const deed = { subjectKind: "membership", subjectId: old.membershipId, act: "succeeded", after: by.membershipId };
    await record(tx, { actorId: by.personId, onBehalfOf: old.personId, ...deed, at: now });
  }

  /** The roles that end when this person comes by this link. */
  async function endingBy(tx: Db, { role, succeedsId }: Invitation, personId: PersonId): Promise<Membership[]> {
    if (succeedsId === null) return [];
    const ids = role === "owner" ? await listOtherOwners(tx, personId) : [succeedsId];
    const found = await Promise.all(ids.map((id) => findMembership(tx, id)));
    return found.flatMap((one) => (one?.status === "active" && one.personId !== personId ? [one] : []));
  }

  return {
    /** Whether there is still somebody to succeed; links that hand nothing over are always open. */
    isOpen: async (tx: Db, { succeedsId }: Invitation): Promise<boolean> =>
      succeedsId === null || (await findMembership(tx, succeedsId))?.status === "active",

    succeed: async (tx: Db, invitation: Invitation, standing: Standing, now: Date): Promise<void> => {
      const ended = await endingBy(tx, invitation, standing.personId);
      for (const old of ended) await takeOver(tx, old, standing, now);
      await joined(tx, { standing, invitation, ended, now });
    },
  };
};

export type Succession = ReturnType<typeof createSuccession>;
