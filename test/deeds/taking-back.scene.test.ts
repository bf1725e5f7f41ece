import { afterEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "#core/clock.ts";
import { readPress } from "#core/screen.ts";
import { ADULT, type Place, place } from "#test/intake/place.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

const REMINDER = "Куратор напоминает об анкете";

/** Presses the same button once more, as a finger that trembles does. */
async function tapsTwice(w: Place, actor: Actor, label: string): Promise<void> {
  const message = actor.last();
  const button = message.buttons.flat().find(({ text }) => text.includes(label));
  if (button?.kind !== "callback") throw new Error(`no button «${label}»`);
  for (let tap = 0; tap < 2; tap++) w.emulator.forgeTap(actor.id, message.id, button.data);
  await w.settle();
}

describe.each(engines)("taking back, on %s", (engine) => {
  let w: Place;
  afterEach(() => w.close());

  /** Two who have not filled in theirs, and the curator on the bank. */
  async function cast() {
    w = await place(engine);
    const liza = await w.ready("Рябинина Лиза", "mentee", ADULT);
    const vera = await w.curator();
    await vera.taps("Наставляемые");
    return { liza, vera };
  }

  it("a reminder says whom it reaches and when, and nobody hears of one that was taken back", async () => {
    const { liza, vera } = await cast();
    await vera.taps("Напомнить об анкете: 1");
    vera.sees("Напомнить об анкете 1 человеку?");
    vera.sees(/Узнает 1 человек: сегодня в \d+:\d\d\./);
    await vera.taps("Да, напомнить");
    vera.sees(/Напомним. Узнает 1 человек: сегодня в \d+:\d\d. До этого можно отменить./);
    await vera.taps("Отменить");
    vera.sees("Отменено. Никто об этом не узнал.");
    await w.later(HOUR);
    liza.seesNot(REMINDER);
  });

  it("after a minute it has gone, and the bot says who knows", async () => {
    const { liza, vera } = await cast();
    await vera.taps("Напомнить об анкете: 1");
    await vera.taps("Да, напомнить");
    await w.later(MINUTE);
    liza.sees(REMINDER);
    await vera.taps("Отменить");
    vera.sees("Отменить уже нельзя: сообщение ушло. Знают: Рябинина Лиза.");
  });

  it("two taps are one reminder and one taking back, and afterwards one may remind again", async () => {
    const { liza, vera } = await cast();
    await vera.taps("Напомнить об анкете: 1");
    await tapsTwice(w, vera, "Да, напомнить");
    expect(await w.database.db.deed.count()).toBe(1);
    await tapsTwice(w, vera, "Отменить");
    vera.sees("Отменено");
    expect(await w.database.db.history.count({ where: { act: "undone" } })).toBe(1);
    await vera.taps("Назад");
    await vera.taps("Напомнить об анкете: 1");
    await vera.taps("Да, напомнить");
    await w.later(2 * MINUTE);
    expect(liza.texts().filter((text) => text.includes(REMINDER))).toHaveLength(1);
  });

  it("in the evening it waits for the morning, and can be taken back all night", async () => {
    const { liza, vera } = await cast();
    await w.later(11 * HOUR + 40 * MINUTE);
    await vera.taps("Напомнить об анкете: 1");
    vera.sees("завтра в 8:30");
    await vera.taps("Да, напомнить");
    await w.later(9 * HOUR);
    liza.seesNot(REMINDER);
    await vera.taps("Отменить");
    vera.sees("Отменено");
    await w.later(3 * HOUR);
    liza.seesNot(REMINDER);
  });

  it("nobody takes back what somebody else did", async () => {
    const { vera } = await cast();
    const other = w.meets("Другая");
    await other.opens(await w.link("curator"));
    await other.says("Зорина Алла");
    await vera.taps("Напомнить об анкете: 1");
    await vera.taps("Да, напомнить");
    const undo = vera.last().buttons.flat()[0];
    const data = undo?.kind === "callback" ? undo.data : "";
    expect(readPress(data).kind).toBe("deed.undo");
    w.emulator.forgeTap(other.id, other.last().id, data);
    await w.settle();
    other.sees("недоступно");
    expect(await w.database.db.deed.count({ where: { undoneAt: { not: null } } })).toBe(0);
  });

  it("a link that was taken back leads in again within the minute, and not later", async () => {
    const { vera } = await cast();
    const link = await w.link("mentee", { cap: 30 });
    await vera.says("/invite");
    await vera.taps("Все ссылки");
    await vera.taps("Ссылка для многих");
    await vera.taps("Отозвать");
    await vera.taps("Да, отозвать");
    vera.sees(/Отменить можно до: сегодня в \d+:\d\d/);
    await vera.taps("Отменить");
    vera.sees("Отменено");
    (await w.guest("Поздний", link)).sees("приглашает тебя");
    await vera.taps("Назад");
    await vera.taps("Отозвать");
    await vera.taps("Да, отозвать");
    await w.later(2 * MINUTE);
    await vera.taps("Отменить");
    vera.sees("Время для отмены прошло.");
  });
});
