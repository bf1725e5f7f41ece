/** Words of taking back: who learns it and when, the button, and what came of it. */
import { type Button, html, type Press, press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords, dayAfter, timeWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Offered, Undone } from "./model.ts";

/** «сегодня в 14:05», «завтра в 8:30», «20 ноября в 8:30», by the school's clock. */
export function momentWords(t: T, at: Date, zone: string, now: Date): string {
  const [day, today] = [dateIn(at, zone), dateIn(now, zone)];
  const time = timeWords(at, zone);
  if (day === today) return t("deeds-today", { time });
  if (day === dayAfter(today)) return t("deeds-tomorrow", { time });
  return t("deeds-on", { date: dateWords(day, t.locale), time });
}

/** «Узнают 12 человек: завтра в 8:30.» As HTML; for the screen before the act and for the one after it. */
export const tellLine = (t: T, told: { count: number; at: Date; zone: string }, now: Date): string =>
  told.count === 0
    ? t("deeds-nobody")
    : t("deeds-tell", { count: told.count, moment: html(momentWords(t, told.at, told.zone, now)) });

/** What stands below «done»: who learns it when, and until when it can be taken back. As HTML. */
export const doneLines = (t: T, { count, until, zone }: Offered, now: Date): string =>
  [
    tellLine(t, { count, at: until, zone }, now),
    count > 0 ? t("deeds-until-then") : t("deeds-until", { moment: html(momentWords(t, until, zone, now)) }),
  ].join(" ");

/** «Отменить», as a row of its own. */
export const undoRow = (t: T, { id }: Pick<Offered, "id">): Button[] => [
  { label: t.plain("deeds-undo"), press: press("deed.undo", id) },
];

const onward = (t: T, back: Press | null): Button[][] =>
  back ? [[{ label: t.plain("common-back"), press: back }], homeRow(t)] : [homeRow(t)];

/** What came of «Отменить»; too late says honestly who knows. */
export function undoneScreen(t: T, undone: Exclude<Undone, { kind: "refused" }>): Screen {
  const rows = onward(t, undone.back);
  if (undone.kind === "undone") return { text: t("deeds-undone"), rows };
  if (undone.kind === "moved") return { text: t("deeds-moved"), rows };
  const { names, more } = undone;
  if (names.length === 0 && more === 0) return { text: t("deeds-over"), rows };
  const words =
    names.length === 0 ? t("deeds-late-count", { count: more }) : t("deeds-late", { names: names.join(", "), more });
  return { text: words, rows, guarded: true };
}
