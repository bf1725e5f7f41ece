import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { expectAllWell } from "./oracles.ts";
import { type Place, place } from "./place.ts";
import { answersAll, unhurried } from "./story.ts";
import { sheetsOf } from "./tables.ts";

/** Every word that the bot has shown to somebody: texts, buttons, hints in the input field, toasts. */
function words(w: Place, who: Actor): string {
  const shown = w.emulator.chat(who.id).filter(({ byBot }) => byBot);
  const labels = shown.flatMap(({ buttons }) => buttons.flat().map(({ text }) => text));
  const toasts = w.emulator.taps().flatMap((tap) => {
    const state = tap.state();
    return tap.userId === who.id && state.kind === "answered" ? [state.answer.text ?? ""] : [];
  });
  return [...shown.map(({ text, file }) => `${text}\n${file?.name ?? ""}`), ...labels, ...toasts].join("\n");
}

/** What a school called itself stays as it is. */
const OWN_WORDS = ["Спокойно", "Школа № 7", "Точка роста", "Тверь", "Русский"];

describe.each(engines)("an English speaker, on %s", { timeout: 60_000 }, (engine) => {
  let w: Place;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("goes from the link to the table without meeting a Russian word of the bot's", async () => {
    w = await place(engine);
    const speaks = (name: string) => unhurried(w, w.person(name, { languageCode: "en" }));
    const [vera, liza, anna, boris] = [speaks("Vera"), speaks("Liza"), speaks("Anna"), speaks("Boris")];
    await vera.opens(await w.link("curator"));
    await vera.says("Meadow Vera");
    await liza.opens(await w.link("mentee"));
    await liza.says("2013");
    await liza.taps("Yes");
    await liza.taps("Link for my parent");
    await anna.opens(liza.link());
    await anna.taps("Read the consent");
    await anna.taps(/^I agree$/);
    await anna.says("Rowan Anna");
    await w.later(180_000);
    await vera.taps("Mother, father or guardian");
    await w.later(60_000);
    await liza.taps("Go on");
    await liza.says("Rowan Liza");
    await boris.opens(await w.link("mentor"));
    await boris.says("1990");
    await boris.taps("Yes");
    await boris.taps("Read the consent");
    await boris.taps(/^I agree$/);
    await boris.says("Beetle Boris");
    for (const who of [liza, boris]) {
      await answersAll(who);
      await who.taps("Send");
      await who.says("/privacy");
      await who.says("/help");
      await who.says("/settings");
      await who.says("hello there");
      w.emulator.sendVoice(who.id);
      w.emulator.sendSticker(who.id);
      await w.settle();
      await who.says("/nonsense");
    }
    await vera.says("/start");
    await vera.taps("Mentees");
    await vera.taps("Rowan Liza");
    await vera.taps("Answers");
    await vera.taps("Back");
    await vera.taps("Back");
    await vera.taps("Excel");
    await w.later(60_000);
    const table = JSON.stringify(await sheetsOf(vera.last()));
    for (const text of [table, ...[vera, liza, anna, boris].map((who) => words(w, who))]) {
      const shown = OWN_WORDS.reduce((rest, own) => rest.replaceAll(own, ""), text);
      expect(shown.match(/.*[а-яё].*/giu) ?? []).toEqual([]);
    }
  });
});
