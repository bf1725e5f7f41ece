/** Whom to tell in person, and what. */
import { html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { hasName, shownName } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Untold } from "./model.ts";

const PAGE = 8;
const LABEL = 50;

const nameOf = (one: Untold, { naming }: Programme): string => shownName(one.name, one, naming);

function line(t: T, one: Untold, programme: Programme): string {
  const who = { name: nameOf(one, programme), chat: t.plain(`behalf-tell-chat-${one.chat}`) };
  const what = one.topics.map((topic) => t(`behalf-tell-${topic}`)).join("; ");
  if (!one.told) return t("behalf-tell-line", { ...who, what: html(what) });
  const on = dateWords(dateIn(one.told.at, programme.school.timeZone), t.locale);
  const by = one.told.by && hasName(one.told.by) && programme.naming !== "code" ? one.told.by : null;
  return by
    ? t("behalf-tell-line-told-by", { ...who, on, by: shownName(by, { code: "" }, "initial") })
    : t("behalf-tell-line-told", { ...who, on });
}

/** By class, so that one can walk through the school with it. */
export function tellScreen(t: T, programme: Programme, people: Untold[], asked: number): Screen {
  const pages = Math.max(1, Math.ceil(people.length / PAGE));
  const page = Math.min(Math.max(asked, 0), pages - 1);
  const shown = people.slice(page * PAGE, (page + 1) * PAGE);
  const left = people.filter(({ told }) => told === null).length;
  const lines = shown.map((one, index) => {
    const isNew = index === 0 || shown[index - 1]?.className !== one.className;
    const head =
      one.className === "" ? t("behalf-tell-no-class") : t("behalf-tell-class", { className: one.className });
    return `${isNew ? `${head}\n` : ""}${line(t, one, programme)}`;
  });
  const turn = (key: string, to: number) => ({ label: t.plain(key), press: press("behalf.tell", programme.id, to) });
  return {
    guarded: true,
    text: [people.length === 0 ? t("behalf-tell-nobody") : t("behalf-tell", { count: left }), lines.join("\n")]
      .filter((part) => part !== "")
      .join("\n\n"),
    rows: [
      ...shown
        .filter(({ told }) => told === null)
        .map((one) => [
          {
            label: cutText(t.plain("behalf-tell-done", { name: nameOf(one, programme) }), LABEL),
            press: press("behalf.told", one.membershipId, page),
          },
        ]),
      [
        ...(page > 0 ? [turn("common-previous", page - 1)] : []),
        ...(page + 1 < pages ? [turn("common-next", page + 1)] : []),
      ],
      [{ label: t.plain("common-back"), press: press("programmes.more", programme.id) }],
    ].filter((row) => row.length > 0),
  };
}

/** Unasked, on Monday morning. */
export const weeklyScreen = (
  t: T,
  { count, programmeId, title }: { count: number; programmeId: string; title: string },
): Screen => ({
  text: t("behalf-weekly", { count, title }),
  rows: [[{ label: t.plain("behalf-weekly-open"), press: press("behalf.tell", programmeId, 0), style: "primary" }]],
});
