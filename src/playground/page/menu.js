/** A small menu beside what was pressed; closes by itself, by Escape and by a choice; arrows move. */
import { h, icon } from "./dom.js";

/** @typedef {{ label: string, icon?: Parameters<typeof icon>[0], danger?: boolean, note?: string, go: () => void }} Item */

const EDGE = 8;

/**
 * @param {HTMLElement} menu
 * @param {{ x: number, y: number }} point
 */
function place(menu, { x, y }) {
  const { width, height } = menu.getBoundingClientRect();
  const below = y + height + EDGE <= innerHeight;
  menu.style.left = `${Math.max(EDGE, Math.min(x, innerWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, below ? y : y - height)}px`;
}

/**
 * @param {{ x: number, y: number } | HTMLElement} where a point, or a button under which it opens
 * @param {string} label
 * @param {Item[]} items
 */
export function openMenu(where, label, items) {
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label, popover: "auto" });
  for (const item of items) {
    const row = h("button", {
      type: "button",
      role: "menuitem",
      class: item.danger ? "menu-item is-danger" : "menu-item",
    });
    row.append(...(item.icon ? [icon(item.icon)] : []), h("span", { class: "menu-label" }, item.label));
    if (item.note) row.append(h("span", { class: "menu-note" }, item.note));
    row.addEventListener("click", () => {
      menu.hidePopover();
      item.go();
    });
    menu.append(row);
  }
  const back = document.activeElement;
  menu.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed") return;
    const held = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    if (held && back instanceof HTMLElement) back.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const rows = [...menu.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = rows.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    rows[(at + step + rows.length) % rows.length]?.focus();
  });
  document.body.append(menu);
  menu.showPopover();
  if (where instanceof HTMLElement) {
    const { left, bottom } = where.getBoundingClientRect();
    place(menu, { x: left, y: bottom + 4 });
  } else place(menu, where);
  menu.querySelector("button")?.focus();
}
