/** Taps of a curator who invites, and `/invite`. */
import { isId, newId, type PersonId } from "#core/ids.ts";
import { refusedScreen } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { ANY_FORM, CAPS, type Invited, invitedSchema, type Made, type ShownLink } from "./model.ts";
import { asksForm } from "./rules.ts";
import { createInvitations, type Invitations } from "./service.ts";
import {
  chooseCap,
  chooseForm,
  chooseProgramme,
  chooseRole,
  confirmRevoke,
  linkScreen,
  listScreen,
  poster,
  qrScreen,
} from "./view.ts";

type Parts = Parameters<typeof createInvitations>[0] & {
  /** The deep link of a token: `https://t.me/<bot>?start=<token>`. */
  linkOf(token: string): string;
  /** A QR code as PNG. */
  qrPicture(text: string): Promise<Uint8Array>;
};

const readRole = (text: string): Invited | null => invitedSchema.safeParse(text).data ?? null;

async function refuse(turn: Turn): Promise<void> {
  turn.stopListening();
  await turn.show(refusedScreen(turn.t));
}

/** Runs for somebody who has come in; whether they may is the service's to say. */
async function withPerson(turn: Turn, act: (personId: PersonId) => Promise<void>): Promise<void> {
  turn.stopListening();
  const { personId } = turn.speaker;
  await (personId ? act(personId) : refuse(turn));
}

/** Whom to invite, in which form: up to the question how many. */
function createWishing(invitations: Invitations) {
  const whom = (turn: Turn, programmeId: string): Promise<void> =>
    withPerson(turn, async (personId) => {
      const programme = await invitations.programme(personId, programmeId);
      if (programme) await turn.show(chooseRole(turn.t, programme));
      else await refuse(turn);
    });

  /** `at` is null while the form is not chosen yet. */
  const chosen = (turn: Turn, programmeId: string, wanted: string, at: number | null): Promise<void> =>
    withPerson(turn, async (personId) => {
      const role = readRole(wanted);
      const programme = role && (await invitations.programme(personId, programmeId));
      if (!role || !programme) return await refuse(turn);
      if (at === null && asksForm(programme, role)) await turn.show(chooseForm(turn.t, programme, role));
      else await turn.show(chooseCap(turn.t, { programme, role, formAt: at ?? ANY_FORM }, newId()));
    });

  const anywhere = (turn: Turn): Promise<void> =>
    withPerson(turn, async (personId) => {
      const programmes = await invitations.programmesFor(personId);
      const [only, ...more] = programmes;
      if (!only) return await refuse(turn);
      await turn.show(more.length > 0 ? chooseProgramme(turn.t, programmes) : chooseRole(turn.t, only));
    });

  return { whom, chosen, anywhere };
}

/** The link itself, its poster, the list, the way to take it back. */
function createLinks(invitations: Invitations, { linkOf, qrPicture }: Pick<Parts, "linkOf" | "qrPicture">) {
  const show = async (turn: Turn, made: Made, act: (turn: Turn, link: ShownLink) => Promise<void>): Promise<void> => {
    await (made.kind === "link" ? act(turn, made.link) : refuse(turn));
  };
  const present = async (turn: Turn, link: ShownLink): Promise<void> => {
    await turn.show(linkScreen(turn.t, link, linkOf(link.token), turn.now));
  };
  /** A tap on one link. */
  const onLink = (act: (turn: Turn, link: ShownLink) => Promise<void>, find: Invitations["open"] = invitations.open) =>
    tap(["invitation"], (turn, id) =>
      withPerson(turn, async (personId) => await show(turn, await find(personId, id), act)),
    );

  return {
    "invitations.make": tap(
      ["programme", "key", "key", "number", "number"],
      (turn, programmeId, id, wanted, formAt, cap) =>
        withPerson(turn, async (personId) => {
          const role = readRole(wanted);
          if (!role || !isId(id) || !CAPS.some((known) => known === cap)) return await refuse(turn);
          await show(turn, await invitations.make(personId, { programmeId, id, role, formAt, cap }), present);
        }),
    ),
    "invitations.list": tap(["programme", "number"], (turn, programmeId, page) =>
      withPerson(turn, async (personId) => {
        const found = await invitations.list(personId, programmeId, page);
        if (found.kind === "list") await turn.show(listScreen(turn.t, found, turn.now));
        else await refuse(turn);
      }),
    ),
    "invitations.show": onLink(present),
    "invitations.poster": onLink(async (turn, link) => {
      const t = turn.words({ track: link.programme.track, address: "vy" });
      const url = linkOf(link.token);
      await turn.say(qrScreen(t, link, await qrPicture(url)));
      await turn.say(poster(t, link, url));
    }),
    "invitations.revoke": onLink(async (turn, link) => {
      await turn.show(confirmRevoke(turn.t, link));
    }),
    "invitations.revoke-yes": tap(["invitation"], (turn, id) =>
      withPerson(turn, async (personId) => {
        const made = await invitations.revoke(personId, id);
        if (made.kind !== "link") return await refuse(turn);
        turn.toast(turn.t.plain("invitations-revoked"));
        await turn.show(linkScreen(turn.t, made.link, linkOf(made.link.token), turn.now, made.offered));
      }),
    ),
  };
}

export function createInvitationsChat({ linkOf, qrPicture, ...parts }: Parts): Chat {
  const invitations = createInvitations(parts);
  const { whom, chosen, anywhere } = createWishing(invitations);
  return {
    taps: {
      "invitations.open": tap(["programme"], whom),
      "invitations.role": tap(["programme", "key"], (turn, id, role) => chosen(turn, id, role, null)),
      "invitations.form": tap(["programme", "key", "number"], chosen),
      ...createLinks(invitations, { linkOf, qrPicture }),
    },
    commands: { invite: { menu: "none", run: anywhere } },
  };
}
