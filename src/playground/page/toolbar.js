/** The bar above the people: the clock that moves forward, the example, links, theme and language. */
import { showOnly } from "./board.js";
import { askLink } from "./dialogs.js";
import { byId, h, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { openLink } from "./open.js";
import { clockOf, momentOf, switchLanguage, t } from "./texts.js";
import { toast } from "./toast.js";
import { act, world } from "./world.js";

const THEME = "playground-theme";
const DAY = 86_400_000;
const ROLES = ["curator", "mentor", "mentee", "guardian"];

const isDark = () =>
  (document.documentElement.dataset.theme ??
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

/** Puts back the theme chosen before; without a choice the system's is followed. */
export function restoreTheme() {
  const chosen = localStorage.getItem(THEME);
  if (chosen) document.documentElement.dataset.theme = chosen;
}

function switchTheme() {
  const next = isDark() ? "light" : "dark";
  localStorage.setItem(THEME, next);
  document.documentElement.dataset.theme = next;
  drawToolbar();
}

/** @param {HTMLButtonElement} button @param {() => Promise<void>} work */
async function busyWhile(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  await work();
  button.removeAttribute("aria-busy");
}

/** @param {"hour" | "day" | "due"} by */
async function moveClock(by) {
  const answer = await act("clock", { by });
  if (answer && !answer.moved) toast(t("clock-nothing"));
}

async function fill() {
  const made = await act("fill");
  if (!made) return;
  /** @type {{ userId: number, role: string }[]} */
  const people = made.people;
  const one = (/** @type {string} */ role) => people.find((person) => person.role === role)?.userId;
  const ids = ROLES.map(one).filter((id) => id !== undefined);
  if (ids.length > 0) showOnly(ids);
  toast(t("fill-done", { count: people.length }));
}

async function ownerLink() {
  const answer = await act("owner-link");
  if (answer?.link) await openLink(answer.link);
  else if (answer) toast(t("owner-none"));
}

async function pasteLink() {
  const link = await askLink();
  if (link) await openLink(link);
}

/** @param {Parameters<typeof icon>[0] | null} name @param {string} label @param {() => Promise<void>} work */
function tool(name, label, work) {
  const button = h("button", { type: "button", class: "tool" }, name && icon(name), h("span", {}, label));
  button.addEventListener("click", () => busyWhile(button, work));
  return button;
}

const shownTime = h("time", { class: "clock-time" });
const shownAhead = h("span", { class: "clock-ahead" });
const due = h("button", { type: "button", class: "tool is-due" });

/** The clock alone; the rest of the bar stays as it is. */
export function drawClock() {
  const { now, offset, next } = world.clock;
  shownTime.textContent = clockOf(now);
  shownTime.title = momentOf(now);
  shownTime.dateTime = new Date(now).toISOString();
  const days = Math.round(offset / DAY);
  shownAhead.textContent = days > 0 ? t("clock-ahead", { days }) : "";
  due.title = next === null ? t("clock-nothing") : t("clock-due-at", { when: momentOf(next) });
}

export function drawToolbar() {
  const theme = iconButton(isDark() ? "sun" : "moon", isDark() ? t("theme-light") : t("theme-dark"), {
    class: "quiet",
    onclick: switchTheme,
  });
  const language = h(
    "button",
    {
      type: "button",
      class: "tool is-language",
      onclick: switchLanguage,
      title: t("language-full"),
      "aria-label": t("language-full"),
    },
    t("language"),
  );
  const more = iconButton("more", t("more"), { class: "quiet only-narrow" });
  more.addEventListener("click", () =>
    openMenu(more, t("more"), [
      { label: t("clock-hour"), icon: "plus", go: () => void moveClock("hour") },
      { label: t("clock-day"), icon: "plus", go: () => void moveClock("day") },
      { label: t("clock-due"), icon: "skip", go: () => void moveClock("due") },
      { label: t("fill"), icon: "spark", go: () => void fill() },
      { label: t("owner-link"), icon: "key", go: () => void ownerLink() },
      { label: t("open-link"), icon: "link", go: () => void pasteLink() },
      { label: t("language-full"), icon: "people", go: switchLanguage },
    ]),
  );
  due.replaceChildren(icon("skip"), h("span", {}, t("clock-due")));
  due.onclick = () => busyWhile(due, () => moveClock("due"));
  byId("bar").replaceChildren(
    h("div", { class: "brand" }, h("img", { src: "/favicon.svg", alt: "" }), h("h1", {}, t("name"))),
    h(
      "div",
      { class: "clock", role: "group", "aria-label": t("clock") },
      h("span", { class: "clock-face" }, icon("clock"), shownTime, shownAhead),
      tool(null, t("clock-hour"), () => moveClock("hour")),
      tool(null, t("clock-day"), () => moveClock("day")),
      due,
    ),
    h(
      "div",
      { class: "tools" },
      tool("spark", t("fill"), fill),
      tool("key", t("owner-link"), ownerLink),
      tool("link", t("open-link"), pasteLink),
      language,
    ),
    theme,
    more,
  );
  drawClock();
}
