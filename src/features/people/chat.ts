/** Taps and typed words about oneself: name, year of birth. */
import type { PersonId } from "#core/ids.ts";
import type { Chat, Talk } from "#platform/telegram/chat.ts";
import { tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { People } from "./service.ts";
import { nameSaved, nameStep, oddName, oddYear, yearCheck, yearScreen, yearTalk } from "./view.ts";
import { firstPage, readYear } from "./years.rules.ts";

/** Shows where the person is and the next step; `lead` stands above it. */
export type GoOn = (turn: Turn, lead?: string) => Promise<void>;

type Outside = { people: People; goOn: GoOn };

const thisYear = (turn: Turn): number => turn.now.getUTCFullYear();

/** On a shared phone a button may be another person's: it then does nothing but show the present step. */
const isMine = (turn: Turn, personId: PersonId): boolean => turn.speaker.personId === personId;

/** Asks the person who speaks for the name, whatever it is now: «Изменить имя», or after a guardian's decision. */
export async function askName(turn: Turn, personId: PersonId): Promise<void> {
  const { screen, listen } = nameStep(turn.t, personId, null, 0);
  await turn.show(screen);
  await turn.listen(listen.talk, listen.args);
}

async function askYear(turn: Turn, personId: PersonId, screen: Parameters<Turn["show"]>[0]): Promise<void> {
  await turn.show(screen);
  const { talk, args } = yearTalk(personId);
  await turn.listen(talk, args);
}

function talks({ people, goOn }: Outside): Record<string, Talk> {
  return {
    "people.name": async (turn, { person }, heard) => {
      const personId = String(person);
      if (!isMine(turn, personId)) return await goOn(turn);
      const saved =
        heard.kind === "text" ? await people.setName(personId, heard.text) : ({ kind: "odd", why: "empty" } as const);
      if (saved.kind === "saved") {
        turn.stopListening();
        return await goOn(turn, nameSaved(turn.t, saved.name));
      }
      await turn.show(oddName(turn.t, saved.why));
      await turn.listen("people.name", { person: personId });
    },
    "people.birth-year": async (turn, { person }, heard) => {
      const personId = String(person);
      if (!isMine(turn, personId)) return await goOn(turn);
      const year = heard.kind === "text" ? readYear(heard.text, thisYear(turn)) : null;
      const screen = year
        ? yearCheck(turn.t, personId, year, firstPage(true))
        : oddYear(turn.t, personId, firstPage(true), thisYear(turn));
      await askYear(turn, personId, screen);
    },
  };
}

export function createPeopleChat(outside: Outside): Chat {
  const { people, goOn } = outside;

  /** Runs only for the person whose button it is. */
  const own = (handle: (turn: Turn, personId: PersonId, value: number) => Promise<void>) =>
    tap(["person", "number"], async (turn, personId, value) => {
      if (isMine(turn, personId)) await handle(turn, personId, value);
      else await goOn(turn);
    });

  return {
    taps: {
      "people.name": tap(["person"], async (turn, personId) => {
        if (isMine(turn, personId)) await askName(turn, personId);
        else await goOn(turn);
      }),
      "people.years": own(async (turn, personId, page) => {
        await askYear(turn, personId, yearScreen(turn.t, personId, page, thisYear(turn)));
      }),
      "people.year": own(async (turn, personId, year) => {
        await askYear(turn, personId, yearCheck(turn.t, personId, year, firstPage(true)));
      }),
      "people.year-ok": own(async (turn, personId, year) => {
        const saved = await people.setBirthYear(personId, year);
        if (saved.kind === "kept") turn.toast(turn.t.plain("people-year-kept", { year: saved.birthYear }));
        turn.stopListening();
        await goOn(turn);
      }),
    },
    talks: talks(outside),
  };
}
