/** Who came otherwise than by a slip is found in a list, and two persons who are one become one: only by a curator's word. */
import { after, MINUTE } from "#core/clock.ts";
import type { Keeping, Merged } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { shownName } from "#features/people/index.ts";
import type { Invitation } from "#features/people/model.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { ListsOutside } from "./ground.service.ts";
import { byLikeness, inWhich, isKin, maySame, pairsOf } from "./merging.rules.ts";
import * as merging from "./merging.store.ts";
import type { MergePreview, MergeSide, Other } from "./model.ts";
import * as store from "./store.ts";

export type PlacingOutside = Pick<ListsOutside, "database" | "clock" | "people" | "programmes"> & {
  /** What every feature stores about people. */
  keepings: readonly Keeping[];
};

/** Why two are not made one: guardian and child, or somebody whom the actor does not answer for. */
export type MergeOutcome =
  | { kind: "merged"; programmeId: ProgrammeId; membershipId: MembershipId }
  | { kind: "apart" }
  | { kind: "refused" };

/** "apart": they are not of one programme and role; null: not this person's to see. */
type Previewed = MergePreview | "apart" | null;

export type OthersFor = { programme: Programme; one: Other; others: Other[] };

async function othersOf(db: Db, member: merging.Member, programme: Programme): Promise<OthersFor | null> {
  const all = await merging.listOthers(db, member.programmeId, member.role);
  const one = all.find((other) => other.membershipId === member.membershipId);
  return one ? { programme, one, others: byLikeness(one, all) } : null;
}

/** The link just made by this person if nobody has come by it, else a new one. */
async function linkFor(
  people: PlacingOutside["people"],
  tx: Db,
  { membershipId, personId, programmeId }: merging.Member,
  actorId: PersonId,
  now: Date,
): Promise<Invitation | null> {
  const id = (await people.personalLinks(tx, programmeId, [personId])).get(personId);
  const last = id === undefined ? null : await people.invitation(tx, id);
  const isFresh = last?.createdById === actorId && last.used === 0 && last.createdAt > after(now, -MINUTE);
  return isFresh ? last : await people.personalLink(tx, membershipId, actorId, now);
}

export function createPlacing(outside: PlacingOutside) {
  const { database, clock, people, programmes, keepings } = outside;
  const { db } = database;

  const may = (tx: Db, actorId: PersonId, id: MembershipId): Promise<boolean> =>
    people.authorise(tx, actorId, "person.merge", { kind: "membership", id });

  async function both(tx: Db, actorId: PersonId, fromId: MembershipId, intoId: MembershipId) {
    if (!(await may(tx, actorId, fromId)) || !(await may(tx, actorId, intoId))) return null;
    const [from, into] = [await merging.findMember(tx, fromId), await merging.findMember(tx, intoId)];
    return from && into ? { from, into } : null;
  }

  async function sideOf(
    tx: Db,
    member: merging.Member,
    naming: MergePreview["programme"]["naming"],
  ): Promise<MergeSide> {
    const { membershipId, personId, className, number } = member;
    const person = await people.find(tx, personId);
    const shown = person ? shownName(person, member, naming) : member.code;
    return { membershipId, personId, shown, className, number, ...(await merging.countKept(tx, member)) };
  }

  async function preview({ from, into }: { from: merging.Member; into: merging.Member }): Promise<Previewed> {
    const programme = await programmes.find(db, into.programmeId);
    if (!programme) return null;
    if (!maySame(from, into)) return "apart";
    const { naming } = programme;
    return { programme, from: await sideOf(db, from, naming), into: await sideOf(db, into, naming) };
  }

  /** Everything of the one becomes the other's; the caller has asked about rights. */
  async function merge(tx: Db, actorId: PersonId, from: merging.Member, into: merging.Member): Promise<void> {
    const now = clock.now();
    const roles = await merging.rolesOf(tx, [from.personId, into.personId]);
    const merged: Merged = {
      from: from.personId,
      into: into.personId,
      memberships: pairsOf(roles, from.personId, into.personId),
      now,
    };
    for (const keeping of keepings) await keeping.merge(tx, merged);
    await people.deleteMerged(tx, merged);
    // A slip that is still in a bag would let a stranger in as somebody who has come.
    if ((await merging.countKept(tx, into)).phones > 0)
      await people.endPersonalLinks(tx, into.personId, into.programmeId, now);
    await store.savePlaced(tx, into.membershipId, now);
    await people.record(tx, {
      ...{ actorId, onBehalfOf: into.personId, subjectKind: "membership", subjectId: into.membershipId },
      ...{ act: "merged", before: from.code, after: into.code, at: now },
    });
  }

  return {
    /** Who came by a poster, with the rows that may be theirs; null when it is not the person's to see. */
    rowsFor: async (actorId: PersonId, membershipId: MembershipId) => {
      if (!(await may(db, actorId, membershipId))) return null;
      const member = await merging.findMember(db, membershipId);
      const programme = member && (await programmes.find(db, member.programmeId));
      if (!member || !programme) return null;
      const rows = await store.listRows(db, member.programmeId, member.role);
      return {
        programme,
        comer: await sideOf(db, member, programme.naming),
        rows: rows.filter((row) => row.membershipId !== membershipId),
      };
    },

    /** Everybody who may be the same person as this one, the most alike first. */
    othersFor: async (actorId: PersonId, membershipId: MembershipId): Promise<OthersFor | null> => {
      const member = (await may(db, actorId, membershipId)) ? await merging.findMember(db, membershipId) : null;
      const programme = member && (await programmes.find(db, member.programmeId));
      return programme && (await othersOf(db, member, programme));
    },

    /** What the two have, before they become one: what is the first's goes to the second. */
    preview: async (actorId: PersonId, fromId: MembershipId, intoId: MembershipId): Promise<Previewed> => {
      const found = await both(db, actorId, fromId, intoId);
      return found && (await preview(found));
    },

    /** The same where nobody has said yet which of the two stays: a row of a list, or who was here earlier. */
    previewOf: async (actorId: PersonId, oneId: MembershipId, otherId: MembershipId): Promise<Previewed> => {
      const found = await both(db, actorId, oneId, otherId);
      return found && (await preview(inWhich(found.from, found.into)));
    },

    /** Joins two who are one. Whoever is joined already is not found any more: the second tap is refused calmly. */
    merge: (actorId: PersonId, fromId: MembershipId, intoId: MembershipId): Promise<MergeOutcome> =>
      database.tx(async (tx): Promise<MergeOutcome> => {
        const found = await both(tx, actorId, fromId, intoId);
        if (!found) return { kind: "refused" };
        const { from, into } = found;
        const everywhere = await merging.rolesOf(tx, [from.personId, into.personId]);
        const ties = await merging.tiesBetween(tx, from.personId, into.personId);
        if (
          !maySame(from, into) ||
          isKin(ties) ||
          everywhere.some(({ role }) => role === "owner" || role === "curator")
        )
          return { kind: "apart" };
        for (const { membershipId } of everywhere)
          if (!(await may(tx, actorId, membershipId))) return { kind: "apart" };
        await merge(tx, actorId, from, into);
        return { kind: "merged", programmeId: into.programmeId, membershipId: into.membershipId };
      }),

    /** «Нет в списках»: is not asked about again. */
    notListed: async (actorId: PersonId, membershipId: MembershipId): Promise<ProgrammeId | null> => {
      if (!(await may(db, actorId, membershipId))) return null;
      const member = await merging.findMember(db, membershipId);
      if (!member) return null;
      const subject = { subjectKind: "membership", subjectId: membershipId, act: "not-listed", at: clock.now() };
      await database.tx(async (tx) => {
        if (await store.savePlaced(tx, membershipId, clock.now()))
          await people.record(tx, { actorId, onBehalfOf: member.personId, ...subject });
      });
      return member.programmeId;
    },

    mayLink: (actorId: PersonId, membershipId: MembershipId): Promise<boolean> =>
      people.authorise(db, actorId, "person.link", { kind: "membership", id: membershipId }),

    /** A new link for somebody with a new phone; the old ones end. Two taps within a minute make one. */
    newLink: async (actorId: PersonId, membershipId: MembershipId) => {
      if (!(await people.authorise(db, actorId, "person.link", { kind: "membership", id: membershipId }))) return null;
      const member = await merging.findMember(db, membershipId);
      const programme = member && (await programmes.find(db, member.programmeId));
      if (!member || !programme) return null;
      const link = await database.tx((tx) => linkFor(people, tx, member, actorId, clock.now()));
      const side = await sideOf(db, member, programme.naming);
      return link && { programme, side, token: people.tokenOf(link), expiresAt: link.expiresAt };
    },
  };
}

export type Placing = ReturnType<typeof createPlacing>;
