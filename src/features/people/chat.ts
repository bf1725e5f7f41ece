/** Taps and typed words about oneself: name, year of birth. */
import type { PersonId } from "#core/ids.ts";
import type { Screen, T } from "#core/screen.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { People } from "./service.ts";
import { nameSaved, nameStep, oddName, oddYear, yearCheck, yearScreen, yearTalk } from "./view.ts";
import { firstPage, readYear } from "./years.rules.ts";

/** Shows where the person is and the next step; `lead` (HTML) stands above it. */
export type GoOn = (turn: Turn, lead?: string) => Promise<void>;

type Outside = { people: People; goOn: GoOn };

const thisYear = (turn: Turn): number => turn.now.getUTCFullYear();

/** On a shared phone a button may be another person's: it then does nothing but show the present step. */
const isMine = (turn: Turn, personId: PersonId): boolean => turn.speaker.personId === personId;

async function askName(turn: Turn, t: T, personId: PersonId): Promise<void> {
  const { screen, listen } = nameStep(t, personId, null, 0);
  await turn.show(screen);
  await turn.listen(listen.talk, listen.args);
}

async function askYear(turn: Turn, personId: PersonId, screen: Screen): Promise<void> {
  await turn.show(screen);
  const { talk, args } = yearTalk(personId);
  await turn.listen(talk, args);
}

type Own = (turn: Turn, t: T, personId: PersonId) => Promise<void>;

/** Runs only for the person whose button or question it is, in the words of the person's programme. */
async function ifMine({ people, goOn }: Outside, turn: Turn, personId: PersonId, handle: Own): Promise<void> {
  if (!isMine(turn, personId)) return await goOn(turn);
  await handle(turn, turn.words(await people.voiceOf(personId, turn.now)), personId);
}

/** Where everybody is known by a code no name is asked, not even by an old button. */
async function unnamed({ goOn }: Outside, turn: Turn, t: T): Promise<void> {
  turn.stopListening();
  await goOn(turn, t("people-name-odd-codes"));
}

function createTalks(outside: Outside): Record<string, Talk> {
  const { people, goOn } = outside;
  return {
    "people.name": (nameTurn, { person }, heard) =>
      ifMine(outside, nameTurn, String(person), async (turn, t, personId) => {
        const typed = heard.kind === "text" ? heard.text : "";
        const saved = await people.setName(personId, typed);
        if (saved.kind === "saved") {
          turn.stopListening();
          return await goOn(turn, nameSaved(t, saved.name));
        }
        if (saved.why === "codes") return await unnamed(outside, turn, t);
        await turn.show(oddName(t, saved.why));
        await turn.listen("people.name", { person: personId });
      }),
    "people.birth-year": (yearTurn, { person }, heard) =>
      ifMine(outside, yearTurn, String(person), async (turn, t, personId) => {
        const year = heard.kind === "text" ? readYear(heard.text, thisYear(turn)) : null;
        const screen = year
          ? yearCheck(t, personId, year, firstPage(true))
          : oddYear(t, personId, firstPage(true), thisYear(turn));
        await askYear(turn, personId, screen);
      }),
  };
}

/** `people.name:<person>` asks that person, when it is the one who speaks, for the name anew. */
export function createPeopleChat(outside: Outside): Chat {
  const { people, goOn } = outside;
  const own = (handle: (turn: Turn, t: T, personId: PersonId, value: number) => Promise<void>) =>
    tap(["person", "number"], (turn, personId, value) =>
      ifMine(outside, turn, personId, (same, t) => handle(same, t, personId, value)),
    );

  return {
    taps: {
      "people.name": tap(["person"], (turn, mine) =>
        ifMine(outside, turn, mine, async (same, t, personId) => {
          if (await people.mayBeNamed(personId)) await askName(same, t, personId);
          else await unnamed(outside, same, t);
        }),
      ),
      "people.years": own((turn, t, personId, page) =>
        askYear(turn, personId, yearScreen(t, personId, page, thisYear(turn))),
      ),
      "people.year": own((turn, t, personId, year) =>
        askYear(turn, personId, yearCheck(t, personId, year, firstPage(true))),
      ),
      "people.year-ok": own(async (turn, t, personId, year) => {
        const saved = await people.setBirthYear(personId, year);
        if (saved.kind === "kept") turn.toast(t.plain("people-year-kept", { year: saved.birthYear }));
        turn.stopListening();
        await goOn(turn);
      }),
    },
    talks: createTalks(outside),
  };
}
