/**
 * The words of which the scenes are told: what an owner, a curator, a mentee, a parent and a mentor do from the first link
 * to the sent questionnaire. Each act goes through the chat, tap by tap, as a person would do it.
 */
import type { Actor } from "#test/support/actor.ts";
import type { World } from "#test/support/world.ts";

/** How a scene hears of somebody new: the scribe wants to listen from their first word. */
export type Meet = (name: string) => Actor;

/** A person needs a moment to read and to find the button; who is quicker than that is held back by the bot. */
const MOMENT = 2_000;
const LATER = 2 * 60_000;

/** The same person, who takes the time that people take. */
export function unhurried(w: World, actor: Actor): Actor {
  const moment = () => w.later(MOMENT);
  return {
    ...actor,
    says: (text) => moment().then(() => actor.says(text)),
    opens: (link) => moment().then(() => actor.opens(link)),
    taps: (label) => moment().then(() => actor.taps(label)),
    sends: (file) => moment().then(() => actor.sends(file)),
  };
}

/** Somebody who has not opened the bot yet. */
export const meets =
  (w: World): Meet =>
  (name) =>
    unhurried(w, w.person(name));
/** No shipped questionnaire has so many questions. */
const LONGEST = 40;

/** The owner comes by the one-time link and says who they are. */
export async function owner(w: World, meet: Meet): Promise<Actor> {
  const olga = meet("Ольга");
  await olga.opens((await w.app.ownerLink()).url);
  await olga.says("Ветрова Ольга Владимировна");
  return olga;
}

export const SCHOOL = "МБОУ «Школа № 5» им. А. Н. Островского";

/** The owner names the school and gets a link for its curator. */
export async function namesSchool(who: Actor, name = SCHOOL, city = "Тверь"): Promise<string> {
  await who.taps(/^(Назвать школу|Добавить школу)$/);
  await who.says(name);
  await who.says(city);
  await who.taps("Москва, Санкт-Петербург (МСК)");
  await who.taps("Русский");
  await who.taps("Создать");
  await who.taps("Пригласить куратора");
  return who.link();
}

/** The curator comes by the link and says the name. */
export async function comesAsCurator(curator: Actor, link: string, name = "Лугова Вера Павловна"): Promise<void> {
  await curator.opens(link);
  await curator.says(name);
}

export type ProgrammeWish = {
  title?: string;
  track?: "Для учеников и студентов" | "Для педагогов";
  forms?: string[];
  naming?: "Полностью" | "Имя и буква" | "Код";
  address?: "На «ты»" | "На «вы»";
  intake?: "Короткая" | "Обычная";
};

/** The curator sets the programme up without a roadmap. */
export async function makesProgramme(curator: Actor, wish: ProgrammeWish = {}): Promise<void> {
  const { title = "Точка опоры", track = "Для учеников и студентов", forms = ["студент – ученик"] } = wish;
  const { naming = "Полностью", address = "На «ты»", intake = "Короткая" } = wish;
  await curator.taps("Начать без неё");
  await curator.says(title);
  await curator.taps(track);
  if (track === "Для учеников и студентов") for (const form of forms) await curator.taps(form);
  await curator.taps("Готово");
  await curator.taps("Учебный год");
  await curator.taps("31 мая 2027");
  await curator.taps(naming);
  if (track === "Для учеников и студентов") await curator.taps(address);
  await curator.taps(intake);
  await curator.taps("Создать");
}

export type Side = "mentee" | "mentor";
const INVITED: Record<Side, string> = { mentee: "Тех, кому нужен наставник", mentor: "Наставников" };

/** The curator makes a personal link; with several forms in the programme it is for any. */
export async function invites(curator: Actor, side: Side, form = "Любая форма"): Promise<string> {
  await curator.says("/start");
  await curator.taps("Пригласить людей");
  await curator.taps(INVITED[side]);
  if (curator.buttons().includes(form)) await curator.taps(form);
  await curator.taps("Один: личная ссылка");
  return curator.link();
}

/** Somebody comes by the link and says the year of birth. */
export async function comes(who: Actor, link: string, birthYear: number): Promise<void> {
  await who.opens(link);
  await who.says(String(birthYear));
  await who.taps("Да, верно");
}

export async function agrees(who: Actor): Promise<void> {
  await who.taps(/Прочитать согласие/);
  await who.taps(/^Согласен$/);
}

/** So long after the answer the curator is asked who gave it. */
const ASKED_AFTER = 180_000;

/** The curator is asked who answered by the child's link, and knows the person. */
export async function isKnownTo(w: World, curator: Actor): Promise<void> {
  await w.later(ASKED_AFTER);
  curator.sees("Кто ответил за ребёнка?");
  await curator.taps("Это мама, папа или опекун");
  await w.later(LATER);
}

type Parent = { actor: Actor; name: string };

/**
 * The child asks for the message to the parent; whoever is forwarded it opens the link, agrees and says the name; the curator
 * knows that it is the parent.
 */
export async function parentAgrees(w: World, child: Actor, { actor, name }: Parent, curator: Actor): Promise<void> {
  await child.taps("Ссылка для родителя");
  await actor.opens(child.link());
  await agrees(actor);
  await actor.says(name);
  await isKnownTo(w, curator);
}

const BEGIN = /^(Начать|Start)$/;
const DONE = /^(Готово|Done) →$/;
const SEND = /^(Отправить|Send)$/;

/** Answers question after question: what is given here, else the first choice, a word, a number; stops before sending. */
export async function answersAll(who: Actor, given: Record<string, string | string[]> = {}): Promise<void> {
  const shows = (label: RegExp) => who.buttons().some((one) => label.test(one));
  await who.taps(BEGIN);
  for (let asked = 0; !shows(SEND); asked++) {
    if (asked > LONGEST) throw new Error(`the questionnaire does not end:\n${who.last().text}`);
    const words = Object.entries(given).find(([question]) => who.last().text.includes(question))?.[1];
    const [first = ""] = who.buttons();
    if (shows(DONE)) {
      for (const choice of words === undefined ? [first] : [words].flat()) await who.taps(choice);
      await who.taps(DONE);
    } else await answersOne(who, words, first);
  }
}

async function answersOne(who: Actor, given: string | string[] | undefined, first: string): Promise<void> {
  const { text } = who.last();
  if (/Напиши(те)? ответ|Type your answer/.test(text)) await who.says(String(given ?? "Спокойно, step by step"));
  else if (/Напиши(те)? число|Type a number/.test(text)) await who.says(String(given ?? 2));
  else await who.taps(String(given ?? first));
}
