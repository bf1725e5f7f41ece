import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { DAY, MINUTE } from "#core/clock.ts";
import { expectAllWell } from "#test/intake/oracles.ts";
import { ADULT, CHILD, type Place, place } from "#test/intake/place.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

const ANSWER = "Объясню дроби через пироги с черникой";

/** The files that came to this chat, by the end of their name. */
function filesOf(w: Place, who: Actor): Map<string, string> {
  const files = new Map<string, string>();
  for (const { file } of w.emulator.chat(who.id)) {
    if (!file) continue;
    if (file.name.endsWith(".json")) files.set("json", strFromU8(file.bytes));
    else files.set("docx", strFromU8(unzipSync(file.bytes)["word/document.xml"] ?? new Uint8Array()));
  }
  return files;
}

describe.each(engines)("one's own data, on %s", { timeout: 60_000 }, (engine) => {
  let w: Place;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("come as a paper to read and as a file for programs: all that was told, nothing of others, no token", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.taps("Начать");
    await misha.taps("Учёба");
    await misha.taps("Готово →");
    await misha.says(ANSWER);
    await misha.says("/privacy");
    await misha.taps("Скачать мои данные");
    await w.later(MINUTE);
    const files = filesOf(w, misha);
    for (const format of ["json", "docx"] as const)
      for (const told of ["Кедров", "Ильич", "1990", ANSWER, "Точка роста", String(misha.id)])
        if (!(format === "docx" && told === String(misha.id))) expect(files.get(format), format).toContain(told);
    const { db } = w.database;
    const everybody = await db.person.findMany({ select: { id: true } });
    const links = await db.invitation.findMany({ select: { id: true, tokenHash: true } });
    const secrets = [...everybody.map(({ id }) => id), ...links.flatMap(({ id, tokenHash }) => [id, tokenHash])];
    for (const secret of [...secrets, String(vera.id), "Лугова"])
      for (const text of files.values()) expect(text).not.toContain(secret);
    const read: unknown = JSON.parse(files.get("json") ?? "");
    expect(Object.keys(Object(read))).toEqual(
      expect.arrayContaining(["madeAt", "people", "consents", "questionnaires"]),
    );
    await w.later(2 * DAY);
    expect(await db.attachment.count()).toBe(0);
  });

  it("a guardian takes along what she decided, and nothing of the child", async () => {
    w = await place(engine);
    const liza = await w.comes("Рябинина Лиза", "mentee", CHILD);
    await liza.taps("Ссылка для родителя");
    const anna = w.meets("Анна");
    await anna.opens(liza.link());
    await anna.taps(/Прочитать согласие/);
    await anna.taps(/^Согласен$/);
    await anna.says("Рябинина Анна Сергеевна");
    await anna.says("/privacy");
    await anna.taps("Скачать мои данные");
    await w.later(MINUTE);
    const files = filesOf(w, anna);
    expect(files.get("docx")).toContain("за ребёнка");
    const childId = await w.personOf(liza.id);
    for (const text of files.values()) expect(text).not.toContain(childId);
  });

  it("in codes mode there is no name to take along, and no name goes anywhere", async () => {
    w = await place(engine, { naming: "code" });
    const misha = await w.comes("Кедров Михаил", "mentor", ADULT);
    await misha.taps(/Прочитать согласие/);
    await misha.taps(/^Согласен$/);
    await misha.says("/privacy");
    await misha.taps("Скачать мои данные");
    await w.later(MINUTE);
    const files = filesOf(w, misha);
    expect(files.get("json")).toContain('"family": ""');
    expect(files.get("docx")).toContain("H-01");
  });
});
