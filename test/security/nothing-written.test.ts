/** After a whole story, with faults in it: nothing that anybody wrote, is called, or comes by stands where it must not stand. */
import { afterEach, describe, expect, it } from "vitest";
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
} from "#test/intake/story.ts";
import { allRows } from "#test/rights/rows.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

const LONG = 120_000;
/** Words that stand in no code and in no text of ours. */
const MARKS = {
  school: "Шкъоля Мяркяю",
  title: "Заглавье Жюрбэ",
  curator: "Куратёва Юнна",
  mentor: "Наставцов Эраст",
  answer: "Отвечу-Хъясь +7 912 555-12-34",
  idle: "Пустяк-Ыффе mail@pyra.example",
  file: "Файлище-Ёкк",
  wrong: "Поправка-Щурх",
} as const;
const PHONES = /\+?\d[\d\s()-]{8,}\d/;
/** Ids of our own, instants and figures: what may look like a telephone number in a line of the log. */
const OURS = /"(?:updateId|time)":(?:"[^"]*"|\d+)/g;
/** Here people's own words may stand: it is what these tables are for. */
const KEPT = [
  "Person",
  "School",
  "Programme",
  "ProgrammeForm",
  "Answer",
  "Draft",
  "Attachment",
  "Blob",
  "QuestionnaireVersion",
];

const plain = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

describe.each(engines)("a whole story, on %s", (engine) => {
  let w: World;
  const links: string[] = [];
  afterEach(() => w.close());

  /** What people also do: idle words, a voice, a file, a correction, in the middle of anything. */
  async function chatters(who: Actor): Promise<void> {
    await who.says(MARKS.idle);
    w.emulator.sendVoice(who.id);
    const said = w.emulator.say(who.id, MARKS.idle);
    w.emulator.edit(who.id, said.id, MARKS.wrong);
    w.emulator.sendContact(who.id, { phone: "+79125551234", firstName: MARKS.idle });
    await who.sends({ name: `${MARKS.file}.docx`, mime: "application/msword", bytes: Buffer.from(MARKS.file) });
    await who.says(`/${MARKS.idle}`);
    await who.says("/start");
  }

  async function story(): Promise<void> {
    const meet = meets(w);
    const olga = await owner(w, meet);
    const vera = meet("Куратёва");
    links.push(await namesSchool(olga, MARKS.school));
    await comesAsCurator(vera, links.at(-1) ?? "", MARKS.curator);
    await makesProgramme(vera, { title: MARKS.title });
    const erast = meet("Наставцов");
    links.push(await invites(vera, "mentor"));
    await comes(erast, links.at(-1) ?? "", 1990);
    await agrees(erast);
    await erast.says(MARKS.mentor);
    await chatters(erast);
    await answersAll(erast, { "чем вы будете полезны": MARKS.answer });
    await erast.taps("Отправить");
    await chatters(vera);
    for (const fault of ["400", "403", "502-html", "500"] as const) {
      // Telegram repeats what was sent to it in some of its refusals.
      w.emulator.faults.add({
        method: /^(send|edit)Message/,
        kind: fault,
        times: 2,
        description: `Bad: ${MARKS.idle}`,
      });
      await erast.says(MARKS.idle);
      await w.later(60_000);
    }
    w.emulator.faults.clear();
    w.emulator.block(erast.id);
    await w.settle();
    w.emulator.unblock(erast.id);
    await erast.says(MARKS.idle);
    await erast.opens("https://t.me/tropa_bot?start=guessedTokenOfNobody00");
    links.push("=guessedTokenOfNobody00");
    await w.later(3_600_000);
  }

  it(
    "nothing of it is in the log, in the inbox, in what is listened to, in history, notices or jobs",
    async () => {
      w = await world({ engine });
      await story();
      const ids = w.emulator.users().flatMap(({ id, firstName }) => [String(id), firstName]);
      const tokens = links.map((link) => link.split("=")[1] ?? "");
      const telling = [...Object.values(MARKS).flatMap((mark) => mark.split(" ")), ...tokens, w.emulator.token].filter(
        (word) => word.length >= 4,
      );
      const { db } = w.database;
      const rows = [...(await allRows(w.database))];
      expect(rows.some((row) => row.startsWith("Answer ") && row.includes("Отвечу-Хъясь"))).toBe(true);
      const quiet = rows.filter((row) => !KEPT.includes(row.split(" ")[0] ?? ""));
      const inbox = JSON.stringify([await db.inbox.findMany(), await db.history.findMany()], plain);
      const focus = JSON.stringify(
        (await db.focus.findMany()).map(({ chatId: _chat, ...row }) => row),
        plain,
      );
      const log = w.logged.join("\n");
      expect(w.logged.length).toBeGreaterThan(3);
      for (const [place, text] of Object.entries({ log, inbox, focus, rows: quiet.join("\n") }))
        expect(
          telling.filter((word) => text.includes(word)),
          place,
        ).toEqual([]);
      for (const [place, text] of Object.entries({ log, focus }))
        expect(
          ids.filter((id) => text.includes(id)),
          place,
        ).toEqual([]);
      expect(w.logged.map((line) => line.replaceAll(OURS, "")).filter((line) => PHONES.test(line))).toEqual([]);
    },
    LONG,
  );
});
