/** How a `Screen` is said in the Bot API's words. Pure; used by `send` for what is unasked and by `show` for replies and edits. */
import { InputFile } from "grammy";
import type { ForceReply, InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { Button, Screen } from "#core/screen.ts";

const FORMAT = { parse_mode: "HTML", link_preview_options: { is_disabled: true } } as const;

/** Telegram's limit for the hint in the input field. */
const PLACEHOLDER_LENGTH = 64;

function toButton(button: Button): InlineKeyboardButton {
  if ("url" in button) return { text: button.label, url: button.url };
  if ("copy" in button) return { text: button.label, copy_text: { text: button.copy } };
  const style = button.style ? { style: button.style } : {};
  return { text: button.label, callback_data: button.press, ...style };
}

/** The screen's buttons; undefined when it has none. */
export function toKeyboard(screen: Screen): InlineKeyboardMarkup | undefined {
  const rows = (screen.rows ?? []).filter((row) => row.length > 0);
  return rows.length > 0 ? { inline_keyboard: rows.map((row) => row.map(toButton)) } : undefined;
}

function toMarkup(screen: Screen): { reply_markup?: InlineKeyboardMarkup | ForceReply } {
  const keyboard = toKeyboard(screen);
  if (keyboard) return { reply_markup: keyboard };
  if (!screen.placeholder) return {};
  const hint = [...screen.placeholder].slice(0, PLACEHOLDER_LENGTH).join("");
  return { reply_markup: { force_reply: true, input_field_placeholder: hint } };
}

const circumstances = (screen: Screen) => ({
  ...(screen.silent ? { disable_notification: true } : {}),
  ...(screen.guarded ? { protect_content: true } : {}),
});

/**
 * A new message: its text and the options beside it. A screen with buttons has no hint in the input field,
 * for Telegram takes one markup only.
 */
export function screenToPayload(screen: Screen) {
  return { text: screen.text, options: { ...FORMAT, ...circumstances(screen), ...toMarkup(screen) } };
}

/** The same screen as the new content of an old message: buttons that are absent are taken away. */
export function screenToEdit(screen: Screen) {
  return {
    text: screen.text,
    options: { ...FORMAT, reply_markup: toKeyboard(screen) ?? { inline_keyboard: [] } },
  };
}

/** A picture or document with the text as its caption. */
export function screenToFile(screen: Screen, file: { bytes: Uint8Array; name: string }) {
  const caption = screen.text === "" ? {} : { caption: screen.text, parse_mode: FORMAT.parse_mode };
  return {
    file: new InputFile(file.bytes, file.name),
    options: { ...caption, ...circumstances(screen), ...toMarkup(screen) },
  };
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** What a person would read of Telegram HTML: for the one retry when Telegram refuses the tags. */
export const htmlToPlain = (text: string): string =>
  text.replace(/<\/?[a-z][^<>]*>/gi, "").replace(/&(lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
