/** Who runs a programme: seen and changed by its curators. Every call asks whether the person may. */
import { after, type Clock, MINUTE } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import type { Act, People, PermissionKind } from "#features/people/index.ts";

import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { findAbsenceOf } from "./absence.store.ts";
import type { ClassKey, CuratorLine, HelperLine, Refused, Team } from "./model.ts";
import { WHOLE } from "./model.ts";
import { classKeysOf } from "./rules.ts";
import {
  endPermission,
  endPermissions,
  findHelper,
  findNewLink,
  findPermission,
  listClassNames,
  listHelpers,
  nameOf,
  namesOf,
  savePermission,
  saveQuiet,
} from "./team.store.ts";

export type TeamParts = {
  database: Database;
  clock: Clock;
  people: Pick<
    People,
    "authorise" | "may" | "record" | "curatorsOf" | "lead" | "stop" | "invite" | "openInvitation" | "tokenOf"
  >;
  programmes: Pick<Programmes, "find">;
  /** Told, in the same transaction, what a helper may do now: the reminders of support follow it. */
  permitted(tx: Db, programmeId: ProgrammeId): Promise<void>;
};

export type Linked = { kind: "link"; programme: Programme; token: string; post: string } | Refused;
export type Ended = { kind: "ended" } | { kind: "last" } | Refused;

/** Within this time a second tap means the same link. */
const SAME_WITHIN = MINUTE;
const refused = { kind: "refused" } as const;

function createCurators(parts: TeamParts) {
  const { database, clock, people, programmes } = parts;
  const { db } = database;

  const open = async (tx: Db, actorId: PersonId, id: ProgrammeId, act: Act): Promise<Programme | null> => {
    const programme = await programmes.find(tx, id);
    const may = await people.authorise(tx, actorId, act, { kind: "programme", id });
    return may ? programme : null;
  };

  async function curators(tx: Db, programmeId: ProgrammeId): Promise<CuratorLine[]> {
    const all = await people.curatorsOf(tx, programmeId);
    const names = await namesOf(
      tx,
      all.map(({ personId }) => personId),
    );
    return all.map((one) => ({ ...one, name: names.get(one.personId) ?? "" }));
  }

  async function team(tx: Db, actorId: PersonId, programme: Programme): Promise<Team> {
    const all = await curators(tx, programme.id);
    const absence = await findAbsenceOf(tx, programme.id, actorId, dateIn(clock.now(), programme.school.timeZone));
    return {
      programme,
      curators: all,
      helpers: await listHelpers(tx, programme.id),
      own: all.find(({ personId }) => personId === actorId)?.membershipId ?? null,
      manages: await people.may(tx, actorId, "staff.manage", { kind: "programme", id: programme.id }),
      absence: absence && { ...absence, name: await nameOf(tx, absence.deputyId) },
    };
  }

  return {
    /** All who run the programme; null when the person may not see it. */
    see: async (actorId: PersonId, id: ProgrammeId): Promise<Team | null> => {
      const programme = await open(db, actorId, id, "staff.see");
      return programme && (await team(db, actorId, programme));
    },

    /** From now on this curator of the school leads the programme. */
    makeLead: (actorId: PersonId, id: ProgrammeId, membershipId: MembershipId): Promise<Team | null> =>
      database.tx(async (tx) => {
        const programme = await open(tx, actorId, id, "staff.manage");
        const curator = (await people.curatorsOf(tx, id)).find((one) => one.membershipId === membershipId);
        if (!programme || !curator) return null;
        if (await people.lead(tx, id, curator.personId)) {
          const subject = { subjectKind: "programme", subjectId: id };
          await people.record(tx, { actorId, ...subject, act: "lead-named", after: membershipId, at: clock.now() });
        }
        return await team(tx, actorId, programme);
      }),

    /** Ends a curator's role in the school; the last one stays. */
    endCurator: (actorId: PersonId, id: ProgrammeId, membershipId: MembershipId): Promise<Ended> =>
      database.tx(async (tx) => {
        const programme = await open(tx, actorId, id, "staff.manage");
        const all = await people.curatorsOf(tx, id);
        if (!programme || !all.some((one) => one.membershipId === membershipId)) return refused;
        if (all.length === 1) return { kind: "last" };
        await people.stop(tx, membershipId, actorId, clock.now());
        return { kind: "ended" };
      }),

    /** The link by which another curator of the school comes in: the same one until it is used. */
    inviteCurator: async (actorId: PersonId, id: ProgrammeId): Promise<Linked> => {
      const programme = await open(db, actorId, id, "staff.manage");
      if (!programme) return refused;
      const place = { role: "curator", schoolId: programme.schoolId, programmeId: null } as const;
      const known = await people.openInvitation(db, place, clock.now());
      if (known) return { kind: "link", programme, token: people.tokenOf(known), post: "" };
      const made = await people.invite(actorId, place);
      return made.kind === "created" ? { kind: "link", programme, token: made.token, post: "" } : refused;
    },

    /** A programme in which the person may change who does what. */
    programme: (actorId: PersonId, id: ProgrammeId): Promise<Programme | null> => open(db, actorId, id, "staff.manage"),

    /** A personal link for a helper with this post. */
    invite: async (actorId: PersonId, id: ProgrammeId, post: string, quiet: boolean): Promise<Linked> => {
      const programme = await open(db, actorId, id, "staff.manage");
      if (!programme) return refused;
      const since = after(clock.now(), -SAME_WITHIN);
      const known = await findNewLink(db, { programmeId: id, createdById: actorId, post, quiet, since });
      if (known) return { kind: "link", programme, token: people.tokenOf(known), post };
      const place = { schoolId: programme.schoolId, programmeId: id };
      const made = await people.invite(actorId, { role: "staff", ...place, post, quiet });
      return made.kind === "created" ? { kind: "link", programme, token: made.token, post } : refused;
    },
  };
}

/** What a curator lets helpers do. */
function createHelpers(parts: TeamParts) {
  const { database, clock, people } = parts;
  const { db } = database;

  /** The helper, for one who may change what helpers do. */
  async function managed(tx: Db, actorId: PersonId, id: MembershipId): Promise<HelperLine | null> {
    const helper = await findHelper(tx, id);
    const may = await people.authorise(tx, actorId, "staff.manage", { kind: "membership", id });
    return may ? helper : null;
  }

  const note = (tx: Db, actorId: PersonId, of: HelperLine, act: string, after: string): Promise<void> => {
    const subject = { subjectKind: "membership", subjectId: of.membershipId };
    return people.record(tx, { actorId, onBehalfOf: of.personId, ...subject, act, after, at: clock.now() });
  };

  const classes = async (tx: Db, programmeId: ProgrammeId): Promise<ClassKey[]> =>
    classKeysOf(await listClassNames(tx, programmeId));

  const onHelper = (
    actorId: PersonId,
    id: MembershipId,
    change: (tx: Db, helper: HelperLine) => Promise<void>,
  ): Promise<HelperLine | null> =>
    database.tx(async (tx) => {
      const helper = await managed(tx, actorId, id);
      if (!helper) return null;
      await change(tx, helper);
      return await findHelper(tx, id);
    });

  return {
    helper: (actorId: PersonId, id: MembershipId): Promise<HelperLine | null> => managed(db, actorId, id),
    classes: (programmeId: ProgrammeId): Promise<ClassKey[]> => classes(db, programmeId),

    setQuiet: (actorId: PersonId, id: MembershipId, quiet: boolean): Promise<HelperLine | null> =>
      onHelper(actorId, id, async (tx, helper) => {
        if (await saveQuiet(tx, id, quiet)) await note(tx, actorId, helper, quiet ? "quieted" : "unquieted", "");
      }),

    /** Lets the helper do it, in the class with this key or (`WHOLE`) in the programme; nothing when there is no such class. */
    give: (actorId: PersonId, id: MembershipId, kind: PermissionKind, classKey: string): Promise<HelperLine | null> =>
      onHelper(actorId, id, async (tx, helper) => {
        const known = (await classes(tx, helper.programmeId)).find(({ key }) => key === classKey);
        const value = classKey === WHOLE ? "" : known?.className;
        if (value === undefined) return;
        const wanted = { membershipId: id, kind, value, createdById: actorId };
        if (!(await savePermission(tx, wanted, clock.now()))) return;
        await note(tx, actorId, helper, "permitted", value === "" ? kind : `${kind} ${value}`);
        await parts.permitted(tx, helper.programmeId);
      }),

    takeBack: (actorId: PersonId, permissionId: string): Promise<HelperLine | null> =>
      database.tx(async (tx) => {
        const given = await findPermission(tx, permissionId);
        const helper = given && (await managed(tx, actorId, given.membershipId));
        if (!given || !helper) return null;
        if (await endPermission(tx, permissionId, clock.now())) {
          const what = given.value === "" ? given.kind : `${given.kind} ${given.value}`;
          await note(tx, actorId, helper, "permission-ended", what);
          await parts.permitted(tx, helper.programmeId);
        }
        return await findHelper(tx, given.membershipId);
      }),

    /** Ends a helper's role; null when there is no such helper, or no right. Gives the programme's id. */
    dismiss: (actorId: PersonId, id: MembershipId): Promise<ProgrammeId | null> =>
      database.tx(async (tx) => {
        const helper = await managed(tx, actorId, id);
        if (!helper) return null;
        await people.stop(tx, id, actorId, clock.now());
        await endPermissions(tx, id, clock.now());
        await parts.permitted(tx, helper.programmeId);
        return helper.programmeId;
      }),
  };
}

export const createTeam = (parts: TeamParts) => ({ ...createCurators(parts), ...createHelpers(parts) });

export type TeamService = ReturnType<typeof createTeam>;
