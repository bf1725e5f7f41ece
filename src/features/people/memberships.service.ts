/** Roles: given, ended, taken up again, looked at by the curator. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { listStandIns } from "./absences.store.ts";
import { listCurators, saveLead } from "./curators.store.ts";
import type { MembershipsDoor } from "./door.model.ts";
import * as guardians from "./guardians.store.ts";
import * as memberships from "./memberships.store.ts";
import type { RecordDeed } from "./model.ts";

type Done = { by: PersonId | null; act: string; at: Date; of: { membershipId: MembershipId; personId: PersonId } };

type Outside = { database: Database; record: RecordDeed };

/** Deeds on a membership: for oneself, or for the person whose it is. */
function createNotes(record: RecordDeed) {
  async function note(tx: Db, { by, act, at, of }: Done): Promise<void> {
    const onBehalfOf = by === of.personId ? null : of.personId;
    await record(tx, { actorId: by, onBehalfOf, subjectKind: "membership", subjectId: of.membershipId, act, at });
  }
  async function noteChange(tx: Db, id: MembershipId, deed: Omit<Done, "of">): Promise<void> {
    const of = await memberships.findMembership(tx, id);
    if (of) await note(tx, { ...deed, of });
  }
  return { note, noteChange };
}

export function createMemberships({ database, record }: Outside): MembershipsDoor {
  const { note, noteChange } = createNotes(record);
  return {
    curatorsOf: listCurators,
    lead: saveLead,
    standIns: listStandIns,
    standingsOf: memberships.listStandings,
    membership: memberships.findMembership,
    membersOf: memberships.listMembers,
    join: async (tx, personId, role, place, now) => {
      const { membership, changed } = await memberships.giveRole(tx, personId, role, place, now);
      if (changed) await note(tx, { by: personId, act: "joined", at: now, of: membership });
      return membership;
    },
    stop: async (tx, id, actorId, now) => {
      const stopped = await memberships.setStatus(tx, id, "stopped", now);
      if (stopped) await noteChange(tx, id, { by: actorId, act: "stopped", at: now });
      return stopped;
    },
    reactivate: async (tx, id, actorId, now) => {
      const woken = await memberships.setStatus(tx, id, "active", now);
      if (woken) await noteChange(tx, id, { by: actorId, act: "reactivated", at: now });
      return woken;
    },
    pause: async (tx, id, until, actorId, now) => {
      const paused = await memberships.savePaused(tx, id, until);
      if (paused) await noteChange(tx, id, { by: actorId, act: "paused", at: now });
      return paused;
    },
    setClassName: memberships.saveClassName,
    setChecked: async (tx, id, actorId, checked, now) => {
      const changed = await memberships.saveChecked(tx, id, checked ? actorId : null, checked ? now : null);
      if (changed) await noteChange(tx, id, { by: actorId, act: checked ? "checked" : "unchecked", at: now });
      return changed;
    },
    voiceOf: (personId, now, membershipId) => memberships.findVoice(database.db, personId, now, membershipId),
    guardiansOf: guardians.listGuardians,
    wardsOf: guardians.listWards,
    addGuardian: (tx, guardianId, childId, now) =>
      guardians.saveGuardianship(tx, { guardianId, childId, source: "curator" }, now),
    confirmGuardianship: async (tx, guardianId, childId, now) => {
      const confirmed = await guardians.saveConfirmed(tx, guardianId, childId, now);
      const subject = { subjectKind: "person", subjectId: childId };
      if (confirmed) await record(tx, { actorId: guardianId, ...subject, act: "guardian-confirmed", at: now });
      return confirmed;
    },
  };
}
