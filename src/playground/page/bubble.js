/** One message as an element. It is made anew when the message changes; what was opened in it stays open. */

import { showPicture } from "./dialogs.js";
import { h, icon, iconButton } from "./dom.js";
import { rich } from "./rich.js";
import { momentOf, sizeOf, t, timeOf } from "./texts.js";

/** @typedef {import("./world.js").Message} Message */
/** @typedef {import("../telegram/model.ts").ShownButton} ShownButton */
/**
 * @typedef {object} BubbleDoings
 * @property {(url: string) => void} link
 * @property {(text: string) => void} command
 * @property {(message: Message, button: ShownButton, place: string) => void} press
 * @property {(message: Message, where: { x: number, y: number } | HTMLElement) => void} menu
 * @property {(id: number) => void} jump
 * @property {(id: number) => Message | undefined} message
 * @property {() => void} noSave
 * @property {Set<string>} opened spoilers and quotes that were opened
 * @property {Set<string>} waiting places of buttons whose answer has not come
 */

/**
 * @param {Message} message
 * @param {BubbleDoings} doings
 */
function attachment(message, doings) {
  const { file } = message;
  if (message.kind === "voice")
    return h(
      "div",
      { class: "voice", "aria-label": t("voice-label") },
      h("span", { class: "voice-play" }, icon("play")),
      h("span", { class: "voice-wave" }),
    );
  if (message.kind === "location") return h("div", { class: "map", "aria-label": t("location-label") }, icon("place"));
  if (message.kind === "contact")
    return h(
      "div",
      { class: "card" },
      h("span", { class: "card-face" }, icon("person")),
      h("span", {}, t("contact-label")),
    );
  if (!file || message.kind === "sticker") return null;
  if (file.picture && message.kind === "photo") {
    const label = t("picture", { name: file.name });
    const picture = h("img", {
      src: file.url,
      alt: label,
      class: "photo",
      draggable: message.protected ? "false" : null,
    });
    return h(
      "button",
      { type: "button", class: "photo-button", "aria-label": label, onclick: () => showPicture(file.url, label) },
      picture,
    );
  }
  const words = h(
    "span",
    { class: "file-words" },
    h("span", { class: "file-name" }, file.name),
    h("span", { class: "file-size" }, sizeOf(file.size)),
  );
  const face = h("span", { class: "file-face" }, icon(message.protected ? "lock" : "get"));
  if (message.protected) return h("button", { type: "button", class: "file", onclick: doings.noSave }, face, words);
  return h(
    "a",
    { class: "file", href: file.url, download: file.name, "aria-label": t("download", { name: file.name }) },
    face,
    words,
  );
}

/**
 * @param {Message} message
 * @param {BubbleDoings} doings
 */
function quoted(message, doings) {
  if (message.replyTo === null) return null;
  const id = message.replyTo;
  const original = doings.message(id);
  const words = original ? original.text || original.file?.name || t(`${original.kind}-label`) : t("deleted-reply");
  return h(
    "button",
    { type: "button", class: "reply", onclick: () => doings.jump(id) },
    h("span", { class: "reply-who" }, original ? (original.byBot ? t("bot") : t("you")) : t("replying")),
    h("span", { class: "reply-text" }, words),
  );
}

/** @param {Message} message */
function marks(message) {
  const mark = (/** @type {Parameters<typeof icon>[0]} */ name, /** @type {string} */ label) =>
    h("span", { class: "mark", title: label, role: "img", "aria-label": label }, icon(name));
  return h(
    "span",
    { class: "marks" },
    message.pinned && mark("pin", t("pinned")),
    message.protected && mark("lock", t("protected")),
    message.silent && message.byBot && mark("bellOff", t("silent")),
    message.edited && h("span", { class: "edited" }, t("edited")),
    h("time", { datetime: new Date(message.at).toISOString(), title: momentOf(message.at) }, timeOf(message.at)),
  );
}

const SIGNS = /** @type {const} */ ({ url: "out", copy: "copy" });

/**
 * The inline keyboard under a message.
 * @param {Message} message
 * @param {BubbleDoings} doings
 */
function keyboard(message, doings) {
  if (message.buttons.length === 0) return null;
  const rows = message.buttons.map((row, rowAt) =>
    h(
      "div",
      { class: "inline-row" },
      ...row.map((button, at) => {
        const place = `${message.id}:${rowAt}:${at}`;
        const waiting = doings.waiting.has(place);
        const sign = button.kind === "url" || button.kind === "copy" ? icon(SIGNS[button.kind]) : null;
        return h(
          "button",
          {
            type: "button",
            class: `inline ${button.style ? `is-${button.style}` : ""} ${waiting ? "is-waiting" : ""}`,
            "aria-busy": waiting ? "true" : null,
            title: waiting ? t("waiting") : null,
            "data-place": place,
            onclick: () => doings.press(message, button, place),
          },
          h("span", { class: "inline-label" }, button.text),
          sign,
        );
      }),
    ),
  );
  return h("div", { class: "inline-keyboard" }, ...rows);
}

const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*){1,3}$/u;

/**
 * @param {Message} message
 * @param {BubbleDoings} doings
 */
function body(message, doings) {
  const text = h("div", { class: "text" });
  text.append(rich(message.text, message.entities, { ...doings, id: String(message.id) }));
  const sticker = message.kind === "sticker";
  if (sticker)
    return [h("div", { class: "sticker", "aria-label": t("sticker-label") }, message.text || "🌲"), marks(message)];
  return [
    message.forwarded && h("div", { class: "forwarded" }, t("forwarded")),
    quoted(message, doings),
    attachment(message, doings),
    message.text !== "" && text,
    message.reactions.length > 0 &&
      h("div", { class: "reactions" }, ...message.reactions.map((emoji) => h("span", { class: "reaction" }, emoji))),
    marks(message),
  ];
}

/**
 * @param {Message} message
 * @param {BubbleDoings} doings
 */
export function bubble(message, doings) {
  if (message.kind === "service")
    return h("div", { class: "service", "data-id": message.id }, h("span", {}, message.text));
  const big = message.kind === "sticker" || (message.entities.length === 0 && ONLY_EMOJI.test(message.text));
  const box = h("div", { class: "bubble" }, ...body(message, doings));
  const more = iconButton("dots", t("message-menu"), {
    class: "bubble-menu",
    onclick: () => doings.menu(message, more),
  });
  box.addEventListener("contextmenu", (event) => {
    if (String(getSelection()) !== "") return;
    event.preventDefault();
    doings.menu(message, { x: event.clientX, y: event.clientY });
  });
  const side = message.byBot ? "is-in" : "is-out";
  const kinds = `${big ? "is-big" : ""} ${message.kind === "photo" ? "is-photo" : ""} ${message.text ? "" : "is-bare"} ${message.protected ? "is-protected" : ""} ${message.buttons.length > 0 ? "has-keys" : ""}`;
  return h(
    "article",
    { class: `message ${side} ${kinds}`, "data-id": message.id },
    h("div", { class: "line" }, box, more),
    keyboard(message, doings),
  );
}
