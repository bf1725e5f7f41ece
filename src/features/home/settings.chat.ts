/** `/settings`, `/language`, `/privacy`, `/help`, and who writes from a shared phone. */
import { LOCALES, type Locale, type T } from "#core/screen.ts";
import { hasName, type People } from "#features/people/index.ts";
import { type Chat, type Tap, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { About } from "./about.service.ts";
import { COMMANDS, menuFor } from "./menus.view.ts";
import type { OnPhone } from "./model.ts";
import type { WhereaboutsService } from "./service.ts";
import { help, languages, privacy, privacyOfStranger, settings } from "./settings.view.ts";
import { whoWrites } from "./view.ts";
import type { Way } from "./way.chat.ts";

type Outside = {
  people: Pick<People, "setLocale" | "switchPerson">;
  whereabouts: WhereaboutsService;
  about: About;
  way: Way;
  words: Record<Locale, T>;
};

/** These screens stand beside what was begun: the question that was asked goes on waiting. */
export function createSettingsChat({ people, whereabouts, about, way, words }: Outside): Chat {
  async function showSettings(turn: Turn): Promise<void> {
    const found = await way.find(turn);
    if (found.kind === "stranger") return void (await turn.show(settings(found.t, null)));
    const { person, shared, t } = found;
    const [name, naming] = [await whereabouts.callName(person), await whereabouts.namingFor(person.id)];
    await turn.show(settings(t, { personId: person.id, name, named: hasName(person), naming, shared }));
  }

  async function showPrivacy(turn: Turn): Promise<void> {
    const found = await way.find(turn);
    if (found.kind === "stranger") return void (await turn.show(privacyOfStranger(found.t)));
    const lines = await about.keptOf(found.person.id, found.t);
    await turn.show(privacy(found.t, lines, await about.buttonsFor(found.person.id, found.t)));
  }

  async function showHelp(turn: Turn): Promise<void> {
    const found = await way.find(turn);
    const places = found.kind === "here" ? found.places : [];
    const own = menuFor(
      found.t,
      places.map(({ standing }) => standing.role),
    );
    await turn.show(help(found.t, places, own ? own.map(({ command }) => command) : [...COMMANDS]));
  }

  const showLanguages = async (turn: Turn): Promise<void> => {
    await turn.show(languages((await way.find(turn)).t, words));
  };

  async function chooseLanguage(turn: Turn, wanted: string): Promise<void> {
    const locale = LOCALES.find((known) => known === wanted);
    if (!locale) return await showLanguages(turn);
    await people.setLocale(turn.speaker.accountId, locale);
    turn.toast(words[locale].plain("home-language-chosen"));
    await turn.show(languages(words[locale], words));
  }

  async function showPeople(turn: Turn): Promise<void> {
    const list: OnPhone[] = [];
    for (const { person, current } of await whereabouts.peopleOn(turn.speaker.accountId))
      list.push({ personId: person.id, name: await whereabouts.callName(person), current });
    await way.present(turn, whoWrites(turn.t, list));
  }

  const taps: Record<string, Tap> = {
    "home.settings": tap([], showSettings),
    "home.privacy": tap([], showPrivacy),
    "home.languages": tap([], showLanguages),
    "home.language": tap(["key"], chooseLanguage),
    "home.people": tap([], showPeople),
    "home.who": tap(["person"], async (turn, personId) => {
      await people.switchPerson(turn.speaker.accountId, personId);
      await way.open(turn);
    }),
  };
  return {
    taps,
    commands: {
      settings: { menu: "all", run: showSettings },
      language: { menu: "all", run: showLanguages },
      privacy: { menu: "all", run: showPrivacy },
      help: { menu: "all", run: showHelp },
    },
  };
}
