/** Short words that go away by themselves, and alerts that wait for "OK". */
import { byId, h } from "./dom.js";

/**
 * @param {string} text
 * @param {HTMLElement} [near] the column that it belongs to; the whole page when absent
 */
export function toast(text, near) {
  const shown = h("div", { class: "toast", role: "status" }, text);
  shown.addEventListener("animationend", () => shown.remove());
  (near?.querySelector(".column-toasts") ?? byId("toasts")).append(shown);
}
