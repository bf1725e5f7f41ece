import { afterEach, describe, expect, it } from "vitest";
import { SECOND } from "#core/clock.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { expectAllWell } from "./oracles.ts";
import { ADULT, CHILD, type Place, place } from "./place.ts";
import { agrees, answersAll, isKnownTo, owner } from "./story.ts";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const file = (name: string) => ({ name, mime: "image/png", bytes: PIXEL });

/** Everything that somebody may send although nobody asked; each must be answered by the bot. */
const SENT: [what: string, send: (w: Place, who: Actor) => unknown][] = [
  ["a voice message", (w, { id }) => w.emulator.sendVoice(id)],
  ["a sticker", (w, { id }) => w.emulator.sendSticker(id)],
  ["a photo", (w, { id }) => w.emulator.sendPhoto(id, { bytes: PIXEL, caption: "вот" })],
  ["a file", (w, { id }) => w.emulator.sendFile(id, file("справка.png"))],
  ["an album", (w, { id }) => w.emulator.sendAlbum(id, [file("1.png"), file("2.png"), file("3.png")])],
  ["a place", (w, { id }) => w.emulator.sendLocation(id, 56.86, 35.9)],
  ["a contact", (w, { id }) => w.emulator.sendContact(id, { phone: "+79000000000", firstName: "Тётя" })],
  ["an unknown command", (w, { id }) => w.emulator.say(id, "/unknown")],
  ["a command with a tail", (w, { id }) => w.emulator.say(id, "/help пожалуйста")],
];

const fromBot = (w: Place, who: Actor) => w.emulator.chat(who.id).filter(({ byBot }) => byBot);

/** Sends all of it and expects one answer to each (an album is one thing), in words. */
async function sendsEverything(w: Place, who: Actor, stage: string): Promise<void> {
  for (const [what, send] of SENT) {
    await w.later(2 * SECOND);
    const before = fromBot(w, who).length;
    send(w, who);
    await w.settle();
    const answers = fromBot(w, who).slice(before);
    expect(answers.length, `${what}, ${stage}`).toBe(1);
    expect(answers[0]?.text.trim(), `${what}, ${stage}`).not.toBe("");
  }
}

/** An edited message and a forged, foreign or ancient button get an answer too. */
async function confuses(w: Place, who: Actor, stage: string): Promise<void> {
  await w.later(2 * SECOND);
  const said = w.emulator.say(who.id, "/start");
  await w.settle();
  const before = fromBot(w, who).length;
  w.emulator.edit(who.id, said.id, "/start!");
  await w.settle();
  expect(fromBot(w, who).length, `an edited message, ${stage}`).toBe(before + 1);
  const last = who.last().id;
  for (const data of ["run.pick:AAAAAAAAAAA:1:0", "gone.kind:1", "bank.card:AAAAAAAAAAA", "", "::::"]) {
    if (data === "") continue;
    const tap = w.emulator.forgeTap(who.id, last, data);
    await w.settle();
    expect(tap.state().kind, `the button ${data}, ${stage}`).toBe("answered");
  }
}

describe.each(engines)("nobody meets silence, on %s", { timeout: 90_000 }, (engine) => {
  let w: Place;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  const all = async (who: Actor, stage: string): Promise<void> => {
    await sendsEverything(w, who, stage);
    await confuses(w, who, stage);
  };

  it("not a stranger, not a mentee at any stage, not the mother", async () => {
    w = await place(engine);
    const stranger = w.meets("Чужой");
    await stranger.says("привет");
    await all(stranger, "a stranger");

    const knowing = await w.curator();
    const liza = w.meets("Лиза");
    await liza.opens(await w.link("mentee"));
    await all(liza, "before the year");
    await liza.says(String(CHILD));
    await all(liza, "while the year is checked");
    await liza.says(String(CHILD));
    await liza.taps("Да, верно");
    await all(liza, "while the mother is waited for");
    await liza.taps("Ссылка для родителя");
    const anna = w.meets("Анна");
    await anna.opens(liza.link());
    await all(anna, "a parent before the decision");
    await agrees(anna);
    await all(anna, "a parent who is asked for the name");
    await anna.says("Рябинина Анна Сергеевна");
    await all(anna, "a parent who has decided");
    await isKnownTo(w, knowing);
    await all(liza, "after the consent, before the name");
    await liza.says("Рябинина Лиза");
    liza.sees("Приятно познакомиться, Лиза!");
    await all(liza, "before the questionnaire");
    await liza.says("/start");
    await liza.taps("Начать");
    await all(liza, "at a question with buttons");
    await liza.says("/start");
    await liza.taps(/Продолжить/);
    await liza.taps("7–8 класс");
    await liza.says("/cancel");
    await all(liza, "after /cancel");
  });

  it("not a mentor, not a curator, not the owner", async () => {
    w = await place(engine);
    const olga = await owner(w, w.meets);
    await all(olga, "an owner");
    const vera = w.meets("Вера");
    await vera.opens(await w.link("curator"));
    await all(vera, "a curator who is asked for the name");
    await vera.says("Лугова Вера Павловна");
    await all(vera, "a curator");
    const boris = await w.ready("Лугов Борис", "mentor", ADULT);
    await answersAll(boris);
    await all(boris, "a mentor at the review");
    await boris.says("/start");
    await boris.taps(/проверке/);
    await boris.taps("Отправить");
    await all(boris, "a mentor who has sent the answers");
  });
});
