/** Notes of interviews, support, and the consents that a helper may see. */
import type { PersonId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import {
  consentsScreen,
  enterScreen,
  lookScreen,
  noteAsk,
  notesScreen,
  offeredScreen,
  offerScreen,
  supportScreen,
} from "./care.view.ts";
import { LONGEST_NOTE, type SupportLine } from "./model.ts";
import { refuse, shown, withPerson, wordsIn } from "./room.chat.ts";
import { readDay, readText } from "./rules.ts";
import type { Staff } from "./service.ts";

const NOTE_TALK = "staff.note";
const OFFER_TALK = "staff.offer";

function notesRoom({ notes }: Staff): Required<Pick<Chat, "taps" | "talks">> {
  const show = (turn: Turn, found: Awaited<ReturnType<typeof notes.list>>) =>
    shown(turn, found, (one) => notesScreen(turn.t, one.of, one.notes));

  async function ask(turn: Turn, personId: PersonId, membershipId: string, odd = false): Promise<void> {
    const found = await notes.list(personId, membershipId);
    if (!found) return await refuse(turn);
    await turn.show(noteAsk(turn.t, found.of, odd));
    await turn.listen(NOTE_TALK, { membership: membershipId });
  }

  const noteTalk: Talk = (turn, args, heard) =>
    withPerson(turn, async (personId) => {
      const membershipId = String(args.membership);
      const text = heard.kind === "text" ? readText(heard.text, LONGEST_NOTE) : null;
      if (text === null) return await ask(turn, personId, membershipId, true);
      await show(turn, await notes.add(personId, membershipId, text));
    });

  return {
    talks: { [NOTE_TALK]: noteTalk },
    taps: {
      "staff.notes": tap(["membership"], (turn, id) =>
        withPerson(turn, async (personId) => show(turn, await notes.list(personId, id))),
      ),
      "staff.note": tap(["membership"], (turn, id) => withPerson(turn, (personId) => ask(turn, personId, id))),
      "staff.note-erase": tap(["note"], (turn, id) =>
        withPerson(turn, async (personId) => show(turn, await notes.erase(personId, id))),
      ),
    },
  };
}

function supportRoom({ support }: Staff): Required<Pick<Chat, "taps" | "talks">> {
  async function ask(turn: Turn, personId: PersonId, membershipId: string, odd = false): Promise<void> {
    const found = await support.ask(personId, membershipId);
    if (!found) return await refuse(turn);
    await turn.show(offerScreen(turn.t, found.of, found.on, odd));
    await turn.listen(OFFER_TALK, { membership: membershipId });
  }

  async function offer(turn: Turn, personId: PersonId, membershipId: string, on: string | null): Promise<void> {
    const line = on === null ? null : await support.offer(personId, membershipId, on);
    if (line) await turn.show(offeredScreen(turn.t, line));
    else await ask(turn, personId, membershipId, true);
  }

  const offerTalk: Talk = (turn, args, heard) =>
    withPerson(turn, async (personId) => {
      const membershipId = String(args.membership);
      const found = await support.ask(personId, membershipId);
      const on = found && heard.kind === "text" ? readDay(heard.text, found.of.today) : null;
      await offer(turn, personId, membershipId, on);
    });

  const look = (turn: Turn, found: SupportLine | null) =>
    shown(turn, found, (line) => lookScreen(turn.t, line, dateIn(turn.now, line.programme.school.timeZone)));

  const list = async (turn: Turn, personId: PersonId, programmeId: string) =>
    shown(turn, await support.list(personId, programmeId), ({ programme, lines }) =>
      supportScreen(wordsIn(turn, programme), programme, lines),
    );

  return {
    talks: { [OFFER_TALK]: offerTalk },
    taps: {
      "staff.offer": tap(["membership"], (turn, id) => withPerson(turn, (personId) => ask(turn, personId, id))),
      "staff.offer-day": tap(["membership", "key"], (turn, id, on) =>
        withPerson(turn, (personId) => offer(turn, personId, id, on)),
      ),
      "staff.support": tap(["programme"], (turn, id) => withPerson(turn, (personId) => list(turn, personId, id))),
      "staff.look": tap(["support"], (turn, id) =>
        withPerson(turn, async (personId) => look(turn, await support.see(personId, id))),
      ),
      "staff.look-on": tap(["support", "key"], (turn, id, on) =>
        withPerson(turn, async (personId) => {
          const line = await support.move(personId, id, on);
          if (line) turn.toast(turn.t.plain("staff-look-moved"));
          await look(turn, line);
        }),
      ),
      "staff.support-end": tap(["support"], (turn, id) =>
        withPerson(turn, async (personId) => {
          const programmeId = await support.end(personId, id);
          await (programmeId ? list(turn, personId, programmeId) : refuse(turn));
        }),
      ),
    },
  };
}

export function createCareChat(staff: Staff): Required<Pick<Chat, "taps" | "talks">> {
  const [notes, support] = [notesRoom(staff), supportRoom(staff)];
  return {
    talks: { ...notes.talks, ...support.talks },
    taps: {
      ...notes.taps,
      ...support.taps,
      "staff.enter": tap(["programme", "number"], (turn, id, page) =>
        withPerson(turn, async (personId) =>
          shown(turn, await staff.enterable(personId, id), ({ programme, people }) =>
            enterScreen(wordsIn(turn, programme), programme, people, page),
          ),
        ),
      ),
      "staff.consents": tap(["programme"], (turn, id) =>
        withPerson(turn, async (personId) =>
          shown(turn, await staff.classConsents(personId, id), ({ programme, lines }) =>
            consentsScreen(wordsIn(turn, programme), programme, lines),
          ),
        ),
      ),
    },
  };
}
