/** Taps about one's own data, and the curator's list. Nothing here names anybody: it is the speaker's own. */
import { press, type Screen, type T } from "#core/screen.ts";
import type { People } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { Privacy } from "./privacy.service.ts";
import { eraseScreen } from "./privacy.view.ts";
import type { TodosService } from "./todos.service.ts";
import { termScreen, todosScreen } from "./todos.view.ts";
import { refusedScreen } from "./view.ts";

export type PrivacyChatParts = {
  privacy: Privacy;
  todos: TodosService;
  people: Pick<People, "voiceOf">;
  order(personId: string): Promise<void>;
  goOn(turn: Turn, lead?: string): Promise<void>;
};

async function put(turn: Turn, screen: Screen): Promise<void> {
  turn.stopListening();
  await turn.show(screen);
}

const refuse = (turn: Turn): Promise<void> => put(turn, refusedScreen(turn.t));
const me = (turn: Turn): string => turn.speaker.personId ?? "";

export function privacyChat({ privacy, todos, people, order, goOn }: PrivacyChatParts): Required<Pick<Chat, "taps">> {
  const own = (handle: (turn: Turn, personId: string, t: T) => Promise<void>) =>
    tap([], async (turn) => {
      const { personId } = turn.speaker;
      if (!personId) return await goOn(turn);
      await handle(turn, personId, turn.words(await people.voiceOf(personId, turn.now)));
    });

  async function showTodos(turn: Turn, id: string): Promise<void> {
    const list = await todos.list(me(turn), id);
    if (!list) return await refuse(turn);
    await put(turn, todosScreen(turn.words({ track: list.programme.track, address: "vy" }), list));
  }

  async function showTerm(turn: Turn, id: string): Promise<void> {
    const term = await todos.term(me(turn), id);
    await (term ? put(turn, termScreen(turn.t, term)) : refuse(turn));
  }

  return {
    taps: {
      "leaving.export": own(async (turn, personId, t) => {
        await order(personId);
        turn.toast(t.plain("leaving-export-toast"));
      }),
      "leaving.erase": own(async (turn, personId, t) => put(turn, eraseScreen(t, await privacy.erasing(personId)))),
      "leaving.erase-do": own(async (turn, personId, t) => {
        const asked = await privacy.request(personId);
        if (asked.kind !== "ready") return await put(turn, eraseScreen(t, asked));
        const now = await privacy.erasing(personId);
        if (now.kind === "planned") return await put(turn, eraseScreen(t, now));
        await put(turn, {
          text: t("leaving-erase-parts"),
          rows: [[{ label: t.plain("common-home"), press: press("home.open") }]],
        });
      }),
      "leaving.keep": own(async (turn, personId, t) => {
        const kept = await privacy.keep(personId);
        await goOn(turn, t(kept ? "leaving-kept" : "leaving-kept-not"));
      }),
      "leaving.todos": tap(["programme"], showTodos),
      "leaving.done": tap(["programme", "key"], async (turn, id, todo) => {
        if (!(await todos.done(me(turn), id, todo))) return await refuse(turn);
        turn.toast(turn.t.plain("leaving-done-toast"));
        await showTodos(turn, id);
      }),
      "leaving.term": tap(["programme"], showTerm),
      "leaving.set-term": tap(["programme", "number"], async (turn, id, days) => {
        if (!(await todos.setTerm(me(turn), id, days))) return await refuse(turn);
        turn.toast(turn.t.plain("leaving-term-toast"));
        await showTerm(turn, id);
      }),
    },
  };
}
