/** People of lists and their own links; two persons who turn out to be one. */
import { after } from "#core/clock.ts";
import { newId, type PersonId } from "#core/ids.ts";
import type { ListedDoor } from "./door.model.ts";
import { hashOf, PERSONAL_LIVES, tokenFor } from "./invitations.rules.ts";
import * as listed from "./listed.store.ts";
import { findMembership } from "./memberships.store.ts";
import { deleteMerged } from "./merging.store.ts";
import type { Invitation, Place, RecordDeed, Role } from "./model.ts";

type Outside = { secret: string | Uint8Array; record: RecordDeed };
type Of = Place & { role: Role; personId: PersonId; createdById: PersonId };

export function createListed({ secret, record }: Outside): ListedDoor {
  const made = (of: Of, now: Date): Invitation & { tokenHash: string } => {
    const id = newId();
    return {
      id,
      tokenHash: hashOf(tokenFor(secret, id)),
      role: of.role,
      schoolId: of.schoolId,
      programmeId: of.programmeId,
      childId: null,
      personId: of.personId,
      form: null,
      cap: 1,
      used: 0,
      expiresAt: after(now, PERSONAL_LIVES),
      revokedAt: null,
      createdById: of.createdById,
      createdAt: now,
      label: "",
      succeedsId: null,
      post: "",
      quiet: false,
    };
  };

  return {
    createListed: async (tx, wanted, createdById, now) => {
      const people = await listed.insertListed(tx, wanted, now);
      const { place, role } = wanted;
      const links = people.map(({ personId }) => made({ ...place, role, personId, createdById }, now));
      await listed.insertInvitations(tx, links);
      return people;
    },
    personalLink: async (tx, membershipId, actorId, now) => {
      const membership = await findMembership(tx, membershipId);
      if (!membership?.programmeId) return null;
      await listed.revokePersonal(tx, membership.personId, membership.programmeId, now);
      const link = made({ ...membership, createdById: actorId }, now);
      await listed.insertInvitations(tx, [link]);
      const of = { onBehalfOf: membership.personId, subjectKind: "membership", subjectId: membershipId };
      await record(tx, { actorId, ...of, act: "new-link", at: now });
      return link;
    },
    endPersonalLinks: listed.revokePersonal,
    personalLinks: listed.listPersonal,
    deleteMerged,
  };
}
