/** «История» on a card and on a programme. */
import type { CardLinks, ProgrammeLinks } from "#core/contribution.ts";
import { press } from "#core/screen.ts";
import { type People, refusedScreen } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { History } from "./history.model.ts";
import type { Histories } from "./history.service.ts";
import { historyScreen } from "./history.view.ts";

const RANK = 90;

type May = Pick<People, "may">;

/** The way to a person's history, for who may read it. */
export const historyOfCard =
  (people: May): CardLinks =>
  async (db, { readerId, membershipId }) =>
    (await people.may(db, readerId, "history.see", { kind: "membership", id: membershipId }))
      ? [{ rank: RANK, labelKey: "deeds-history-link", press: press("history.card", membershipId, 0) }]
      : [];

/** The way to a programme's history. */
export const historyOfProgramme =
  (people: May): ProgrammeLinks =>
  async (db, { readerId, programmeId }) =>
    (await people.may(db, readerId, "history.see", { kind: "programme", id: programmeId }))
      ? [{ rank: RANK, labelKey: "deeds-history-link", press: press("history.programme", programmeId, 0) }]
      : [];

export function historyChat(histories: Histories): Chat {
  async function present(turn: Turn, history: History | null): Promise<void> {
    turn.stopListening();
    await turn.show(history ? historyScreen(turn.t, history) : refusedScreen(turn.t));
  }
  return {
    taps: {
      "history.card": tap(["membership", "number"], async (turn, id, page) =>
        present(turn, await histories.ofCard(turn.speaker.personId ?? "", id, page)),
      ),
      "history.programme": tap(["programme", "number"], async (turn, id, page) =>
        present(turn, await histories.ofProgramme(turn.speaker.personId ?? "", id, page)),
      ),
    },
  };
}
