/** Taps of handing over and of being away. */
import type { PersonId } from "#core/ids.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { awayScreen, deputyScreen, handScreen, whoScreen } from "./away.view.ts";
import { refuse, shown, withPerson } from "./room.chat.ts";
import { isDayAhead, readDay } from "./rules.ts";
import type { Staff } from "./service.ts";
import type { HandOver } from "./succession.service.ts";
import { teamScreen } from "./view.ts";

const AWAY_TALK = "staff.away";

export type AwayChatParts = { staff: Staff; linkOf(token: string): string };

export function createAwayChat({ staff, linkOf }: AwayChatParts): Required<Pick<Chat, "taps" | "talks">> {
  const { succession, absences, team } = staff;

  const showHand = (turn: Turn, found: HandOver | null) =>
    shown(turn, found, (one) => handScreen(turn.t, { ...one, url: one.token && linkOf(one.token) }));

  /** Asks until when; listens, for the day may be typed. */
  async function askDay(turn: Turn, personId: PersonId, programmeId: string, odd = false): Promise<void> {
    const away = await absences.see(personId, programmeId);
    if (!away) return await refuse(turn);
    await turn.show(awayScreen(turn.t, away, odd));
    if (!away.absence && away.candidates.length > 0) await turn.listen(AWAY_TALK, { programme: programmeId });
  }

  async function askWho(turn: Turn, personId: PersonId, programmeId: string, until: string | null): Promise<void> {
    const away = await absences.see(personId, programmeId);
    if (!away) return await refuse(turn);
    if (until === null || away.absence || !isDayAhead(until, away.today))
      return await askDay(turn, personId, programmeId, !away.absence);
    await turn.show(whoScreen(turn.t, away, until));
  }

  const dayTalk: Talk = (turn, args, heard) =>
    withPerson(turn, async (personId) => {
      const programmeId = String(args.programme);
      const away = await absences.see(personId, programmeId);
      const until = away && heard.kind === "text" ? readDay(heard.text, away.today) : null;
      await askWho(turn, personId, programmeId, until);
    });

  return {
    talks: { [AWAY_TALK]: dayTalk },
    taps: {
      "staff.hand": tap(["programme"], (turn, id) =>
        withPerson(turn, async (personId) => showHand(turn, await succession.see(personId, id))),
      ),
      "staff.hand-link": tap(["programme"], (turn, id) =>
        withPerson(turn, async (personId) => {
          const made = await succession.link(personId, id);
          await showHand(turn, "kind" in made ? null : made);
        }),
      ),
      "staff.hand-back": tap(["programme"], (turn, id) =>
        withPerson(turn, async (personId) => showHand(turn, await succession.takeBack(personId, id))),
      ),
      "staff.away": tap(["programme"], (turn, id) => withPerson(turn, (personId) => askDay(turn, personId, id))),
      "staff.away-day": tap(["programme", "key"], (turn, id, on) =>
        withPerson(turn, (personId) => askWho(turn, personId, id, on)),
      ),
      "staff.away-who": tap(["programme", "key", "person"], (turn, id, until, deputyId) =>
        withPerson(turn, async (personId) =>
          shown(turn, await absences.ask(personId, id, until, deputyId), (away) => awayScreen(turn.t, away)),
        ),
      ),
      "staff.away-over": tap(["absence"], (turn, id) =>
        withPerson(turn, async (personId) => {
          const programmeId = await absences.end(personId, id);
          if (!programmeId) return await refuse(turn);
          turn.toast(turn.t.plain("staff-away-ended"));
          const found = await team.see(personId, programmeId);
          if (found) await turn.show(teamScreen(turn.t, found));
          else await turn.show(deputyScreen(turn.t, "stale"));
        }),
      ),
      "staff.deputy": tap(["absence", "number"], (turn, id, yes) =>
        withPerson(turn, async (personId) => {
          const answered = await absences.answer(personId, id, yes === 1);
          if (answered.kind === "refused") return await refuse(turn);
          await turn.show(deputyScreen(turn.t, answered.kind, "line" in answered ? answered.line : undefined));
        }),
      ),
    },
  };
}
