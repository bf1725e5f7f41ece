/** What can be done with one message. A protected one can be neither copied nor passed on. */
import { askPerson } from "./dialogs.js";
import { openMenu } from "./menu.js";
import { t } from "./texts.js";
import { toast } from "./toast.js";
import { act, world } from "./world.js";

/** @typedef {import("./world.js").Message} Message */

/**
 * @param {Message} message
 * @returns {string[]} addresses in the text and under the buttons
 */
function linksOf(message) {
  const hidden = message.entities.flatMap((entity) => (entity.type === "text_link" ? [entity.url] : []));
  const buttons = message.buttons.flat().flatMap((button) => (button.kind === "url" ? [button.url] : []));
  const copied = message.buttons
    .flat()
    .flatMap((button) => (button.kind === "copy" && /^https?:/.test(button.copy) ? [button.copy] : []));
  const written = message.text.match(/https?:\/\/\S+/g) ?? [];
  return [...new Set([...written, ...hidden, ...buttons, ...copied])];
}

/**
 * Lets a person be chosen and shows the message in their column, as a friend's forwarded message would be; links of its buttons are written out.
 * @param {Message} message
 * @param {number} from
 * @param {HTMLElement} near
 */
async function passOn(message, from, near) {
  const to = await askPerson({ title: t("pass"), text: t("pass-title"), yes: t("pass"), without: from });
  if (to === null) return;
  const more = linksOf(message).filter((link) => !message.text.includes(link));
  const text = [message.text, ...more].filter(Boolean).join("\n") || message.file?.name || t(`${message.kind}-label`);
  const passed = await act("pass", { from, to, text, entities: message.entities });
  if (passed) toast(t("passed", { name: world.chats.get(to)?.person.name ?? "" }), near);
}

/**
 * @param {Message} message
 * @param {{ x: number, y: number } | HTMLElement} where
 * @param {{ id: number, aside: (aside: { kind: "reply" | "edit", message: Message }) => void, near: HTMLElement }} given
 */
export function messageMenu(message, where, { id, aside, near }) {
  const copy = async (/** @type {string} */ text) => {
    await navigator.clipboard.writeText(text);
    toast(t("copied"), near);
  };
  const open = !message.protected;
  const [link] = linksOf(message);
  /** @type {(import("./menu.js").Item | false)[]} */
  const items = [
    { label: t("reply"), icon: "reply", go: () => aside({ kind: "reply", message }) },
    !message.byBot &&
      message.kind === "text" && { label: t("edit"), icon: "pen", go: () => aside({ kind: "edit", message }) },
    open && message.text !== "" && { label: t("copy"), icon: "copy", go: () => void copy(message.text) },
    open && link !== undefined && { label: t("copy-link"), icon: "link", go: () => void copy(link) },
    open && { label: t("pass"), icon: "people", go: () => void passOn(message, id, near) },
    open && { label: t("to-bot"), icon: "forward", go: () => void act("forward", { user: id, message: message.id }) },
  ];
  openMenu(
    where,
    t("message-menu"),
    items.filter((item) => item !== false),
  );
}
