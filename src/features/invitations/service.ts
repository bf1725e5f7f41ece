/** A curator's links: made, looked at, taken back. Every call asks whether the person may. */
import { z } from "zod";
import type { InvitationId, PersonId, ProgrammeId } from "#core/ids.ts";
import { press } from "#core/screen.ts";
import { type DeedKind, type Deeds, deedKind } from "#features/deeds/index.ts";
import type { Act, Invitation, People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { Listed, Made, Order } from "./model.ts";
import { formAt } from "./rules.ts";

const REVOKING = "invitations.revoke";

/** How a link that was taken back is given again. */
export const revokingKind = (people: Pick<People, "openAgain">): DeedKind =>
  deedKind({
    kind: REVOKING,
    args: z.object({ id: z.string() }),
    right: ({ id }) => ({ act: "invitation.revoke", subject: { kind: "invitation", id } }),
    about: ({ id }) => ({ kind: "invitation", id }),
    back: ({ id }) => press("invitations.show", id),
    undo: async (tx, { id }) => ((await people.openAgain(tx, id)) ? "undone" : "moved"),
  });

type Parts = {
  database: Database;
  people: Pick<People, "authorise" | "may" | "invite" | "invitation" | "listInvitations" | "revoke" | "tokenOf">;
  programmes: Pick<Programmes, "find" | "listFor">;
  deeds: Pick<Deeds, "offer">;
};

export function createInvitations({ database, people, programmes, deeds }: Parts) {
  const { db } = database;
  const refused = { kind: "refused" } as const;

  /** A child's link to its guardians is the child's to give: here it is as if there were none. */
  const isShown = ({ programmeId, childId }: Invitation): boolean => programmeId !== null && childId === null;

  async function shown(invitation: Invitation | null): Promise<Made> {
    if (!invitation?.programmeId || !isShown(invitation)) return refused;
    const programme = await programmes.find(db, invitation.programmeId);
    if (!programme) return refused;
    return { kind: "link", link: { invitation, programme, token: people.tokenOf(invitation) } };
  }

  async function programmeFor(personId: PersonId, id: ProgrammeId, act: Act): Promise<Programme | null> {
    const programme = await programmes.find(db, id);
    return programme && (await people.authorise(db, personId, act, { kind: "programme", id })) ? programme : null;
  }

  async function open(personId: PersonId, id: InvitationId): Promise<Made> {
    if (!(await people.authorise(db, personId, "invitation.list", { kind: "invitation", id }))) return refused;
    return await shown(await people.invitation(db, id));
  }

  return {
    /** The programmes to which this person may invite. */
    programmesFor: async (personId: PersonId): Promise<Programme[]> => {
      const mine: Programme[] = [];
      for (const programme of await programmes.listFor(db, personId))
        if (await people.may(db, personId, "invitation.create", { kind: "programme", id: programme.id }))
          mine.push(programme);
      return mine;
    },

    /** The programme, when the person may invite to it. */
    programme: (personId: PersonId, id: ProgrammeId): Promise<Programme | null> =>
      programmeFor(personId, id, "invitation.create"),

    /** A new link under the id that the button brought; the same one when the button is tapped twice. */
    make: async (personId: PersonId, { programmeId, id, role, formAt: at, cap }: Order): Promise<Made> => {
      const programme = await programmeFor(personId, programmeId, "invitation.create");
      if (!programme) return refused;
      const known = await people.invitation(db, id);
      if (known) return known.programmeId === programmeId ? await shown(known) : refused;
      const form = formAt(programme, role, at);
      const place = { schoolId: programme.schoolId, programmeId };
      const made = await people.invite(personId, { id, role, ...place, cap, ...(form ? { form } : {}) });
      return made.kind === "created" ? await shown(made.invitation) : refused;
    },

    open,

    /** The programme's links, newest first; a page that is not there is the nearest that is. */
    list: async (personId: PersonId, programmeId: ProgrammeId, page: number): Promise<Listed> => {
      const programme = await programmeFor(personId, programmeId, "invitation.list");
      if (!programme) return refused;
      const wanted = Math.max(0, page);
      const found = await people.listInvitations(db, programmeId, wanted);
      const at = Math.min(wanted, found.pages - 1);
      const { items, pages } = at === wanted ? found : await people.listInvitations(db, programmeId, at);
      return { kind: "list", programme, items, page: at, pages };
    },

    /** Takes the link back: nobody comes in by it from then on. For a minute it can be given again. */
    revoke: async (personId: PersonId, id: InvitationId): Promise<Made> => {
      const known = await people.invitation(db, id);
      if (known && !isShown(known)) return refused;
      const done = await database.tx(async (tx) => {
        const outcome = await people.revoke(tx, personId, id);
        if (outcome !== "revoked") return { outcome, offered: null };
        const told = { args: { id }, programmeId: known?.programmeId ?? null, zone: "UTC", notices: [] };
        return { outcome, offered: await deeds.offer(tx, { actorId: personId, kind: REVOKING, ...told }) };
      });
      if (done.outcome === "forbidden") return refused;
      const made = await shown(await people.invitation(db, id));
      return made.kind === "link" && done.offered ? { ...made, offered: done.offered } : made;
    },
  };
}

export type Invitations = ReturnType<typeof createInvitations>;
