/** Where a person writes: the field, files, the bot's keys and commands, a reply or an edit under way. */
import { askFiles, confirmWords } from "./dialogs.js";
import { h, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { t } from "./texts.js";
import { act, upload } from "./world.js";

/** @typedef {import("./world.js").Message} Message */
/** @typedef {import("./world.js").Person} Person */
/** @typedef {{ kind: "reply" | "edit", message: Message }} Aside */

/** Longer texts are cut by Telegram's own clients into several messages. */
const LONGEST = 4096;

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

/** Places that a person may send: a school's town square will do. */
const PLACE = { latitude: 55.7522, longitude: 37.6156 };

/**
 * @param {{ id: number, person: () => Person | undefined, lastOwn: () => Message | undefined }} given
 */
export function createComposer({ id, person, lastOwn }) {
  /** @type {Aside | null} */
  let aside = null;
  let keysShown = true;
  let keysSeen = "";

  const field = h("textarea", { class: "field-text", rows: 1, "aria-label": t("placeholder"), enterkeyhint: "send" });
  const send = iconButton("send", t("send"), { class: "send", type: "submit" });
  const commands = iconButton("slash", t("commands"), { class: "quiet commands" });
  const keysButton = iconButton("keys", t("keys"), { class: "quiet" });
  const clip = iconButton("clip", t("attach"), { class: "quiet" });
  const extra = iconButton("smile", t("extra"), { class: "quiet" });
  const picker = h("input", { type: "file", multiple: true, hidden: true, tabindex: -1, "aria-label": t("attach") });
  const banner = h("div", { class: "aside", hidden: true });
  const keys = h("div", { class: "keys", role: "group", "aria-label": t("keys"), hidden: true });
  const suggestions = h("div", { class: "suggestions", role: "listbox", "aria-label": t("commands"), hidden: true });
  const write = h(
    "form",
    { class: "write" },
    commands,
    clip,
    h("div", { class: "field-box" }, field, extra, keysButton),
    send,
  );
  const gate = h("div", { class: "gate", hidden: true });
  const element = h("div", { class: "composer" }, suggestions, banner, write, keys, gate, picker);

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    send.classList.toggle("is-ready", field.value.trim() !== "");
    suggest();
  };
  /** @param {Aside | null} next */
  const setAside = (next) => {
    if (aside?.kind === "edit" && next?.kind !== "edit") field.value = "";
    aside = next;
    banner.hidden = !next;
    banner.replaceChildren();
    if (next) {
      const words = next.message.text || next.message.file?.name || "";
      const title = next.kind === "edit" ? t("editing") : t("replying");
      banner.append(
        icon(next.kind === "edit" ? "pen" : "reply"),
        h("div", { class: "aside-words" }, h("b", {}, title), h("span", {}, words)),
        iconButton("close", t("cancel"), { class: "quiet", onclick: () => setAside(null) }),
      );
      if (next.kind === "edit") field.value = next.message.text;
      field.focus();
    }
    send.setAttribute("aria-label", next?.kind === "edit" ? t("save") : t("send"));
    grow();
  };
  /** @param {string} text */
  const say = async (text) => {
    const replyTo = aside?.kind === "reply" ? aside.message.id : undefined;
    for (const piece of pieces(text)) await act("say", { user: id, text: piece, replyTo });
  };
  const submit = async () => {
    const text = field.value.trim();
    if (text === "") return;
    const now = aside;
    field.value = "";
    if (now?.kind === "edit") {
      aside = null;
      setAside(null);
      await act("edit", { user: id, message: now.message.id, text });
      return;
    }
    const saying = say(text);
    setAside(null);
    await saying;
  };
  const suggest = () => {
    const typed = /^\/(\w*)$/.exec(field.value)?.[1];
    const fitting =
      typed === undefined ? [] : (person()?.commands ?? []).filter((one) => one.command.startsWith(typed));
    suggestions.hidden = fitting.length === 0;
    suggestions.replaceChildren(
      ...fitting.map((one) =>
        h(
          "button",
          {
            type: "button",
            role: "option",
            class: "suggestion",
            onclick: () => {
              field.value = "";
              grow();
              say(`/${one.command}`);
            },
          },
          h("b", {}, `/${one.command}`),
          h("span", {}, one.description),
        ),
      ),
    );
  };
  /** @param {File[]} files */
  const sendFiles = async (files) => {
    if (files.length === 0) return;
    const answer = await askFiles(files);
    if (answer) await upload({ user: id, files, ...answer });
    field.focus();
  };
  /** @param {import("../telegram/model.ts").ShownKey} key @param {boolean} oneTime */
  const pressKey = async (key, oneTime) => {
    if (oneTime) showKeys(false);
    if (key.request === "contact") {
      if (await confirmWords(t("phone-ask"), t("phone-yes"))) await act("contact", { user: id });
    } else if (key.request === "location") await act("location", { user: id, ...PLACE });
    else await say(key.text);
  };
  /** @param {boolean} shown */
  const showKeys = (shown) => {
    keysShown = shown;
    keys.hidden = !shown || keys.childElementCount === 0;
    keysButton.setAttribute("aria-pressed", String(!keys.hidden));
  };
  /** @param {Person} now */
  const drawKeys = (now) => {
    const json = JSON.stringify(now.keyboard);
    if (json === keysSeen) return;
    keysSeen = json;
    const board = now.keyboard;
    const rows = board?.kind === "keys" ? board.rows : [];
    const oneTime = board?.kind === "keys" ? board.oneTime : false;
    keys.replaceChildren(
      ...rows.map((row) =>
        h(
          "div",
          { class: "keys-row" },
          ...row.map((key) =>
            h("button", { type: "button", class: "key", onclick: () => pressKey(key, oneTime) }, key.text),
          ),
        ),
      ),
    );
    keysButton.hidden = rows.length === 0;
    field.placeholder = (board?.kind !== "removed" && board?.placeholder) || t("placeholder");
    showKeys(true);
    const free = document.activeElement === document.body || element.parentElement?.contains(document.activeElement);
    if (board?.kind === "forced" && free) field.focus();
  };
  /** @param {Person} now */
  const drawGate = (now) => {
    const closed = now.deactivated || now.blocked || !now.started;
    write.hidden = closed;
    gate.hidden = !closed;
    keys.hidden = closed || !keysShown || keys.childElementCount === 0;
    if (!closed) return gate.replaceChildren();
    if (now.deactivated) return gate.replaceChildren(h("span", { class: "gate-words" }, t("deactivated")));
    const label = now.blocked ? t("unblock") : t("start");
    const action = now.blocked ? "unblock" : "start";
    gate.replaceChildren(
      h("button", { type: "button", class: "gate-button", onclick: () => act(action, { user: id }) }, label),
    );
  };

  write.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") setAside(null);
    else if (event.key === "ArrowUp" && field.value === "") {
      const message = lastOwn();
      if (!message) return;
      event.preventDefault();
      setAside({ kind: "edit", message });
    }
  });
  field.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    sendFiles(files);
  });
  clip.addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const files = [...(picker.files ?? [])];
    picker.value = "";
    sendFiles(files);
  });
  keysButton.addEventListener("click", () => showKeys(keys.hidden !== false));
  commands.addEventListener("click", () => {
    const items = (person()?.commands ?? []).map((one) => ({
      label: `/${one.command}`,
      note: one.description,
      go: () => void say(`/${one.command}`),
    }));
    openMenu(commands, t("commands"), items);
  });
  extra.addEventListener("click", () =>
    openMenu(extra, t("extra"), [
      { label: t("voice"), icon: "mic", go: () => void act("voice", { user: id }) },
      { label: t("sticker"), icon: "smile", go: () => void act("sticker", { user: id, emoji: "🌲" }) },
      { label: t("location"), icon: "place", go: () => void act("location", { user: id, ...PLACE }) },
      { label: t("contact"), icon: "person", go: () => void act("contact", { user: id }) },
    ]),
  );

  return {
    element,
    say,
    sendFiles,
    setAside,
    /** @param {Person} now */
    draw(now) {
      commands.hidden = now.commands.length === 0;
      drawKeys(now);
      drawGate(now);
    },
  };
}
