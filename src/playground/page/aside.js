/** The strip above the field: which message is being answered or changed. */
import { h, icon, iconButton } from "./dom.js";
import { t } from "./texts.js";

/** @typedef {import("./world.js").Message} Message */
/** @typedef {{ kind: "reply" | "edit", message: Message }} Aside */

/** @param {{ cancel: () => void }} given */
export function createAside({ cancel }) {
  /** @type {Aside | null} */
  let now = null;
  const element = h("div", { class: "aside", hidden: true });

  return {
    element,
    get: () => now,
    /** @param {Aside | null} next */
    set(next) {
      now = next;
      element.hidden = next === null;
      element.replaceChildren();
      if (next === null) return;
      const edit = next.kind === "edit";
      const words = next.message.text || next.message.file?.name || "";
      element.append(
        icon(edit ? "pen" : "reply"),
        h("div", { class: "aside-words" }, h("b", {}, edit ? t("editing") : t("replying")), h("span", {}, words)),
        iconButton("close", t("cancel"), { class: "quiet", onclick: cancel }),
      );
    },
  };
}
