/** Taps by which a curator says who somebody is: a row of a list, nobody of them, or the same as another. */
import type { CardLinks, ProgrammeLinks } from "#core/contribution.ts";
import { press } from "#core/screen.ts";
import type { People } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { doublesTaps } from "./doubles.chat.ts";
import type { Lists } from "./service.ts";
import {
  apartScreen,
  comersScreen,
  mergeScreen,
  newLinkAsk,
  newLinkScreen,
  refusedScreen,
  rowsScreen,
} from "./view.ts";

export type PlacingChatParts = {
  lists: Pick<Lists, "shownComers" | "placing">;
  /** The deep link of a token: `https://t.me/<bot>?start=<token>`. */
  linkOf(token: string): string;
};

const person = (turn: Turn): string => turn.speaker.personId ?? "";

export function createPlacingChat(
  { lists, linkOf }: PlacingChatParts,
  open: (turn: Turn, programmeId: string) => Promise<void>,
): Required<Pick<Chat, "taps">> {
  const { placing } = lists;

  async function refuse(turn: Turn): Promise<void> {
    turn.stopListening();
    await turn.show(refusedScreen(turn.t));
  }

  async function comers(turn: Turn, programmeId: string): Promise<void> {
    const found = await lists.shownComers(person(turn), programmeId);
    if (!found) return await refuse(turn);
    turn.stopListening();
    if (found.comers.length === 0) return await open(turn, programmeId);
    await turn.show(comersScreen(turn.words({ track: found.programme.track }), found));
  }

  return {
    taps: {
      "lists.comers": tap(["programme"], comers),
      "lists.comer": tap(["membership", "number"], async (turn, membership, page) => {
        const found = await placing.rowsFor(person(turn), membership);
        if (!found) return await refuse(turn);
        turn.stopListening();
        await turn.show(rowsScreen(turn.words({ track: found.programme.track }), found, page));
      }),
      "lists.place": tap(["membership", "membership"], async (turn, from, into) => {
        const found = await placing.preview(person(turn), from, into);
        if (!found) return await refuse(turn);
        turn.stopListening();
        const back = press("lists.comer", from, 0);
        if (found === "apart") return void (await turn.show(apartScreen(turn.t, back)));
        const ways = { yes: press("lists.merge-yes", from, into), back };
        await turn.show(mergeScreen(turn.words({ track: found.programme.track }), found, ways));
      }),
      "lists.merge-yes": tap(["membership", "membership"], async (turn, from, into) => {
        const outcome = await placing.merge(person(turn), from, into);
        if (outcome.kind === "refused") return await refuse(turn);
        if (outcome.kind === "apart") return void (await turn.show(apartScreen(turn.t, press("lists.comer", from, 0))));
        turn.toast(turn.t.plain("lists-merged-toast"));
        await comers(turn, outcome.programmeId);
      }),
      ...doublesTaps({ placing }, refuse),
      "lists.not-listed": tap(["membership"], async (turn, membership) => {
        const programmeId = await placing.notListed(person(turn), membership);
        if (!programmeId) return await refuse(turn);
        turn.toast(turn.t.plain("lists-not-listed-toast"));
        await comers(turn, programmeId);
      }),
      "lists.link": tap(["membership"], async (turn, membership) => {
        if (!(await placing.mayLink(person(turn), membership))) return await refuse(turn);
        await turn.show(newLinkAsk(turn.t, membership));
      }),
      "lists.link-yes": tap(["membership"], async (turn, membership) => {
        const made = await placing.newLink(person(turn), membership);
        if (!made) return await refuse(turn);
        await turn.show(
          newLinkScreen(turn.words({ track: made.programme.track }), { ...made, link: linkOf(made.token) }),
        );
      }),
    },
  };
}

type Asking = { people: Pick<People, "may"> };

/** The way to the lists from the programme's screen. */
export const listsProgrammeLinks =
  ({ people }: Asking): ProgrammeLinks =>
  async (db, { readerId, programmeId }) =>
    (await people.may(db, readerId, "list.see", { kind: "programme", id: programmeId }))
      ? [{ rank: 10, labelKey: "lists-link", press: press("lists.open", programmeId) }]
      : [];

/** From a card: a new link, and «one person with …». */
export const listsCardLinks =
  ({ people }: Asking): CardLinks =>
  async (db, { readerId, membershipId }) => {
    const subject = { kind: "membership", id: membershipId } as const;
    const [mayLink, mayMerge] = await Promise.all([
      people.may(db, readerId, "person.link", subject),
      people.may(db, readerId, "person.merge", subject),
    ]);
    return [
      ...(mayLink ? [{ rank: 60, labelKey: "lists-card-link", press: press("lists.link", membershipId) }] : []),
      ...(mayMerge ? [{ rank: 61, labelKey: "lists-card-same", press: press("lists.same", membershipId, 0) }] : []),
    ];
  };
