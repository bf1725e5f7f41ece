/** «Отменить». */
import { refusedScreen } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Deeds } from "./service.ts";
import { undoneScreen } from "./view.ts";

export type DeedsParts = { deeds: Pick<Deeds, "undo"> };

export const deedsChat = ({ deeds }: DeedsParts): Chat => ({
  taps: {
    // Decides on what has been told by now, so an old button only says that it is too late.
    "deed.undo": tap(["deed"], async (turn, id) => {
      const { personId } = turn.speaker;
      const undone = personId ? await deeds.undo(personId, id) : ({ kind: "refused" } as const);
      turn.stopListening();
      await turn.show(undone.kind === "refused" ? refusedScreen(turn.t) : undoneScreen(turn.t, undone));
    }),
  },
});
