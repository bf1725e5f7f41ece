/** The bot's commands: behind the slash button, and offered while a slash is typed. */
import { h, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { t } from "./texts.js";

/** @typedef {import("./world.js").Person} Person */

/**
 * @param {{ person: () => Person | undefined, choose: (text: string) => void }} given
 */
export function createCommands({ person, choose }) {
  const all = () => person()?.commands ?? [];
  const element = h("div", { class: "suggestions", role: "listbox", "aria-label": t("commands"), hidden: true });
  const button = iconButton("slash", t("commands"), { class: "quiet commands" });
  button.addEventListener("click", () => {
    const items = all().map(({ command, description }) => ({
      label: `/${command}`,
      note: description,
      go: () => choose(`/${command}`),
    }));
    openMenu(button, t("commands"), items);
  });
  /** @param {{ command: string, description: string }} one */
  const suggestion = ({ command, description }) =>
    h(
      "button",
      { type: "button", role: "option", class: "suggestion", onclick: () => choose(`/${command}`) },
      h("b", {}, `/${command}`),
      h("span", {}, description),
    );

  return {
    element,
    button,
    /** @param {string} typed what stands in the field */
    suggest(typed) {
      const start = /^\/(\w*)$/.exec(typed)?.[1];
      const fitting = start === undefined ? [] : all().filter(({ command }) => command.startsWith(start));
      element.hidden = fitting.length === 0;
      element.replaceChildren(...fitting.map(suggestion));
    },
    draw() {
      button.hidden = all().length === 0;
    },
  };
}
