/** History in words: who, when, what it was and what it became. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords, timeWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { HistoryLine } from "#features/people/model.ts";
import { formLabel } from "#features/programmes/index.ts";
import { type History, OWNER } from "./history.model.ts";
import { readValue, wordFor } from "./history.rules.ts";

function valueWords(t: T, act: string, value: string | null): string {
  const read = readValue(act, value);
  if (read.kind === "key") return t.plain(`deeds-value-${read.key}`);
  if (read.kind === "forms")
    return read.forms.map((form) => (form === "own" ? t.plain("deeds-value-own") : formLabel(form, t))).join(", ");
  return read.kind === "plain" ? read.text : "";
}

/** «2012 → 2013», or what it became, or nothing. */
function change(t: T, { act, before, after }: HistoryLine): string {
  const [from, to] = [valueWords(t, act, before), valueWords(t, act, after)];
  if (from !== "" && to !== "") return t("deeds-history-change", { from, to });
  return to === "" ? "" : t("deeds-history-value", { to });
}

function someone(t: T, { names }: History, id: string | null): string {
  if (id === null) return t.plain("deeds-history-bot");
  const name = names.get(id);
  return name === OWNER ? t.plain("deeds-history-owner") : (name ?? t.plain("deeds-history-erased"));
}

function lineWords(t: T, history: History, line: HistoryLine): string {
  const on = dateWords(dateIn(line.at, history.zone), t.locale);
  // A correction is said as one: it is no change of mind.
  const isCorrection = line.act === "birth-year" && line.before !== null;
  const what = t(isCorrection ? "deeds-act-birth-year-corrected" : `deeds-act-${wordFor(line.act)}`);
  const elsewhere = line.onBehalfOf !== null && history.of.kind === "programme";
  return t("deeds-history-line", {
    on,
    time: timeWords(line.at, history.zone),
    who: someone(t, history, line.actorId),
    what: html(what),
    change: html(change(t, line)),
    whom: elsewhere ? t.plain("deeds-history-for", { name: someone(t, history, line.onBehalfOf) }) : "",
  });
}

export function historyScreen(t: T, history: History): Screen {
  const { of, name, title, lines, page, pages } = history;
  const pageOf = (to: number): string =>
    of.kind === "membership" ? press("history.card", of.id, to) : press("history.programme", of.id, to);
  const back = of.kind === "membership" ? press("bank.more", of.id) : press("programmes.more", of.id);
  const turn = (to: number, key: string): Button[] =>
    to < 0 || to >= pages ? [] : [{ label: t.plain(key), press: pageOf(to) }];
  const heading = of.kind === "membership" ? (name ?? t.plain("deeds-history-erased")) : title;
  const said = lines.length === 0 ? [t("deeds-history-empty")] : lines.map((line) => lineWords(t, history, line));
  return {
    guarded: true,
    text: [t("deeds-history", { heading }), ...said].join("\n\n"),
    rows: [
      [...turn(page - 1, "common-previous"), ...turn(page + 1, "common-next")],
      [{ label: t.plain("common-back"), press: back }],
      homeRow(t),
    ].filter((row) => row.length > 0),
  };
}
