import { afterEach, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { expectAllWell } from "./oracles.ts";
import { ADULT, type Place, place } from "./place.ts";
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
  parentAgrees,
} from "./story.ts";

describe.each(engines)("whoever comes, of whatever age, on %s", { timeout: 60_000 }, (engine) => {
  let w: World;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("at 15 one decides oneself and the father too; then the way is as everybody's", async () => {
    const here: Place = await place(engine);
    w = here;
    const vera = await here.curator();
    const petya = await here.comes("Лугов Пётр", "mentee", 2010);
    await agrees(petya);
    petya.sees("Твоё согласие записано. Тебе ещё нет 18 лет");
    await parentAgrees(w, petya, { actor: here.meets("Отец"), name: "Лугов Иван Петрович" }, vera);
    await petya.taps("Продолжить");
    await petya.says("Лугов Пётр");
    await answersAll(petya);
    await petya.taps("Отправить");
    await vera.says("/start");
    await vera.taps("Наставляемые");
    await vera.taps("Лугов Пётр");
    for (const mark of ["✅ Согласие есть", "✅ Родитель согласен", "✅ Анкета заполнена"]) vera.sees(mark);
  });

  it("an adult decides alone, is spoken to with «вы», and the card asks for no parent", async () => {
    const here: Place = await place(engine);
    w = here;
    const vera = await here.curator();
    const boris = await here.ready("Лугов Борис", "mentor", ADULT);
    await answersAll(boris);
    await boris.taps("Отправить");
    boris.seesNot(/\b(ты|тебя|тебе|твой|твоё)\b/iu);
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps("Лугов Борис");
    expect(vera.last().text).not.toMatch(/родител/iu);
    await vera.taps("Проверен — всё верно");
    vera.sees("Можно подбирать пару.");
  });

  it("in a programme for teachers a young teacher and an experienced one speak of their work", async () => {
    w = await world({ engine });
    const vera = meets(w)("Вера");
    await comesAsCurator(vera, await namesSchool(await owner(w, meets(w))));
    await makesProgramme(vera, { track: "Для педагогов", title: "Школа молодого учителя", intake: "Обычная" });
    const yana = meets(w)("Яна");
    await comes(yana, await invites(vera, "mentee"), 2001);
    await agrees(yana);
    await yana.says("Ясная Яна Олеговна");
    await answersAll(yana);
    await yana.taps("Отправить");
    const galina = meets(w)("Галина");
    await comes(galina, await invites(vera, "mentor"), 1970);
    await agrees(galina);
    await galina.says("Галина Ивановна");
    galina.sees("Приятно познакомиться, Галина!");
    await answersAll(galina);
    await galina.taps("Отправить");
    for (const teacher of [yana, galina]) {
      teacher.seesNot("родителей");
      teacher.sees("Спасибо, ответы отправлены!");
      teacher.seesNot(/в каком (вы )?классе|ученик – ученик/iu);
    }
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps("Галина Ивановна");
    vera.sees("✅ Анкета заполнена");
  });
});
