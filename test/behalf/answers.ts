/** A questionnaire answered to its end, whatever it asks: by the person, or by whoever enters it. */
import type { Actor } from "#test/support/actor.ts";

const WAYS = ["Пропустить", "Готово →", "Прервусь", "← Назад", "Оставить так", "← К проверке"];

/** The first thing that can be chosen on the screen; empty when it is a question to be answered by typing. */
const choiceOf = (who: Actor): string =>
  who.buttons().find((label) => !WAYS.includes(label) && !label.startsWith("✓")) ?? "";

/** Answers the question on the screen, whatever it is. */
export async function answerOne(who: Actor): Promise<void> {
  const shown = who.last().text;
  if (/Напиши(те)? число/.test(shown)) await who.says("14");
  else if (/Напиши(те)? дату/.test(shown)) await who.says("14.05.2012");
  else if (/Напиши(те)? ответ/.test(shown)) await who.says("Хочу научиться паять");
  else {
    await who.taps(choiceOf(who));
    if (/Потом нажми/.test(shown)) await who.taps("Готово →");
  }
}

/** Answers until it can be sent. */
export async function fillIn(who: Actor): Promise<void> {
  for (let step = 0; step < 40 && !who.buttons().includes("Отправить"); step++) await answerOne(who);
}
