/**
 * Fills the bot with an invented programme: a school, its curator, mentees with their parents, mentors, in every state that a
 * bank can show. Nothing is written past the bot: each invented person says and taps as a real one would, so that afterwards
 * everybody's chat can be opened and used.
 */
import type { Clock } from "#core/clock.ts";
import type { Locale, T } from "#core/screen.ts";
import { INVENTED, type Invented, telegramName } from "./invented-people.ts";
import { type Person, type Played, participantWay } from "./invented-ways.ts";
import { createRobot, type Key, type Robot } from "./robot.ts";
import type { Emulator } from "./telegram/model.ts";

export type InventedOutside = {
  emulator: Emulator;
  clock: Clock;
  /** The page's words, in the language that the invented people speak. */
  t: T;
  locale: Locale;
  /** A one-time link that makes whoever opens it the owner. */
  ownerLink(): Promise<string>;
};

export type Filled = { people: Person[] };

const ending =
  (end: string) =>
  (keys: Key[]): Key | undefined =>
    keys.find(({ data }) => data.endsWith(`:${end}`));

/** Plays it all and says who takes part, the curator first, then those whose chats are worth a look. Rejects when the bot does not answer. */
export async function fillInvented(outside: InventedOutside): Promise<Filled> {
  const { emulator, clock, t, locale } = outside;
  const word = (key: string) => t.plain(`playground-invented-${key}`);

  function comes(name: string): Robot {
    const { id } = emulator.addUser({ ...telegramName(name), languageCode: locale });
    return createRobot(emulator, clock, id);
  }

  /** The owner names the school; gives the curator's link. */
  async function foundsSchool(name: string): Promise<{ owner: Robot; payload: string }> {
    const owner = comes(name);
    await owner.starts(new URL(await outside.ownerLink()).searchParams.get("start") ?? "");
    await owner.says(name);
    await owner.taps("programmes.school-new");
    await owner.says(word("school"));
    await owner.says(word("city"));
    await owner.taps("programmes.pick", ending("moscow"));
    await owner.taps("programmes.pick", ending(locale));
    await owner.taps("programmes.create");
    await owner.taps("programmes.curator");
    return { owner, payload: owner.payload() };
  }

  async function makesProgramme(curator: Robot): Promise<void> {
    await curator.taps("programmes.new");
    await curator.says(word("title"));
    for (const choice of ["pupils", "student-pupil", "pupil-pupil", "done", "academic"])
      await curator.taps("programmes.pick", ending(choice));
    await curator.taps("programmes.pick");
    for (const choice of ["full", "ty", "short"]) await curator.taps("programmes.pick", ending(choice));
    await curator.taps("programmes.create");
  }

  /** The curator makes a link for many. */
  async function invites(curator: Robot, role: Invented["role"]): Promise<string> {
    await curator.taps("invitations.open");
    await curator.taps("invitations.role", ending(role));
    await curator.taps("invitations.form");
    await curator.taps("invitations.make", ending("30"));
    return curator.payload();
  }

  /** Turns the bank's pages until this person's card can be opened. */
  async function opensCard(curator: Robot, { invented, name }: Played): Promise<void> {
    const theirs = (keys: Key[]) => keys.find(({ text }) => text.includes(name.split(" ")[0] ?? name));
    await curator.starts();
    await curator.taps("bank.open", ending(invented.role));
    for (let page = 1; !theirs(curator.sees("bank.card")); page++)
      await curator.taps("bank.look", ending(`all:-1:${page}`));
    await curator.taps("bank.card", theirs);
  }

  /** Says of each who has answered by a child's link that this is a parent. */
  async function knowsAll(curator: Robot): Promise<void> {
    const looks = async () => {
      await curator.starts();
      await curator.taps("programmes.more");
      await curator.taps("consents.ledger");
      // A tap is answered before its screen is there; the ledger's own way back tells that it is.
      await curator.awaits("programmes.more");
      return curator.sees("consents.person").length > 0;
    };
    while (await looks()) {
      await curator.taps("consents.person");
      await curator.taps("consents.check", ending("1"));
    }
  }

  async function checks(curator: Robot, people: Played[]): Promise<void> {
    for (const one of people.filter(({ invented }) => invented.stage === "checked")) {
      await opensCard(curator, one);
      await curator.taps("bank.check", ending("1"));
    }
  }

  const names = { owner: word("owner"), curator: word("curator") };
  const { owner, payload } = await foundsSchool(names.owner);
  const curator = comes(names.curator);
  await curator.starts(payload);
  await curator.says(names.curator);
  await makesProgramme(curator);
  /** One look after the other, for there is one phone in the curator's hand; who answers meanwhile is seen to in the next. */
  let atHand: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const knowsParents = (): Promise<void> => {
    next ??= atHand = atHand.then(() => {
      next = null;
      return knowsAll(curator);
    });
    return next;
  };
  const goes = participantWay({ clock, word, comes, knowsParents });
  const links = { mentee: await invites(curator, "mentee"), mentor: await invites(curator, "mentor") };
  const played = await Promise.all(INVENTED.map((invented) => goes(invented, links[invented.role])));
  await checks(curator, played);
  await curator.starts();
  return {
    people: [
      { userId: curator.userId, role: "curator", name: names.curator },
      ...played.flatMap(({ invented, robot, name, parent }) => [
        { userId: robot.userId, role: invented.role, name },
        ...(parent ? [parent] : []),
      ]),
      { userId: owner.userId, role: "owner", name: names.owner },
    ],
  };
}
