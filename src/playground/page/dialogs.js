/** Questions that hold the page until they are answered. Each resolves with the answer, or null when it was closed. */
import { avatar, byId, h } from "./dom.js";
import { roleWords, t } from "./texts.js";
import { act, world } from "./world.js";

/**
 * @template Answer
 * @param {{ title: string, body: (Node | string)[], yes: string, no?: boolean, answer: (form: HTMLFormElement) => Answer }} given
 * @returns {Promise<Answer | null>}
 */
function ask({ title, body, yes, no = true, answer }) {
  const form = h("form", { method: "dialog", class: "dialog-form" });
  const cancel = h("button", { type: "button", class: "flat" }, t("cancel"));
  const go = h("button", { type: "submit", class: "flat is-main", value: "yes" }, yes);
  form.append(h("h2", { id: "dialog-title" }, title), ...body, h("div", { class: "dialog-buttons" }, no && cancel, go));
  const dialog = h("dialog", { class: "dialog", "aria-labelledby": "dialog-title" }, form);
  document.body.append(dialog);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes" ? answer(form) : null);
      dialog.remove();
    });
  });
}

const value = (/** @type {HTMLFormElement} */ form, /** @type {string} */ name) =>
  String(new FormData(form).get(name) ?? "").trim();

/** @param {string} text */
export const alertWords = (text) =>
  ask({
    title: t("title"),
    body: [h("p", { class: "dialog-text" }, text)],
    yes: t("alert-ok"),
    no: false,
    answer: () => true,
  });

/**
 * @param {string} text
 * @param {string} yes
 */
export const confirmWords = (text, yes) =>
  ask({ title: t("title"), body: [h("p", { class: "dialog-text" }, text)], yes, answer: () => true });

/**
 * @param {string} name
 * @param {string} label
 * @param {string} placeholder
 * @param {boolean} [required]
 */
const field = (name, label, placeholder, required = true) =>
  h(
    "label",
    { class: "field" },
    h("span", {}, label),
    h("input", { name, placeholder, required, autocomplete: "off", maxlength: 600 }),
  );

export const askName = () =>
  ask({
    title: t("add"),
    body: [field("name", t("add-name"), t("add-hint"))],
    yes: t("add-done"),
    answer: (form) => value(form, "name"),
  });

export const askLink = () =>
  ask({
    title: t("open-link"),
    body: [field("link", t("open-link"), t("link-hint"))],
    yes: t("open-go"),
    answer: (form) => value(form, "link"),
  });

const NEW = "new";

/**
 * @param {{ value: string, name: string, note: string, checked: boolean, face: Node }} given
 */
const choice = ({ value: id, name, note, checked, face }) =>
  h(
    "label",
    { class: "choice" },
    h("input", { type: "radio", name: "who", value: id, checked, required: true }),
    face,
    h("span", { class: "choice-name" }, name),
    h("span", { class: "choice-note" }, note),
  );

/**
 * Lets one of the people be chosen, or a new one be named; resolves with the person's id.
 * @param {{ title: string, text: string, yes: string, chosen?: number, without?: number }} given
 * @returns {Promise<number | null>}
 */
export async function askPerson({ title, text, yes, chosen, without }) {
  const people = [...world.chats.values()].filter(({ person }) => person.id !== without && !person.deactivated);
  const rows = people.map(({ person }) =>
    choice({
      value: String(person.id),
      name: person.name,
      note: roleWords(person.role),
      checked: person.id === chosen,
      face: avatar(person),
    }),
  );
  const plus = h("span", { class: "avatar is-new", "aria-hidden": "true" }, "+");
  const fresh = choice({ value: NEW, name: t("open-new"), note: "", checked: rows.length === 0, face: plus });
  const input = h("input", {
    name: "name",
    placeholder: t("add-hint"),
    "aria-label": t("add-name"),
    autocomplete: "off",
    maxlength: 100,
    class: "choice-input",
  });
  const radio = fresh.querySelector("input");
  input.addEventListener("focus", () => radio?.click());
  radio?.addEventListener("change", () => input.focus());
  const list = h("div", { class: "choices", role: "radiogroup", "aria-label": text }, ...rows, fresh, input);
  const answer = await ask({
    title,
    body: [h("p", { class: "dialog-text" }, text), list],
    yes,
    answer: (form) => ({ who: value(form, "who"), name: value(form, "name") }),
  });
  if (!answer) return null;
  if (answer.who !== NEW) return Number(answer.who);
  return addPerson(answer.name || t("open-new"));
}

/**
 * @param {string} name
 * @returns {Promise<number | null>}
 */
export async function addPerson(name) {
  const made = await act("person", { name });
  return made ? made.id : null;
}

/**
 * @param {File[]} files
 * @returns {Promise<{ caption: string, asFile: boolean } | null>}
 */
export function askFiles(files) {
  const pictures = files.filter((file) => file.type.startsWith("image/"));
  const list = h("ul", { class: "file-list" }, ...files.map((file) => h("li", {}, file.name)));
  const [only] = pictures;
  const shown =
    files.length === 1 && only
      ? h("img", { class: "file-preview", src: URL.createObjectURL(only), alt: only.name })
      : list;
  const asFile = h("label", { class: "tick" }, h("input", { type: "checkbox", name: "asFile" }), t("as-file"));
  return ask({
    title: t("files-title", { count: files.length }),
    body: [
      shown,
      field("caption", t("caption"), "", false),
      ...(pictures.length > 0 && files.length === 1 ? [asFile] : []),
    ],
    yes: t("send"),
    answer: (form) => ({ caption: value(form, "caption"), asFile: value(form, "asFile") === "on" }),
  });
}

/** @param {string} src @param {string} alt */
export function showPicture(src, alt) {
  const dialog = h("dialog", { class: "viewer", "aria-label": alt }, h("img", { src, alt }));
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  byId("board").after(dialog);
  dialog.showModal();
}
