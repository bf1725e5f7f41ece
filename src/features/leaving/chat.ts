/** Taps about leaving, resting and coming back, and the day of a pause that is typed. */
import type { MembershipId } from "#core/ids.ts";
import type { Screen, T } from "#core/screen.ts";
import { dateIn } from "#core/when.ts";
import { voiceIn } from "#features/people/index.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { type Left, type Part, type Way, wayOf } from "./model.ts";
import { readDay } from "./rules.ts";
import type { LeavingService } from "./service.ts";
import {
  askScreen,
  doneScreen,
  mineScreen,
  NO_DAY,
  partScreen,
  pauseScreen,
  refusedScreen,
  stateWords,
} from "./view.ts";

export type LeavingChatParts = {
  leaving: LeavingService;
  database: { db: Parameters<LeavingService["parts"]>[0] };
  /** Shows where the person is and the next step. */
  goOn(turn: Turn, lead?: string): Promise<void>;
};

const DAY_TALK = "leaving.day";

/** The words of the programme; only the participant may be addressed informally. */
function wordsFor(turn: Turn, { programme, membership, looker, birthYear }: Part): T {
  if (looker !== "self") return turn.words({ track: programme.track, address: "vy" });
  return turn.words(voiceIn(programme, { role: membership.role, birthYear }, turn.now.getUTCFullYear()));
}

async function put(turn: Turn, screen: Screen): Promise<void> {
  turn.stopListening();
  await turn.show(screen);
}

const refuse = (turn: Turn): Promise<void> => put(turn, refusedScreen(turn.t));
const me = (turn: Turn): string => turn.speaker.personId ?? "";
const dayOf = (until: string): string | null => (until === NO_DAY ? null : until);

export function leavingChat({
  leaving,
  database: { db },
  goOn,
}: LeavingChatParts): Required<Pick<Chat, "taps" | "talks">> {
  const withPart = async (turn: Turn, id: MembershipId, then: (part: Part, t: T) => Promise<void>): Promise<void> => {
    const part = await leaving.part(me(turn), id);
    await (part ? then(part, wordsFor(turn, part)) : refuse(turn));
  };

  async function askDay(turn: Turn, part: Part, t: T, odd = false): Promise<void> {
    const today = dateIn(turn.now, part.programme.school.timeZone);
    await turn.show(pauseScreen(t, part, today, odd));
    await turn.listen(DAY_TALK, { membership: part.membership.membershipId });
  }

  async function ask(turn: Turn, id: MembershipId, way: Way, until: string | null): Promise<void> {
    await withPart(turn, id, async (part, t) => {
      const preview = await leaving.preview(me(turn), id, { way, until }, t);
      if (preview) return await put(turn, askScreen(t, preview));
      await askDay(turn, part, t, true);
    });
  }

  async function left(turn: Turn, way: Way, outcome: Left): Promise<void> {
    if (outcome.kind === "refused") return await refuse(turn);
    const t = wordsFor(turn, outcome.part);
    if (outcome.kind === "left") return await put(turn, doneScreen(t, outcome.part, way, outcome.told));
    await put(turn, partScreen(t, outcome.part));
  }

  async function comeBack(turn: Turn, id: MembershipId): Promise<void> {
    const outcome = await leaving.comeBack(me(turn), id);
    if (outcome.kind === "refused") return await refuse(turn);
    const { part } = outcome;
    const t = wordsFor(turn, part);
    const lead =
      outcome.kind === "left" ? t(`leaving-returned-${part.looker}`, { name: part.name }) : stateWords(t, part);
    if (part.looker === "self") return await goOn(turn, lead);
    await put(turn, partScreen(t, part, outcome.kind === "left" ? lead : ""));
  }

  const dayTalk: Talk = async (turn, { membership }, heard) => {
    const id = String(membership);
    await withPart(turn, id, async (part, t) => {
      const today = dateIn(turn.now, part.programme.school.timeZone);
      const until = heard.kind === "text" ? readDay(heard.text, today) : null;
      await (until ? ask(turn, id, "paused", until) : askDay(turn, part, t, true));
    });
  };

  return {
    talks: { [DAY_TALK]: dayTalk },
    taps: {
      "leaving.mine": tap([], async (turn) => {
        const parts = turn.speaker.personId ? await leaving.parts(db, turn.speaker.personId) : [];
        const [only, ...more] = parts;
        if (only && more.length === 0) return await put(turn, partScreen(wordsFor(turn, only), only));
        await put(turn, mineScreen(turn.t, parts));
      }),
      "leaving.of": tap(["membership"], (turn, id) => withPart(turn, id, (part, t) => put(turn, partScreen(t, part)))),
      "leaving.pause": tap(["membership"], (turn, id) => withPart(turn, id, (part, t) => askDay(turn, part, t))),
      "leaving.ask": tap(["membership", "key", "key"], async (turn, id, key, until) => {
        const way = wayOf(key);
        await (way ? ask(turn, id, way, dayOf(until)) : refuse(turn));
      }),
      "leaving.do": tap(["membership", "key", "key"], async (turn, id, key, until) => {
        const way = wayOf(key);
        if (!way) return await refuse(turn);
        await left(turn, way, await leaving.leave(me(turn), id, { way, until: dayOf(until) }));
      }),
      "leaving.back": tap(["membership"], comeBack),
    },
  };
}
