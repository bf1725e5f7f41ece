/** The ways into acting for others: from a person's card, from the programme's screen, from a search. */
import type { CardLinks, Link, ProgrammeLinks } from "#core/contribution.ts";
import type { MembershipId } from "#core/ids.ts";
import { press } from "#core/screen.ts";
import { type People, refusedScreen } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { BehalfEntering, Person } from "./entering.service.ts";
import { personScreen } from "./links.view.ts";

/** Below the notes and the history of a card. */
const RANK = { words: 20, paper: 21, consent: 22, print: 30, table: 31, tell: 40 } as const;

function linksOf({ membershipId, mayRun, mayConsent }: Person): Link[] {
  const run = (source: "words" | "paper"): Link => ({
    rank: RANK[source],
    labelKey: `behalf-link-${source}`,
    press: press("run.enter", membershipId, source),
  });
  const consent = { rank: RANK.consent, labelKey: "behalf-link-consent", press: press("behalf.consent", membershipId) };
  return [...(mayRun ? [run("words"), run("paper")] : []), ...(mayConsent ? [consent] : [])];
}

/** What the reader may enter for the person on a card. */
export const behalfCardLinks =
  (entering: BehalfEntering): CardLinks =>
  async (_db, { readerId, membershipId }) => {
    const found = await entering.personFor(readerId, membershipId);
    return found ? linksOf(found) : [];
  };

/** Papers to print and to take back, and whom to tell in person. */
export const behalfProgrammeLinks =
  (people: Pick<People, "may">): ProgrammeLinks =>
  async (db, { readerId, programmeId }) => {
    const at = { kind: "programme", id: programmeId } as const;
    const enters = await people.may(db, readerId, "run.enter", at);
    const sees = await people.may(db, readerId, "card.see", at);
    return [
      ...(enters
        ? [
            { rank: RANK.print, labelKey: "behalf-link-papers", press: press("behalf.papers", programmeId) },
            { rank: RANK.table, labelKey: "behalf-link-table", press: press("behalf.table", programmeId) },
          ]
        : []),
      ...(sees ? [{ rank: RANK.tell, labelKey: "behalf-link-tell", press: press("behalf.tell", programmeId, 0) }] : []),
    ];
  };

export type PersonChatParts = {
  entering: BehalfEntering;
  /** Shows a participant's card, when the speaker may see it. */
  openCard(turn: Turn, membershipId: MembershipId): Promise<void>;
};

/** A person whom somebody looked for: the card, or for a helper who enters only what can be entered. */
export function createPersonChat({ entering, openCard }: PersonChatParts): Required<Pick<Chat, "taps">> & {
  open(turn: Turn, membershipId: MembershipId): Promise<void>;
} {
  async function open(turn: Turn, membershipId: MembershipId): Promise<void> {
    const readerId = turn.speaker.personId ?? "";
    if (await entering.seesCard(readerId, membershipId)) return await openCard(turn, membershipId);
    const found = await entering.personFor(readerId, membershipId);
    turn.stopListening();
    if (!found) return void (await turn.show(refusedScreen(turn.t)));
    const t = turn.words({ track: found.programme.track, address: "vy" });
    await turn.show(personScreen(t, found, linksOf(found)));
  }
  return { open, taps: { "behalf.open": tap(["membership"], open) } };
}
