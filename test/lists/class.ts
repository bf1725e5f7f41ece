/** A class list as a school keeps it, and what the scenes do with it. */
import { unzipSync } from "fflate";
import { writeSheet } from "#platform/files/sheet.ts";
import type { Actor } from "#test/support/actor.ts";

export const FAMILIES = [
  ..."Абрамова Белов Васнецова Громов Дроздова Ершов Жукова Зимин Ильина Крылов Лосева Морозов Носова Орлов Павлова".split(
    " ",
  ),
  ..."Рыбаков Совина Титов Уварова Филин Холодова Цветков Чижова Шубин Щукина Эрн Юдин Яшина Ясенев Ландышева".split(
    " ",
  ),
];

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const text = (title: string) => ({ title, kind: "text" as const });

/** Thirty pupils of 7А with what a school writes beside them. */
export async function classFile(families = FAMILIES) {
  const bytes = await writeSheet({
    sheets: [
      {
        name: "7А",
        columns: ["№ п/п", "ФИО учащегося", "Класс", "Дата рождения", "Телефон"].map(text),
        rows: families.map((family, at) => [
          String(at + 1),
          `${family} Саша`,
          "7 «А»",
          "05.03.2013",
          "8 900 000-00-00",
        ]),
      },
    ],
  });
  return { name: "7А.xlsx", mime: XLSX, bytes };
}

/** The texts of a .docx, one after the other. */
export function textOf(docx: Uint8Array): string {
  const xml = Buffer.from(unzipSync(docx)["word/document.xml"] ?? new Uint8Array()).toString();
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join("\n");
}

export const picturesIn = (docx: Uint8Array): number =>
  Object.keys(unzipSync(docx)).filter((name) => name.startsWith("word/media/")).length;

/** The links of printed slips by the number on each. */
export function slipLinks(docx: Uint8Array): Map<number, string> {
  const found = new Map<number, string>();
  let number = 0;
  for (const line of textOf(docx).split("\n")) {
    number = Number(/№ (\d+)$/.exec(line)?.[1] ?? number);
    const link = /https:\/\/t\.me\/\w+\?start=[\w-]+/.exec(line)?.[0];
    if (link) found.set(number, link);
  }
  return found;
}

export async function opensLists(curator: Actor): Promise<void> {
  await curator.says("/start");
  await curator.taps("Списки, бумаги, помощники");
  await curator.taps("Списки классов и сотрудников");
}
