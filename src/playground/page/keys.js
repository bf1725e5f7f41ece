/** The bot's own keyboard under the field. */
import { confirmWords } from "./dialogs.js";
import { h, iconButton } from "./dom.js";
import { t } from "./texts.js";
import { act } from "./world.js";

/** @typedef {import("./world.js").Person} Person */
/** @typedef {import("../telegram/model.ts").ShownKey} ShownKey */

/** Where everybody in the playground is: a town square. */
export const PLACE = { latitude: 55.7522, longitude: 37.6156 };

/**
 * @param {{ id: number, field: HTMLTextAreaElement, say: (text: string) => Promise<void> }} given
 */
export function createKeys({ id, field, say }) {
  let drawn = "";
  let wanted = true;
  const keys = h("div", { class: "keys", role: "group", "aria-label": t("keys"), hidden: true });
  const button = iconButton("keys", t("keys"), { class: "quiet", onclick: () => show(keys.hidden !== false) });

  /** @param {boolean} shown */
  const show = (shown) => {
    wanted = shown;
    keys.hidden = !shown || keys.childElementCount === 0;
    button.setAttribute("aria-pressed", String(!keys.hidden));
  };
  /** @param {ShownKey} key @param {boolean} oneTime */
  const press = async (key, oneTime) => {
    if (oneTime) show(false);
    if (key.request === "contact") {
      if (await confirmWords(t("phone-ask"), t("phone-yes"))) await act("contact", { user: id });
    } else if (key.request === "location") await act("location", { user: id, ...PLACE });
    else await say(key.text);
  };
  /** @param {ShownKey[]} row @param {boolean} oneTime */
  const rowOf = (row, oneTime) =>
    h(
      "div",
      { class: "keys-row" },
      ...row.map((key) => h("button", { type: "button", class: "key", onclick: () => press(key, oneTime) }, key.text)),
    );
  /** Nobody loses the field they write in because a bot asks somebody else. */
  const mayFocus = () =>
    document.activeElement === document.body || keys.closest(".column")?.contains(document.activeElement) === true;

  return {
    element: keys,
    button,
    /** @param {Person["keyboard"]} board */
    draw(board) {
      const json = JSON.stringify(board);
      if (json === drawn) return;
      drawn = json;
      const rows = board?.kind === "keys" ? board.rows : [];
      const oneTime = board?.kind === "keys" ? board.oneTime : false;
      keys.replaceChildren(...rows.map((row) => rowOf(row, oneTime)));
      button.hidden = rows.length === 0;
      field.placeholder = (board?.kind !== "removed" && board?.placeholder) || t("placeholder");
      show(true);
      if (board?.kind === "forced" && mayFocus()) field.focus();
    },
    /** Hides the keys while nobody can write, and brings them back. @param {boolean} closed */
    close(closed) {
      keys.hidden = closed || !wanted || keys.childElementCount === 0;
    },
  };
}
