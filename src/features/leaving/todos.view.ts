/** The curator's dated list. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { type DateOn, dateWords } from "#core/when.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Leaving, Todo, Todos } from "./model.ts";

const SHOWN = 10;
const IN_ROW = 5;
const LABEL = 60;

const DAY_MS = 86_400_000;
const daysSince = (on: DateOn, today: DateOn): number => Math.round((Date.parse(today) - Date.parse(on)) / DAY_MS);

function todoLine(t: T, { kind, dueOn, name }: Todo, number: number, today: DateOn): string {
  const late = daysSince(dueOn, today);
  const when =
    late > 0 ? t("leaving-todo-waits", { days: late }) : t("leaving-todo-until", { on: dateWords(dueOn, t.locale) });
  const what = t(`leaving-todo-${kind}`, { name: name || t.plain("leaving-todo-nobody") });
  return t("leaving-todo-line", { number, what: html(what), when: html(when) });
}

function leavingLine(t: T, { name, state, on }: Leaving): string {
  const key = on ? `leaving-away-${state}` : `leaving-away-${state}-open`;
  return t(key, { name, ...(on ? { on: dateWords(on, t.locale) } : {}) });
}

const inRows = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / IN_ROW) }, (_, row) =>
    buttons.slice(row * IN_ROW, (row + 1) * IN_ROW),
  );

/** What is to be done, who is away, whose data go when. */
export function todosScreen(t: T, { programme, today, todos, leaving }: Todos): Screen {
  const shown = todos.slice(0, SHOWN);
  const lines = shown.map((todo, index) => todoLine(t, todo, index + 1, today));
  if (todos.length > SHOWN) lines.push(t("leaving-todos-more", { count: todos.length - SHOWN }));
  const away = leaving.slice(0, SHOWN);
  const text = [
    t("leaving-todos", { programme: programme.title }),
    lines.length > 0 ? lines.join("\n") : t("leaving-todos-none"),
    ...(lines.length > 0 ? [t("leaving-todos-how")] : []),
    ...(away.length > 0 ? [t("leaving-away", { lines: html(away.map((one) => leavingLine(t, one)).join("\n")) })] : []),
  ].join("\n\n");
  const ticks = shown.map(({ id }, index) => ({
    label: `✓ ${index + 1}`,
    press: press("leaving.done", programme.id, id),
  }));
  const people = away.map(({ membershipId, name }): Button[] => [
    { label: cutText(name, LABEL), press: press("leaving.of", membershipId) },
  ]);
  return {
    guarded: true,
    text,
    rows: [
      ...inRows(ticks),
      ...people,
      [{ label: t.plain("leaving-term-button"), press: press("leaving.term", programme.id) }],
      [{ label: t.plain("common-back"), press: press("programmes.more", programme.id) }],
    ],
  };
}

const TERMS = [3, 7, 14, 30];

/** How long withdrawn data are kept before they go. */
export const termScreen = (t: T, { programme, days }: { programme: Programme; days: number }): Screen => ({
  text: t("leaving-term", { days }),
  rows: [
    ...TERMS.map((term): Button[] => [
      {
        label: `${term === days ? "✅ " : ""}${t.plain("leaving-term-days", { days: term })}`,
        press: press("leaving.set-term", programme.id, term),
      },
    ]),
    [{ label: t.plain("common-back"), press: press("leaving.todos", programme.id) }],
  ],
});

export type TodoNews = { programme: Programme; today: DateOn; todos: Todo[] };

/** Unasked, to the leading curator. */
export const todoNotice = (t: T, { programme, today, todos }: TodoNews): Screen => ({
  guarded: true,
  text: t("leaving-todo-notice", {
    programme: programme.title,
    lines: html(
      todos
        .slice(0, SHOWN)
        .map((todo, index) => todoLine(t, todo, index + 1, today))
        .join("\n"),
    ),
  }),
  rows: [[{ label: t.plain("leaving-todos-button"), press: press("leaving.todos", programme.id), style: "primary" }]],
});
