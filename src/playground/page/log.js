/** The messages of a chat, oldest first: drawn by key, scrolled as people expect, counted when unread. */
import { bubble } from "./bubble.js";
import { h, icon, iconButton } from "./dom.js";
import { rich } from "./rich.js";
import { dayOf, t, timeOf } from "./texts.js";
import { act } from "./world.js";

/** @typedef {import("./world.js").Message} Message */
/** @typedef {import("./world.js").Chat} Chat */
/** @typedef {import("./bubble.js").BubbleDoings} BubbleDoings */
/** @typedef {{ key: string, at: number, json: string, fromBot: boolean, own: boolean, make: () => HTMLElement }} Entry */

/** So near to the end counts as its end. */
const NEAR = 60;

/** @param {import("../seen.ts").Note} note @param {BubbleDoings} doings */
function noteCard(note, doings) {
  const text = h("div", { class: "text" });
  text.append(rich(note.text, note.entities, { ...doings, id: `note${note.id}` }));
  return h(
    "article",
    { class: "note" },
    h("div", { class: "note-from" }, icon("forward"), t("note-from", { name: note.from })),
    text,
    h("span", { class: "marks" }, h("time", {}, timeOf(note.at))),
  );
}

/** @param {import("./world.js").Person} person */
const welcome = (person) =>
  h(
    "div",
    { class: "welcome" },
    h("img", { src: "/favicon.svg", alt: "" }),
    h("h3", {}, t("what")),
    h("p", {}, person.description || person.botName),
    h(
      "button",
      {
        type: "button",
        class: "welcome-start",
        tabindex: -1,
        "aria-hidden": "true",
        onclick: () => act("start", { user: person.id }),
      },
      t("start"),
    ),
  );

/**
 * All that stands in a chat, in its order.
 * @param {Chat} chat
 * @param {BubbleDoings} doings
 * @returns {Entry[]}
 */
function entriesOf(chat, doings) {
  const messages = [...chat.messages.values()].map((message) => ({
    key: `m${message.id}`,
    at: message.at,
    order: message.id,
    json: JSON.stringify(message),
    fromBot: message.byBot && message.kind !== "service",
    own: !message.byBot,
    make: () => bubble(message, doings),
  }));
  const notes = chat.person.notes.map((note) => ({
    key: `n${note.id}`,
    at: note.at,
    order: 0,
    json: "",
    fromBot: true,
    own: false,
    make: () => noteCard(note, doings),
  }));
  const byId = messages.sort((one, other) => one.order - other.order);
  return [...byId, ...notes].sort((one, other) => one.at - other.at);
}

/**
 * Puts the nodes in order, moving only those that stand wrong.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} nodes
 */
function place(list, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...list.children]) if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  nodes.forEach((node, index) => {
    const there = list.children[index];
    if (there !== node) list.insertBefore(node, there ?? null);
  });
}

/**
 * @param {{ id: number, doings: BubbleDoings, unread: (count: number) => void }} given
 */
export function createLog({ id, doings, unread }) {
  /** @type {Map<string, { json: string, node: HTMLElement }>} */
  const drawn = new Map();
  /** @type {Chat | undefined} */
  let shown;
  let seen = true;
  let count = 0;
  let first = true;

  const list = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: 0 });
  const badge = h("span", { class: "badge", hidden: true });
  const down = iconButton("down", t("down"), { class: "to-end", onclick: () => toEnd(true) });
  down.append(badge);
  down.hidden = true;
  const element = h("div", { class: "log-box" }, list, down);

  const atEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  const toEnd = (/** @type {boolean} */ smooth) =>
    list.scrollTo({ top: list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  const setCount = (/** @type {number} */ next) => {
    if (next !== count) unread(next);
    count = next;
    badge.textContent = String(next);
    badge.hidden = next === 0;
  };
  const look = () => {
    down.hidden = atEnd();
    if (seen && atEnd()) setCount(0);
  };
  /** Whether the end is to stay in view: until somebody scrolls up, even while pictures still grow. */
  let stuck = true;
  let top = 0;
  const scrolled = () => {
    if (atEnd()) stuck = true;
    else if (list.scrollTop < top) stuck = false;
    top = list.scrollTop;
    look();
  };
  list.addEventListener("scroll", scrolled, { passive: true });
  const sizes = new ResizeObserver(() => {
    if (stuck) toEnd(false);
    look();
  });
  sizes.observe(list);
  list.addEventListener("load", () => stuck && toEnd(false), { capture: true });

  /** @param {Entry} entry */
  const nodeOf = (entry) => {
    const old = drawn.get(entry.key);
    if (old?.json === entry.json) return old.node;
    const node = entry.make();
    if (!old && !first) node.classList.add("is-new");
    drawn.set(entry.key, { json: entry.json, node });
    return node;
  };
  /** @param {number} at */
  const dayMark = (at) => {
    const key = `d${dayOf(at)}`;
    const old = drawn.get(key)?.node ?? h("div", { class: "service is-day" }, h("span", {}, dayOf(at)));
    drawn.set(key, { json: "", node: old });
    return { key, node: old };
  };
  /** @param {Chat} chat */
  const arrange = (chat) => {
    const all = entriesOf(chat, doings);
    const focused = document.activeElement;
    const held = focused instanceof HTMLElement && list.contains(focused) ? focused.dataset.place : undefined;
    const keys = new Set(all.map((entry) => entry.key));
    const fresh = all.filter((entry) => !drawn.has(entry.key));
    let day = "";
    const nodes = all.flatMap((entry) => {
      const node = nodeOf(entry);
      const mark = dayMark(entry.at);
      keys.add(mark.key);
      if (mark.key === day) return [node];
      day = mark.key;
      return [mark.node, node];
    });
    for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
    if (!chat.person.started && chat.messages.size === 0) nodes.unshift(welcome(chat.person));
    place(list, nodes);
    const again = held ? list.querySelector(`[data-place="${held}"]`) : null;
    if (again instanceof HTMLElement && again !== document.activeElement) again.focus({ preventScroll: true });
    return fresh;
  };

  return {
    element,
    /** @param {Chat} chat */
    draw(chat) {
      shown = chat;
      list.setAttribute("aria-label", t("chat-of", { name: chat.person.name }));
      const fresh = arrange(chat);
      const own = fresh.some((entry) => entry.own);
      if (own) stuck = true;
      if (stuck) toEnd(false);
      if (!first) setCount(count + fresh.filter((entry) => entry.fromBot).length);
      first = false;
      look();
    },
    /** Draws a message again although nothing in it changed: a wheel on its button starts or stops. @param {number} message */
    redraw(message) {
      drawn.delete(`m${message}`);
      const wasFirst = first;
      first = true;
      if (shown) arrange(shown);
      first = wasFirst;
    },
    /** @param {number} message */
    jump(message) {
      const node = drawn.get(`m${message}`)?.node;
      node?.scrollIntoView({ block: "center", behavior: "smooth" });
      node?.animate([{ filter: "brightness(0.85)" }, { filter: "none" }], 900);
    },
    /** @param {boolean} now */
    setSeen(now) {
      seen = now;
      look();
    },
    id,
  };
}
