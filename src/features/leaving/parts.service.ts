/** Somebody's part in a programme, read for one who may end it. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import { type DateOn, dateIn } from "#core/when.ts";
import { type Membership, type People, shownName } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { ErasingService } from "./erasing.service.ts";
import { LEAVERS, type Looker, type Part } from "./model.ts";

export type PartsParts = {
  people: Pick<People, "authorise" | "may" | "find" | "membership" | "guardiansOf">;
  programmes: Pick<Programmes, "find">;
  erasing: Pick<ErasingService, "planned">;
};

/** Reads somebody's part in a programme for one who may end it. */
export function createParts({ people, programmes, erasing }: PartsParts) {
  async function lookerOf(db: Db, personId: PersonId, membership: Membership): Promise<Looker> {
    if (membership.personId === personId) return "self";
    const guardians = await people.guardiansOf(db, membership.personId);
    return guardians.some(({ guardianId }) => guardianId === personId) ? "guardian" : "curator";
  }

  async function erasedOn(db: Db, membership: Membership, programme: Programme): Promise<DateOn | null> {
    const planned = await erasing.planned(db, { personId: membership.personId });
    const here = planned.find(({ programmeId }) => programmeId === null || programmeId === programme.id);
    return here ? dateIn(here.dueAt, programme.school.timeZone) : null;
  }

  async function read(db: Db, personId: PersonId, id: MembershipId): Promise<Part | null> {
    const membership = await people.membership(db, id);
    const programme = membership?.programmeId ? await programmes.find(db, membership.programmeId) : null;
    const person = membership && (await people.find(db, membership.personId));
    if (!membership || !programme || !person || !LEAVERS.includes(membership.role)) return null;
    return {
      membership,
      programme,
      looker: await lookerOf(db, personId, membership),
      name: shownName(person, membership, programme.naming),
      birthYear: person.birthYear,
      erasedOn: await erasedOn(db, membership, programme),
    };
  }

  return {
    read,
    /** Null also when it is not this person's to end. A part that stopped may still be looked at by whoever could end it. */
    see: async (db: Db, personId: PersonId, id: MembershipId): Promise<Part | null> =>
      (await people.authorise(db, personId, "membership.stop", { kind: "membership", id }))
        ? await read(db, personId, id)
        : null,
  };
}
