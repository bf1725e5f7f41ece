import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { expectAllWell } from "./oracles.ts";
import {
  agrees,
  answersAll,
  comes,
  comesAsCurator,
  invites,
  makesProgramme,
  meets,
  namesSchool,
  owner,
} from "./story.ts";
import { sheetsOf } from "./tables.ts";

const ZALGO = "З\u0337а\u0321\u0322л\u0489г\u0334о\u0335";
const FAMILY = "👩‍👩‍👧‍👦";
const RIGHT_TO_LEFT = "שלום עולם";
const MARKS = `<b>жирный</b> &amp; "кавычки" 'апостроф' </i> <script>`;
const NASTY = `${MARKS} ${FAMILY} ${RIGHT_TO_LEFT} ${ZALGO} \\n {$name} %s`;
const LONGEST = `Начало ${MARKS} ${"слово ".repeat(700)}`.slice(0, 3_990).padEnd(4_000, "я");

/** The school, the curator, the programme and a mentor, all with names that try to break out. */
async function strangeSchool(w: World): Promise<{ vera: Actor; boris: Actor }> {
  const meet = meets(w);
  const olga = await owner(w, meet);
  const vera = meet("Вера");
  await comesAsCurator(vera, await namesSchool(olga, `Школа <i>№ 5</i> & "Рост" ${FAMILY}`), "<b>Лугова</b> Вера&Co");
  await makesProgramme(vera, { title: `Точка <u>опоры</u> & "Ко" ${ZALGO}` });
  const boris = meet("Борис");
  await comes(boris, await invites(vera, "mentor"), 1990);
  await agrees(boris);
  await boris.says(`<b>Жук&Co</b> "Борис" ${FAMILY}`);
  return { vera, boris };
}

describe.each(engines)("what people write is shown literally, on %s", { timeout: 60_000 }, (engine) => {
  let w: World;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("names, titles and answers with tags, signs, emoji, foreign scripts: in the chat, on the card, in the table", async () => {
    w = await world({ engine });
    const { vera, boris } = await strangeSchool(w);
    const name = `<b>Жук&Co</b> "Борис" ${FAMILY}`;
    const everything = () => [...vera.texts(), ...boris.texts()].join("\n");
    for (const words of [`Школа <i>№ 5</i> & "Рост" ${FAMILY}`, `Точка <u>опоры</u> & "Ко" ${ZALGO}`])
      expect(boris.texts().join("\n")).toContain(words);
    boris.sees('Приятно познакомиться, "Борис"!');
    await answersAll(boris, { "своими словами": NASTY, "В чём вы можете": [/Учёба/.source] });
    boris.sees(NASTY.slice(0, 60));
    await boris.taps("Отправить");
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps("Жук&Co");
    vera.sees(name);
    await vera.taps("Ответы");
    vera.sees(MARKS);
    await vera.taps("Назад");
    await vera.taps("Назад");
    await vera.taps("Выгрузить");
    await w.later(60_000);
    const [, [row = {}] = []] = await sheetsOf(vera.last());
    expect(row.Имя).toBe(name);
    expect(Object.values(row)).toContain(NASTY);
    expect(everything()).not.toMatch(/&(amp|lt|gt|quot);(?!amp)/);
  });

  it("4,000 characters are taken whole; one more is refused kindly and the question stays", async () => {
    w = await world({ engine });
    const { vera, boris } = await strangeSchool(w);
    await boris.taps("Начать");
    await boris.taps("Учёба");
    await boris.taps("Готово →");
    await boris.says(`${LONGEST}!`);
    boris.sees("Получилось длинно: 4001");
    boris.sees("поместится 4000");
    boris.sees("вопрос ждёт");
    await boris.says(LONGEST);
    boris.sees("3 из 7");
    for (const done of ["7–8 класс", "Готово →", "2", "Онлайн", "Вторник", "Готово →", "Вечер", "Готово →"])
      await boris.taps(done);
    boris.sees("2. Расскажите");
    await boris.taps(/^2$/);
    boris.sees("Сейчас: Начало <b>жирный</b>");
    await boris.taps("К проверке");
    await boris.taps("Отправить");
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps("Жук&Co");
    await vera.taps("Назад");
    await vera.taps("Выгрузить");
    await w.later(60_000);
    const [, [row = {}] = []] = await sheetsOf(vera.last());
    expect(Object.values(row)).toContain(LONGEST);
  });

  it("what looks like a formula arrives in the table as text", async () => {
    w = await world({ engine });
    const { vera, boris } = await strangeSchool(w);
    const formula = '=HYPERLINK("http://example.org";"нажми")';
    await answersAll(boris, { "своими словами": formula });
    await boris.taps("Отправить");
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps("Выгрузить");
    await w.later(60_000);
    const [, [row = {}] = []] = await sheetsOf(vera.last());
    expect(Object.values(row)).toContain(formula);
  });
});
