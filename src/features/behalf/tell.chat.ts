/** Taps on the list of those who have to be told in person. */
import { refusedScreen } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { BehalfTelling } from "./tell.service.ts";
import { tellScreen } from "./tell.view.ts";

const person = (turn: Turn): string => turn.speaker.personId ?? "";

export function createTellChat(telling: BehalfTelling): Required<Pick<Chat, "taps">> {
  async function show(turn: Turn, programmeId: string, page: number): Promise<void> {
    const found = await telling.list(person(turn), programmeId);
    turn.stopListening();
    if (!found) return void (await turn.show(refusedScreen(turn.t)));
    const t = turn.words({ track: found.programme.track, address: "vy" });
    await turn.show(tellScreen(t, found.programme, found.people, page));
  }
  return {
    taps: {
      "behalf.tell": tap(["programme", "number"], show),
      "behalf.told": tap(["membership", "number"], async (turn, membership, page) => {
        const programmeId = await telling.told(person(turn), membership);
        if (!programmeId) {
          turn.stopListening();
          return void (await turn.show(refusedScreen(turn.t)));
        }
        turn.toast(turn.t.plain("behalf-tell-toast"));
        await show(turn, programmeId, page);
      }),
    },
  };
}
