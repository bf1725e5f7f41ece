/** Telegram's entities as elements. Text from people and from the bot only ever becomes text nodes. */
import { h, icon } from "./dom.js";
import { momentBy, momentOf, t } from "./texts.js";
import { world } from "./world.js";

/** @typedef {import("@grammyjs/types").MessageEntity} Entity */
/** @typedef {{ link: (url: string) => void, command: (text: string) => void, opened: Set<string>, id: string }} Doings */

/** They stand on lines of their own, so the line break after them is not shown again. */
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const PLAIN_TAGS = /** @type {const} */ ({ bold: "b", italic: "i", underline: "u", strikethrough: "s" });
const FOUND =
  /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]|\bt\.me\/[^\s<>"«»]+[^\s<>"«».,;:!?)]|tg:\/\/[^\s<>"«»]+|(?<=^|\s)\/[a-z][a-z0-9_]{0,31}\b)/gi;

/**
 * A piece of a message that can be pressed: a link or a command.
 * @param {Node[]} children
 * @param {string} title
 * @param {() => void} go
 */
function pressable(children, title, go) {
  const found = h("a", {
    href: "#",
    class: "link",
    title,
    onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      event.stopPropagation();
      go();
    },
  });
  found.append(...children);
  return found;
}

/**
 * Text in which addresses and commands can be pressed.
 * @param {string} text
 * @param {Doings} doings
 * @returns {Node[]}
 */
function found(text, doings) {
  return text.split(FOUND).map((part, index) => {
    const node = document.createTextNode(part);
    if (index % 2 === 0) return node;
    return part.startsWith("/")
      ? pressable([node], part, () => doings.command(part))
      : pressable([node], part, () => doings.link(part));
  });
}

/**
 * Text that stays hidden until it is pressed.
 * @param {Node[]} children
 * @param {string} key
 * @param {Set<string>} opened
 */
function spoiler(children, key, opened) {
  const hidden = h("span", { class: "spoiler" });
  hidden.append(...children);
  if (opened.has(key)) return hidden;
  hidden.classList.add("is-hidden");
  hidden.tabIndex = 0;
  hidden.setAttribute("role", "button");
  hidden.setAttribute("aria-label", t("spoiler"));
  const show = (/** @type {Event} */ event) => {
    if (!hidden.classList.contains("is-hidden")) return;
    event.preventDefault();
    event.stopPropagation();
    opened.add(key);
    hidden.classList.remove("is-hidden");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", show, { capture: true });
  hidden.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && show(event));
  return hidden;
}

/**
 * @param {Node[]} children
 * @param {string} key
 * @param {Set<string>} opened
 */
function longQuote(children, key, opened) {
  const body = h("span", { class: "quote-body" });
  body.append(...children);
  const toggle = h("button", { type: "button", class: "quote-toggle" }, icon("down"));
  const quote = h("blockquote", { class: "quote long" }, body, toggle);
  const draw = () => {
    const open = opened.has(key);
    quote.classList.toggle("is-open", open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.setAttribute("aria-label", open ? t("collapse") : t("expand"));
  };
  toggle.addEventListener("click", () => {
    if (!opened.delete(key)) opened.add(key);
    draw();
  });
  draw();
  return quote;
}

/**
 * @param {Entity} entity
 * @param {string} text what the entity covers
 * @param {Node[]} children
 * @param {Doings} doings
 * @returns {Node}
 */
function wrapped(entity, text, children, doings) {
  const key = `${doings.id}:${entity.offset}`;
  const inside = (/** @type {HTMLElement} */ element) => {
    element.append(...children);
    return element;
  };
  switch (entity.type) {
    case "bold":
    case "italic":
    case "underline":
    case "strikethrough":
      return inside(h(PLAIN_TAGS[entity.type]));
    case "code":
      return h("code", {}, text);
    case "pre":
      return h("pre", { "data-language": entity.language }, h("code", {}, text));
    case "text_link":
      return pressable(children, entity.url, () => doings.link(entity.url));
    case "url":
      return pressable([document.createTextNode(text)], text, () => doings.link(text));
    case "email":
      return pressable([document.createTextNode(text)], text, () => doings.link(`mailto:${text}`));
    case "phone_number":
      return pressable([document.createTextNode(text)], text, () => doings.link(`tel:${text.replace(/[^+\d]/g, "")}`));
    case "bot_command":
      return pressable([document.createTextNode(text)], text, () => doings.command(text));
    case "mention":
    case "hashtag":
    case "cashtag":
    case "text_mention":
      return inside(h("span", { class: "mention" }));
    case "spoiler":
      return spoiler(children, key, doings.opened);
    case "blockquote":
      return inside(h("blockquote", { class: "quote" }));
    case "expandable_blockquote":
      return longQuote(children, key, doings.opened);
    case "date_time": {
      const at = entity.unix_time * 1000;
      const shown = momentBy(at, entity.date_time_format ?? "", world.clock.now);
      return h("time", { class: "moment", datetime: new Date(at).toISOString(), title: momentOf(at) }, shown ?? text);
    }
    default:
      return inside(h("span"));
  }
}

/**
 * The text with its entities; offsets are UTF-16 code units, as JavaScript counts.
 * @param {string} text
 * @param {Entity[]} entities
 * @param {Doings} doings
 * @returns {DocumentFragment}
 */
export function rich(text, entities, doings) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...range(text, 0, text.length, sorted, doings));
  return fragment;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Entity[]} entities sorted; those that cross the border of another are cut at it
 * @param {Doings} doings
 * @returns {Node[]}
 */
function range(text, from, to, entities, doings) {
  /** @type {Node[]} */
  const nodes = [];
  let rest = [...entities];
  let at = from;
  for (let entity = rest.shift(); entity; entity = rest.shift()) {
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (end <= start) continue;
    if (start > at) nodes.push(...found(text.slice(at, start), doings));
    const inner = rest.filter((other) => other.offset < end);
    const crossing = inner
      .filter((other) => other.offset + other.length > end)
      .map((other) => ({ ...other, offset: end, length: other.offset + other.length - end }));
    rest = [...crossing, ...rest.filter((other) => other.offset >= end)];
    nodes.push(wrapped(entity, text.slice(start, end), range(text, start, end, inner, doings), doings));
    at = BLOCKS.has(entity.type) && text[end] === "\n" && end < to ? end + 1 : end;
  }
  if (at < to) nodes.push(...found(text.slice(at, to), doings));
  return nodes;
}
