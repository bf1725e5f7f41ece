/** Where a person writes: the field, files, the bot's keys and commands, a reply or an edit under way. */
import { createAside } from "./aside.js";
import { createCommands } from "./commands.js";
import { askFiles } from "./dialogs.js";
import { h, iconButton } from "./dom.js";
import { createKeys, PLACE } from "./keys.js";
import { openMenu } from "./menu.js";
import { t } from "./texts.js";
import { act, upload } from "./world.js";

/** @typedef {import("./world.js").Message} Message */
/** @typedef {import("./world.js").Person} Person */
/** @typedef {import("./aside.js").Aside} Aside */

/** Longer texts are cut by Telegram's own clients into several messages. */
const LONGEST = 4096;
const TALLEST = 160;

/** @param {string} text */
function pieces(text) {
  const cut = [];
  for (let rest = text; rest !== ""; ) {
    const space = rest.length > LONGEST ? rest.lastIndexOf("\n", LONGEST) : -1;
    const end = rest.length <= LONGEST ? rest.length : space > 0 ? space : LONGEST;
    cut.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n/, "");
  }
  return cut;
}

/** What stands in place of the field while nobody can write. @param {number} id */
function createGate(id) {
  const element = h("div", { class: "gate", hidden: true });
  return {
    element,
    /** @param {Person} now */
    draw(now) {
      const closed = now.deactivated || now.blocked || !now.started;
      element.hidden = !closed;
      const [label, action] = now.blocked ? [t("unblock"), "unblock"] : [t("start"), "start"];
      const go = h("button", { type: "button", class: "gate-button", onclick: () => act(action, { user: id }) }, label);
      element.replaceChildren(now.deactivated ? h("span", { class: "gate-words" }, t("deactivated")) : go);
      return closed;
    },
  };
}

/** The button of what else can be sent. @param {number} id */
function extraButton(id) {
  const button = iconButton("smile", t("extra"), { class: "quiet" });
  button.addEventListener("click", () =>
    openMenu(button, t("extra"), [
      { label: t("voice"), icon: "mic", go: () => void act("voice", { user: id }) },
      { label: t("sticker"), icon: "smile", go: () => void act("sticker", { user: id, emoji: "🌲" }) },
      { label: t("location"), icon: "place", go: () => void act("location", { user: id, ...PLACE }) },
      { label: t("contact"), icon: "person", go: () => void act("contact", { user: id }) },
    ]),
  );
  return button;
}

/** The paper clip. @param {(files: File[]) => void} send */
function createClip(send) {
  const picker = h("input", { type: "file", multiple: true, hidden: true, tabindex: -1, "aria-label": t("attach") });
  const button = iconButton("clip", t("attach"), { class: "quiet", onclick: () => picker.click() });
  picker.addEventListener("change", () => {
    const files = [...(picker.files ?? [])];
    picker.value = "";
    send(files);
  });
  return { picker, button };
}

/**
 * @param {{ id: number, person: () => Person | undefined, lastOwn: () => Message | undefined }} given
 */
export function createComposer({ id, person, lastOwn }) {
  const field = h("textarea", { class: "field-text", rows: 1, "aria-label": t("placeholder"), enterkeyhint: "send" });
  const sendButton = iconButton("send", t("send"), { class: "send", type: "submit" });

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
    sendButton.classList.toggle("is-ready", field.value.trim() !== "");
    commands.suggest(field.value);
  };
  /** @param {string} text */
  const say = async (text) => {
    const under = aside.get();
    const replyTo = under?.kind === "reply" ? under.message.id : undefined;
    for (const piece of pieces(text)) await act("say", { user: id, text: piece, replyTo });
  };
  /** @param {Aside | null} next */
  const setAside = (next) => {
    if (aside.get()?.kind === "edit") field.value = "";
    aside.set(next);
    sendButton.setAttribute("aria-label", next?.kind === "edit" ? t("save") : t("send"));
    if (next?.kind === "edit") field.value = next.message.text;
    if (next) field.focus();
    grow();
  };
  const submit = async () => {
    const text = field.value.trim();
    if (text === "") return;
    const under = aside.get();
    const sent = under?.kind === "edit" ? act("edit", { user: id, message: under.message.id, text }) : say(text);
    field.value = "";
    setAside(null);
    await sent;
  };
  /** @param {File[]} files */
  const sendFiles = async (files) => {
    if (files.length === 0) return;
    const answer = await askFiles(files);
    if (answer) await upload({ user: id, files, ...answer });
    field.focus();
  };
  /** @param {string} text */
  const choose = (text) => {
    field.value = "";
    grow();
    void say(text);
  };

  const aside = createAside({ cancel: () => setAside(null) });
  const commands = createCommands({ person, choose });
  const keys = createKeys({ id, field, say });
  const gate = createGate(id);
  const clip = createClip((files) => void sendFiles(files));
  const box = h("div", { class: "field-box" }, field, extraButton(id), keys.button);
  const write = h("form", { class: "write" }, commands.button, clip.button, box, sendButton);
  const parts = [commands.element, aside.element, write, keys.element, gate.element, clip.picker];

  write.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    const own = event.key === "ArrowUp" && field.value === "" ? lastOwn() : undefined;
    if (event.key === "Escape") setAside(null);
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (own) {
      event.preventDefault();
      setAside({ kind: "edit", message: own });
    }
  });
  field.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    sendFiles(files);
  });

  return {
    element: h("div", { class: "composer" }, ...parts),
    say,
    sendFiles,
    setAside,
    /** @param {Person} now */
    draw(now) {
      commands.draw();
      keys.draw(now.keyboard);
      const closed = gate.draw(now);
      write.hidden = closed;
      keys.close(closed);
    },
  };
}
