/** The people side by side: which columns are open, the tabs above them, what is unread. */
import { createColumn } from "./column.js";
import { addPerson, askName } from "./dialogs.js";
import { avatar, byId, h, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { roleWords, t } from "./texts.js";
import { world } from "./world.js";

/** @typedef {import("./column.js").Column} Column */

const STORED = "playground-open";
const FIRST = 4;

/** @type {Map<number, Column>} */
const columns = new Map();
/** @type {Map<number, number>} */
const unread = new Map();
let active = 0;
/**
 * Who is to be shown as soon as the server has told of them: an answer may overtake the stream.
 * @type {Set<number>}
 */
const awaited = new Set();

const inView = new IntersectionObserver(
  (changes) => {
    for (const change of changes) {
      const id = Number(/** @type {HTMLElement} */ (change.target).dataset.person);
      columns.get(id)?.setSeen(change.isIntersecting && document.visibilityState === "visible");
    }
  },
  { threshold: 0.4 },
);

const remember = () => localStorage.setItem(STORED, JSON.stringify([...columns.keys()]));

/** @returns {number[]} */
function remembered() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => world.chats.has(id)) : [];
  } catch {
    return [];
  }
}

/** @param {number} id */
function open(id) {
  if (columns.has(id) || !world.chats.has(id)) return;
  const column = createColumn(id, {
    close: () => close(id),
    unread: (count) => {
      unread.set(id, count);
      drawTabs();
    },
  });
  columns.set(id, column);
  unread.delete(id);
  byId("board").append(column.element);
  inView.observe(column.element);
  column.draw();
  remember();
}

/** @param {number} id */
function close(id) {
  const column = columns.get(id);
  if (!column) return;
  inView.unobserve(column.element);
  column.element.remove();
  columns.delete(id);
  unread.delete(id);
  if (active === id) active = [...columns.keys()][0] ?? 0;
  remember();
  draw();
}

/** Brings a person's column to the front, at once or when the person is known. @param {number} id */
export function show(id) {
  active = id;
  if (!world.chats.has(id)) return void awaited.add(id);
  open(id);
  draw();
  columns.get(id)?.element.scrollIntoView({ inline: "center", block: "nearest" });
  byId("tabs").querySelector("[aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  columns.get(id)?.focus();
}

/** Shows these people and nobody else. @param {number[]} ids */
export function showOnly(ids) {
  for (const id of [...columns.keys()]) if (!ids.includes(id)) close(id);
  for (const id of ids) {
    if (world.chats.has(id)) open(id);
    else awaited.add(id);
  }
  active = ids[0] ?? active;
  draw();
}

function tab(/** @type {number} */ id) {
  const person = world.chats.get(id)?.person;
  const count = unread.get(id) ?? 0;
  const name = person?.name ?? "";
  const badge = h("span", { class: "badge", "aria-label": t("unread", { count }) }, String(count));
  return h(
    "button",
    { type: "button", class: "tab", "aria-current": id === active ? "true" : null, onclick: () => show(id) },
    avatar(person),
    h(
      "span",
      { class: "tab-words" },
      h("span", { class: "tab-name" }, name),
      h("span", { class: "tab-role" }, roleWords(person?.role ?? "")),
    ),
    count > 0 && badge,
  );
}

/** How many messages wait for people whose columns are not open. */
const unseen = () => [...unread].reduce((sum, [id, count]) => (columns.has(id) ? sum : sum + count), 0);

function peopleMenu(/** @type {HTMLElement} */ where) {
  const items = [...world.chats.values()].map(({ person }) => ({
    label: person.name,
    note: [roleWords(person.role), unread.get(person.id) || ""].filter(Boolean).join(" · "),
    go: () => show(person.id),
  }));
  openMenu(where, t("people-list"), items);
}

/** Asks for a name and opens the new person's column. */
export async function addByName() {
  const name = await askName();
  const id = name ? await addPerson(name) : null;
  if (id !== null) show(id);
}

function drawTabs() {
  const nav = byId("tabs");
  nav.setAttribute("aria-label", t("people"));
  const all = iconButton("people", t("people-all"), { class: "quiet", "aria-haspopup": "menu" });
  const waiting = unseen();
  if (waiting > 0)
    all.append(h("span", { class: "badge", "aria-label": t("unread", { count: waiting }) }, String(waiting)));
  all.addEventListener("click", () => peopleMenu(all));
  const add = h(
    "button",
    { type: "button", class: "tab is-add", onclick: addByName, title: t("add"), "aria-label": t("add") },
    h("span", { class: "avatar is-new", "aria-hidden": "true" }, "+"),
    h("span", { class: "tab-name" }, t("add")),
  );
  const focused = [...nav.children].indexOf(/** @type {Element} */ (document.activeElement));
  nav.replaceChildren(all, ...[...columns.keys()].map(tab), add);
  if (focused >= 0) /** @type {HTMLElement | undefined} */ (nav.children[focused])?.focus();
}

function draw() {
  for (const [id, column] of columns) column.element.classList.toggle("is-active", id === active);
  const board = byId("board");
  board.dataset.count = String(columns.size);
  board.querySelector(".empty")?.remove();
  if (columns.size === 0) board.append(h("p", { class: "empty" }, t("empty")));
  drawTabs();
}

/** Draws everything that is known now: at the start, and when the connection is back. */
export function drawWorld() {
  for (const id of [...columns.keys()]) if (!world.chats.has(id)) close(id);
  if (columns.size === 0) {
    const ids = remembered();
    for (const id of ids.length > 0 ? ids : [...world.chats.keys()].slice(0, FIRST)) open(id);
  }
  if (!columns.has(active)) active = [...columns.keys()][0] ?? 0;
  for (const column of columns.values()) column.draw();
  draw();
}

/**
 * @param {number} id
 * @param {import("./world.js").Message[]} news what is new or changed
 */
export function drawPerson(id, news) {
  if (awaited.delete(id)) {
    open(id);
    if (id === active) show(id);
    else draw();
  }
  const fresh = news.filter((message) => message.byBot && !message.edited).length;
  if (!columns.has(id) && fresh > 0) unread.set(id, (unread.get(id) ?? 0) + fresh);
  columns.get(id)?.draw();
  drawTabs();
}
