/** Taps of those who run schools and programmes: the owner's schools, a curator's invitation, the programme's home. */
import type { ProgrammeLinks } from "#core/contribution.ts";
import type { ProgrammeId, SchoolId } from "#core/ids.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { createContactsChat } from "./contacts.chat.ts";
import type { Programme } from "./model.ts";
import { createRoadmapChat } from "./roadmap.chat.ts";
import type { Programmes } from "./service.ts";
import { createSettingsChat } from "./settings.chat.ts";
import {
  curatorForward,
  curatorLinkScreen,
  curatorQr,
  moreScreen,
  type ProgrammeLink,
  programmeScreen,
  refusedScreen,
  schoolScreen,
  schoolsScreen,
} from "./view.ts";
import { createWizardChat } from "./wizard.chat.ts";

export type ProgrammesChatParts = {
  programmes: Programmes;
  database: { db: Parameters<Programmes["find"]>[0] };
  /** The deep link of a token: `https://t.me/<bot>?start=<token>`. */
  linkOf(token: string): string;
  /** A QR code as PNG. */
  qrPicture(text: string): Promise<Uint8Array>;
  /** What later features put on the programme's screen. */
  programmeLinks(programmeId: ProgrammeId): ProgrammeLink[];
  /** What they offer one screen further. */
  more: ProgrammeLinks[];
  /** Shows where the person is and the next step. */
  goOn(turn: Turn): Promise<void>;
};

export function createProgrammesChat(parts: ProgrammesChatParts): Required<Pick<Chat, "taps" | "talks">> {
  const { programmes } = parts;
  const { db } = parts.database;

  async function refuse(turn: Turn): Promise<void> {
    turn.stopListening();
    await turn.show(refusedScreen(turn.t));
  }

  async function showSchools(turn: Turn): Promise<void> {
    const { personId } = turn.speaker;
    if (!personId || !(await programmes.isOwner(db, personId))) return await parts.goOn(turn);
    turn.stopListening();
    await turn.show(schoolsScreen(turn.t, await programmes.schoolsFor(db, personId)));
  }

  async function showSchool(turn: Turn, id: SchoolId, isNew = false): Promise<void> {
    const { personId } = turn.speaker;
    const seen = personId ? await programmes.seeSchool(personId, id) : null;
    if (!personId || !seen) return await refuse(turn);
    turn.stopListening();
    const isOwner = await programmes.isOwner(db, personId);
    await turn.show(schoolScreen(turn.t, { ...seen, isOwner, isNew }));
  }

  async function showProgramme(turn: Turn, programme: Programme, isNew = false): Promise<void> {
    turn.stopListening();
    const counts = await programmes.countPeople(db, programme.id);
    const links = parts.programmeLinks(programme.id);
    const t = turn.words({ track: programme.track, address: "vy" });
    await turn.show(programmeScreen(t, { programme, counts, links, isNew }));
  }

  async function inviteCurator(turn: Turn, schoolId: SchoolId): Promise<void> {
    const { personId } = turn.speaker;
    const made = personId ? await programmes.inviteCurator(personId, schoolId) : null;
    if (made?.kind !== "link") return await refuse(turn);
    const shown = { school: made.school, link: parts.linkOf(made.token), expiresAt: made.expiresAt };
    await turn.show(curatorLinkScreen(turn.t, shown));
    await turn.say(curatorForward(turn.t, shown));
    await turn.say(curatorQr(turn.t, await parts.qrPicture(shown.link)));
  }

  const wizard = createWizardChat({
    programmes,
    after: {
      school: (turn, school) => showSchool(turn, school.id, true),
      programme: (turn, programme) => showProgramme(turn, programme, true),
      discarded: (turn) => parts.goOn(turn),
    },
  });
  const roadmap = createRoadmapChat(programmes);
  const settings = createSettingsChat(programmes);
  const contacts = createContactsChat(programmes);

  return {
    taps: {
      "programmes.schools": tap([], showSchools),
      "programmes.school": tap(["school"], (turn, id) => showSchool(turn, id)),
      "programmes.curator": tap(["school"], inviteCurator),
      "programmes.open": tap(["programme"], async (turn, id) => {
        const programme = turn.speaker.personId ? await programmes.open(turn.speaker.personId, id) : null;
        await (programme ? showProgramme(turn, programme) : refuse(turn));
      }),
      "programmes.more": tap(["programme"], async (turn, id) => {
        const { personId } = turn.speaker;
        const programme = personId ? await programmes.open(personId, id) : null;
        if (!personId || !programme) return await refuse(turn);
        const at = { readerId: personId, programmeId: id };
        const offered = await Promise.all(parts.more.map((links) => links(db, at, turn.now)));
        turn.stopListening();
        await turn.show(moreScreen(turn.words({ track: programme.track, address: "vy" }), programme, offered.flat()));
      }),
      ...wizard.taps,
      ...roadmap.taps,
      ...settings.taps,
      ...contacts.taps,
    },
    talks: { ...wizard.talks, ...roadmap.talks, ...settings.talks, ...contacts.talks },
  };
}
