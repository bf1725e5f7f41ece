/** Stopping, resting, coming back: what is shown before, what after, and what others are told. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { type DateOn, dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Part, Preview, Told, Way } from "./model.ts";
import { pausesFrom } from "./rules.ts";

const LABEL = 60;
/** In a button: a pause without a last day. */
export const NO_DAY = "open";

const day = (t: T, on: DateOn): string => dateWords(on, t.locale);
const facts = ({ name, programme }: Part) => ({ name, programme: programme.title });
const whenWords = (t: T, { when, time }: Told): string => t.plain(`leaving-when-${when}`, { time });
const bulleted = (lines: string[]): string => lines.map((line) => `• ${line}`).join("\n");

/** «Пауза до 4 декабря 2026», «Участие остановлено 20 ноября 2026»: HTML. */
export function stateWords(t: T, { membership, programme, erasedOn }: Part): string {
  if (erasedOn) return t("leaving-state-erasing", { on: day(t, erasedOn) });
  const { status, pausedUntil, endedAt } = membership;
  if (status === "paused")
    return pausedUntil ? t("leaving-state-paused-until", { on: day(t, pausedUntil) }) : t("leaving-state-paused");
  if (status === "stopped" && endedAt)
    return t("leaving-state-stopped", { on: day(t, dateIn(endedAt, programme.school.timeZone)) });
  return t("leaving-state-active");
}

/** Whose parts one may end. */
export function mineScreen(t: T, parts: Part[]): Screen {
  const rows = parts.map((part): Button[] => {
    const key = part.looker === "guardian" ? "leaving-mine-ward" : "leaving-mine-own";
    return [
      { label: cutText(t.plain(key, facts(part)), LABEL), press: press("leaving.of", part.membership.membershipId) },
    ];
  });
  return { text: t(parts.length > 0 ? "leaving-mine" : "leaving-mine-none"), rows: [...rows, homeRow(t)] };
}

const stopKey = (act: "stop" | "pause", { looker, membership }: Part): string =>
  looker === "curator" ? `leaving-${act}-curator-${membership.role}` : `leaving-${act}-${looker}`;

/** A part as it stands and what can be done with it. */
export function partScreen(t: T, part: Part, lead = ""): Screen {
  const { membership, looker } = part;
  const { membershipId: id, status } = membership;
  const button = (key: string, to: string): Button[] => [{ label: t.plain(key), press: to }];
  const rows: Button[][] = [];
  if (status !== "active" && (looker === "curator" || status === "paused"))
    rows.push(button(looker === "self" ? "leaving-back-self" : "leaving-back", press("leaving.back", id)));
  if (status === "active") rows.push(button(stopKey("pause", part), press("leaving.pause", id)));
  if (status !== "stopped") rows.push(button(stopKey("stop", part), press("leaving.ask", id, "stopped", NO_DAY)));
  const text = t(`leaving-of-${looker}`, { ...facts(part), state: html(stateWords(t, part)) });
  const back = looker === "curator" ? [{ label: t.plain("common-back"), press: press("bank.card", id) }] : homeRow(t);
  return { text: lead ? `${lead}\n\n${text}` : text, rows: [...rows, back] };
}

/** Until when; a day may be typed too. `odd`: what was typed is no day. */
export function pauseScreen(t: T, part: Part, today: DateOn, odd = false): Screen {
  const id = part.membership.membershipId;
  const ask = (label: string, until: string): Button[] => [{ label, press: press("leaving.ask", id, "paused", until) }];
  const days = pausesFrom(today, part.programme.endsOn);
  return {
    text: t(odd ? "leaving-pause-odd" : "leaving-pause", { ends: day(t, part.programme.endsOn) }),
    rows: [
      ...days.map((on) => ask(t.plain("leaving-pause-until", { on: day(t, on) }), on)),
      ask(t.plain("leaving-pause-open"), NO_DAY),
      [{ label: t.plain("common-back"), press: press("leaving.of", id) }],
    ],
    placeholder: t.plain("leaving-pause-hint"),
  };
}

function returnLine(t: T, { part, way, until }: Preview): string {
  if (way === "stopped") return t(`leaving-touch-return-stopped-${part.looker}`);
  return until ? t("leaving-touch-return-until", { on: day(t, until) }) : t("leaving-touch-return-open");
}

/** What it touches, before it is done. */
export function askScreen(t: T, preview: Preview): Screen {
  const { part, way, until, touches, guardians } = preview;
  const { looker, membership } = part;
  const told = `leaving-touch-told-${looker}${guardians && looker !== "guardian" ? "-guardian" : ""}`;
  const lines = [
    way === "paused" && until ? t("leaving-touch-quiet-until", { on: day(t, until) }) : t(`leaving-touch-quiet-${way}`),
    ...touches,
    t("leaving-touch-kept"),
    t(told, { ...facts(part), when: whenWords(t, preview.told) }),
    returnLine(t, preview),
  ];
  const yes = until ? t.plain("leaving-yes-until", { on: day(t, until) }) : t.plain(`leaving-yes-${way}`);
  const id = membership.membershipId;
  return {
    text: t(`leaving-ask-${way}-${looker}`, { ...facts(part), touches: html(bulleted(lines)) }),
    rows: [
      [{ label: yes, press: press("leaving.do", id, way, until ?? NO_DAY), style: "danger" }],
      [{ label: t.plain("leaving-no"), press: press("leaving.of", id) }],
    ],
  };
}

/** Done; until others hear of it, it can be taken back. */
export function doneScreen(t: T, part: Part, way: Way, told: Told | null): Screen {
  const lines = [stateWords(t, part), ...(told ? [t("leaving-done-told", { when: whenWords(t, told) })] : [])];
  const id = part.membership.membershipId;
  const on =
    part.looker === "curator"
      ? [[{ label: t.plain("leaving-todos-button"), press: press("leaving.todos", part.programme.id) }]]
      : [];
  return {
    text: t(`leaving-done-${way}-${part.looker}`, { ...facts(part), lines: html(lines.join("\n")) }),
    rows: [[{ label: t.plain("leaving-undo"), press: press("leaving.back", id) }], ...on, homeRow(t)],
  };
}

/** Somebody rests: nothing is asked, and one button leads back. */
export const restingScreen = (t: T, part: Part): Screen => ({
  text: t("leaving-resting", { ...facts(part), state: html(stateWords(t, part)) }),
  rows: [
    [{ label: t.plain("leaving-back-self"), press: press("leaving.back", part.membership.membershipId) }],
    homeRow(t),
  ],
});

export type ToldOf = { part: Part; slot: "stopped" | "paused" | "returned" };

/** What the person, or a guardian of the person, is told: neutral, and without a reason. */
export function toldNotice(t: T, { part, slot }: ToldOf): Screen {
  const whose = part.looker === "self" ? "self" : "ward";
  const until = part.membership.pausedUntil;
  const key = slot === "paused" && until ? `leaving-told-paused-until-${whose}` : `leaving-told-${slot}-${whose}`;
  return {
    text: t(key, { ...facts(part), ...(until ? { on: day(t, until) } : {}) }),
    rows: slot === "stopped" ? [homeRow(t)] : [[{ label: t.plain("leaving-told-go"), press: press("home.open") }]],
  };
}

export const refusedScreen = (t: T): Screen => ({ text: t("leaving-refused"), rows: [homeRow(t)] });
