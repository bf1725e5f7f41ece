/** One person's phone: whose it is, the chat with the bot, and where to write. */
import { createComposer } from "./composer.js";
import { alertWords } from "./dialogs.js";
import { avatar, h, iconButton } from "./dom.js";
import { createLog } from "./log.js";
import { openMenu } from "./menu.js";
import { messageMenu } from "./message-menu.js";
import { openLink } from "./open.js";
import { roleWords, t } from "./texts.js";
import { toast } from "./toast.js";
import { act, tap, world } from "./world.js";

/** @typedef {import("./world.js").Message} Message */
/** @typedef {import("./bubble.js").BubbleDoings} BubbleDoings */
/** @typedef {ReturnType<typeof createColumn>} Column */

const TYPING = "typing";

/**
 * The two bars above the messages: whose phone it is, and the bot.
 * @param {() => void} close
 */
function createBars(close) {
  const name = h("span", { class: "owner-name" });
  const role = h("span", { class: "owner-role" });
  const botName = h("span", { class: "bot-name" });
  const status = h("span", { class: "bot-status", "aria-live": "polite" });
  const menu = iconButton("more", t("more"), { class: "quiet" });
  const away = iconButton("close", "", { class: "quiet column-close", onclick: close });
  const face = h("span", { class: "owner-face" });
  const owner = h("div", { class: "owner" }, face, name, role, away);
  const bot = h(
    "div",
    { class: "bot" },
    h("img", { src: "/favicon.svg", alt: "", class: "bot-face" }),
    h("div", { class: "bot-words" }, botName, status),
    menu,
  );
  return { name, role, botName, status, menu, away, face, bars: [owner, bot] };
}

/**
 * @param {number} id of the person
 * @param {{ close: () => void, unread: (count: number) => void }} given
 */
export function createColumn(id, { close, unread }) {
  const chat = () => world.chats.get(id);
  const person = () => chat()?.person;

  /** @param {Message} message @param {import("./bubble.js").ShownButton} button @param {string} place */
  const press = async (message, button, place) => {
    if (button.kind === "url") return openLink(button.url, id);
    if (button.kind === "copy") {
      await navigator.clipboard.writeText(button.copy);
      return toast(t("copied"), element);
    }
    if (button.kind !== "callback" || doings.waiting.has(place)) return;
    doings.waiting.add(place);
    log.redraw(message.id);
    const { answer, sent } = await tap(id, message.id, button.data);
    doings.waiting.delete(place);
    log.redraw(message.id);
    if (!sent) return;
    if (!answer) return toast(t("late"), element);
    if (answer.url) openLink(answer.url, id);
    else if (answer.text && answer.alert) await alertWords(answer.text);
    else if (answer.text) toast(answer.text, element);
  };

  /** @type {BubbleDoings} */
  const doings = {
    opened: new Set(),
    waiting: new Set(),
    link: (url) => void openLink(url, id),
    command: (text) => void composer.say(text),
    press: (message, button, place) => void press(message, button, place),
    menu: (message, where) => messageMenu(message, where, { id, aside: composer.setAside, near: element }),
    jump: (wanted) => log.jump(wanted),
    message: (wanted) => chat()?.messages.get(wanted),
    noSave: () => toast(t("no-save"), element),
  };

  const lastOwn = () =>
    [...(chat()?.messages.values() ?? [])].filter((one) => !one.byBot && one.kind === "text").at(-1);
  const composer = createComposer({ id, person, lastOwn });
  const log = createLog({ id, doings, unread });
  const { name, role, botName, status, menu, away, face, bars } = createBars(close);
  const drop = h("div", { class: "drop", hidden: true }, t("drop"));
  const element = h(
    "section",
    { class: "column", "data-person": id },
    ...bars,
    log.element,
    h("div", { class: "column-toasts", "aria-live": "polite" }),
    composer.element,
    drop,
  );

  menu.addEventListener("click", () => {
    const now = person();
    if (!now) return;
    openMenu(menu, t("chat-menu", { name: now.name }), [
      now.blocked
        ? { label: t("unblock"), icon: "check", go: () => void act("unblock", { user: id }) }
        : { label: t("block"), icon: "ban", go: () => void act("block", { user: id }) },
      { label: t("clear"), icon: "broom", go: () => void act("clear", { user: id }) },
      { label: t("deactivate"), icon: "close", danger: true, go: () => void act("deactivate", { user: id }) },
    ]);
  });
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") === true;
  element.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop.hidden = false;
  });
  element.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) drop.hidden = true;
  });
  element.addEventListener("drop", (event) => {
    drop.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    composer.sendFiles([...(event.dataTransfer?.files ?? [])]);
  });

  const drawHead = () => {
    const now = person();
    if (!now) return;
    element.setAttribute("aria-label", now.name);
    face.replaceChildren(avatar(now));
    name.textContent = now.name;
    role.textContent = roleWords(now.role);
    botName.textContent = now.botName;
    away.title = t("close-column", { name: now.name });
    away.setAttribute("aria-label", away.title);
    menu.setAttribute("aria-label", t("chat-menu", { name: now.name }));
    const busy = now.typing && (now.typing === TYPING ? t("typing") : t("uploading"));
    const still = now.blocked ? t("blocked") : t("bot");
    status.replaceChildren(
      ...(busy ? [busy, h("span", { class: "typing-dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"))] : [still]),
    );
    status.classList.toggle("is-typing", Boolean(busy));
    composer.draw(now);
  };

  return {
    id,
    element,
    draw() {
      drawHead();
      const now = chat();
      if (now) log.draw(now);
    },
    /** Whether a person looks at this column now: what it shows at its end is then read. @param {boolean} seen */
    setSeen: (seen) => log.setSeen(seen),
    focus: () => element.querySelector("textarea")?.focus(),
  };
}
