import { describe, expect, it } from "vitest";
import { sources } from "./tree.ts";
import {
  formal,
  formalVerbs,
  intimate,
  latin,
  officialese,
  type Said,
  saidIn,
  saidInYaml,
  schoolWords,
  unkind,
  untidy,
} from "./words.ts";

const say = (...texts: string[]): Said[] => texts.map((text) => ({ where: "x", text }));
const yaml = sources(/^locales\/questionnaires\/.*\.yaml$/);

const russian = sources(/^locales\/ru[^/]*\/[^/]+\.ftl$/).flatMap(saidIn);
const toEverybody = sources(/^locales\/ru(?:-teachers)?\/[^/]+\.ftl$/).flatMap(saidIn);
const toPupils = sources(/^locales\/ru-ty\/[^/]+\.ftl$/).flatMap(saidIn);
/** What mentees and mentors read of themselves; the rest of these files is for those who run the school. */
const FOR_SCHOOL =
  /-(?:owner|curator|staff|guardian|ward|card|check|checks|ledger|paper|order|sheet|told|state|column|behalf|entered|cell|more|list|disagree|phone)(?:-|\b)/;
const toParticipants = sources(/^locales\/ru\/(?:home|people|questionnaires|consents)\.ftl$/)
  .flatMap(saidIn)
  .filter(({ where }) => !FOR_SCHOOL.test(where.split(" ").at(-1) ?? ""));
const asked = yaml.flatMap((file) => saidInYaml(file, ["ru", "ru-ty"]));
const askedOnTy = yaml.flatMap((file) => saidInYaml(file, ["ru-ty"]));
const askedOnVy = yaml.flatMap((file) => saidInYaml(file, ["ru"]));
/** Where the questions come from is said to the school. */
const withoutSource = (text: string): string =>
  text.replace(/^source:\n(?: .*\n)+/m, (all) => all.replace(/[^\n]/g, " "));
/** Teachers who are mentees know the words of their own programme. */
const askedOfPupils = yaml
  .filter(({ path }) => /\/mentee-(?!teacher)/.test(path))
  .flatMap(({ path, text }) => saidInYaml({ path, text: withoutSource(text) }, ["ru", "ru-ty"]));

describe("the guards of words read everything", () => {
  it("texts and questionnaires are found, each where it stands", () => {
    expect(russian.length).toBeGreaterThan(400);
    expect(toPupils.length).toBeGreaterThan(50);
    expect(askedOfPupils.length).toBeGreaterThan(100);
    const text =
      "a:\n  ru: Да\n  ru-ty: Нет\n  en: Yes\nlist:\n  - { ru: Три, en: Three }\n  - ru: { deep: [Четыре] }\n";
    expect(saidInYaml({ path: "q.yaml", text }, ["ru", "ru-ty"])).toEqual([
      { where: "q.yaml:2: Да", text: "Да" },
      { where: "q.yaml:3: Нет", text: "Нет" },
      { where: "q.yaml:6: Три", text: "Три" },
      { where: "q.yaml:7: Четыре", text: "Четыре" },
    ]);
    const counted = "a-b = { $n ->\n    [one] { $n } день\n   *[other] { $n } дней\n    }, да\n";
    expect(saidIn({ path: "a.ftl", text: counted }).map((said) => said.text)).toEqual(["{n} день, да", "{n} дней, да"]);
  });
});

describe("what a pupil hears", () => {
  it("a word of the school's is found", () => {
    expect(schoolWords(say("Ты наставляемый", "Твоя пара", "В паре", "Заполни ИПР", "Твой запрос"))).toHaveLength(5);
    expect(schoolWords(say("Твой наставник", "Запросто", "Парта", "Пароль"))).toEqual([]);
  });

  it("no word of the school's in texts to pupils", () => {
    expect(schoolWords(toPupils)).toEqual([]);
  });

  it("no word of the school's in pupils' questionnaires", () => {
    expect(schoolWords(askedOfPupils)).toEqual([]);
  });

  it("a «вы» among «ты» is found, also in a verb", () => {
    expect(formal(say("Нажми, и вам покажут", "Ваш ответ", "Это для вас"))).toHaveLength(3);
    expect(formalVerbs(say("Напишите словами", "Откройте ссылку", "Вернитесь", "Проверьте"))).toHaveLength(4);
    expect(formal(say("Вызов", "На «вы»", "О времени вы с наставником договоритесь сами."))).toEqual([]);
    expect(formalVerbs(say("На сайте", "Нажми", "Ответь «напишите»", "Вы с наставником решите сами."))).toEqual([]);
  });

  it("texts to pupils say «ты» throughout", () => {
    expect([...formal(toPupils), ...formalVerbs(toPupils)]).toEqual([]);
  });

  it("questionnaires say «ты» throughout where they say «ты»", () => {
    expect([...formal(askedOnTy), ...formalVerbs(askedOnTy)]).toEqual([]);
  });
});

describe("what a pupil and a mentor hear where the school says «вы»", () => {
  it("no word of the school's in what the participants read", () => {
    expect(toParticipants.length).toBeGreaterThan(150);
    expect(schoolWords(toParticipants)).toEqual([]);
  });
});

describe("what everybody hears", () => {
  it("a word that blames is found", () => {
    expect(unkind(say("Отклонить", "Ваши дефициты", "Просрочил", "Бот заблокирован"))).toHaveLength(4);
    expect(unkind(say("Пока не могу", "Ждём ответа 5 дней", "Бот не доходит", "Блок вопросов"))).toEqual([]);
  });

  it("nobody is blamed", () => {
    // On the playground’s page it is Telegram that blocks.
    const bot = russian.filter(({ where }) => !where.includes("playground.ftl"));
    expect(unkind([...bot, ...asked])).toEqual([]);
  });

  it("a «ты» among «вы» is found; speaking about «ты» is not", () => {
    expect(intimate(say("Твой наставник", "Как тебя зовут?", "Ты здесь"))).toHaveLength(3);
    expect(intimate(say("На «ты»", "Тыква", "Ваш ответ"))).toEqual([]);
  });

  it("texts to everybody say «вы» throughout", () => {
    expect(intimate(toEverybody)).toEqual([]);
    expect(intimate(askedOnVy)).toEqual([]);
  });

  it("officialese is found", () => {
    const bad = [
      "В связи с этим",
      "Осуществляется подбор",
      "Данный бот",
      "Необходимо заполнить",
      "Введите имя",
      "Согласно плану",
    ];
    expect(officialese(say(...bad))).toHaveLength(bad.length);
    expect(officialese(say("Данные хранятся в школе", "Согласие получено", "Нужно имя"))).toEqual([]);
  });

  it("nobody speaks like an office", () => {
    expect(officialese([...russian, ...asked])).toEqual([]);
  });

  it("an English word is found; names, commands, tags, addresses and zones are not", () => {
    expect(latin(say("Нажмите Start", "Ваш mentor", "Ошибка: undefined"))).toEqual([
      "x: not Russian: Start",
      "x: not Russian: mentor",
      "x: not Russian: undefined",
    ]);
    expect(latin(say("<b>Telegram</b> и QR-код: /start, {name}", "Europe/Moscow", "https://t.me/x?start=y"))).toEqual(
      [],
    );
  });

  it("no English in Russian", () => {
    expect(latin([...russian, ...asked])).toEqual([]);
  });

  it("slips of the hand are found", () => {
    const bad = [
      "Два  пробела",
      "Конец ",
      "Знак , так",
      "Ждём...",
      "Да - нет",
      'Скажите "да"',
      "Начало,",
      "Одно. Другое без точки",
    ];
    expect(untidy(say(...bad))).toHaveLength(bad.length);
    expect(
      untidy(
        say("<b>Как вас зовут?</b>\n\nНапишите: <i>Мария</i>.", "Готово →", "Да. Нет!", "Скоро…", "1 — {low}, {max}"),
      ),
    ).toEqual([]);
  });

  it("texts are tidy", () => {
    expect(untidy([...russian, ...asked])).toEqual([]);
  });
});
