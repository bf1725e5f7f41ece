/** The owner's word after a restore. */
import { refusedScreen } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import { resumingSchema } from "./model.ts";
import type { Operations } from "./service.ts";
import { resumedScreen } from "./view.ts";

export const operationsChat = ({ operations }: { operations: Pick<Operations, "resume"> }): Chat => ({
  taps: {
    "operations.go": tap(["key"], async (turn, which) => {
      const { personId } = turn.speaker;
      const resuming = resumingSchema.safeParse(which).data;
      turn.stopListening();
      const resumed = personId && resuming ? await operations.resume(personId, resuming) : null;
      if (!resumed || resumed.kind === "forbidden") await turn.show(refusedScreen(turn.t));
      else await turn.show(resumedScreen(turn.t, resumed));
    }),
  },
});
