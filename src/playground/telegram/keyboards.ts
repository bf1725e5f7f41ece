/** Keyboards: what Telegram refuses in them, and how a person sees them. */
import type { ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from "@grammyjs/types";
import { isLink } from "./links.ts";
import type { ReplyKeyboard, ShownButton, ShownKey } from "./model.ts";
import { badRequest } from "./refusal.ts";

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;
type InlineButton = InlineKeyboardMarkup["inline_keyboard"][number][number];
type Key = ReplyKeyboardMarkup["keyboard"][number][number];

const ACTIONS = [
  "callback_data",
  "url",
  "copy_text",
  "web_app",
  "login_url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "callback_game",
  "pay",
  "disabled",
] as const;
const MOST_BUTTONS = 100;
const MOST_KEYS = 300;
const LONGEST_DATA_BYTES = 64;
const LONGEST_COPY = 256;
const LONGEST_PLACEHOLDER = 64;

type Loose = { [field: string]: unknown };
const isLoose = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const rowsOf = (rows: unknown): unknown[] => (Array.isArray(rows) ? rows.flat() : []);

/** Refuses in Telegram's words a keyboard whose buttons do not say what they do; its types are checked afterwards. */
export function refuseOddButtons(markup: unknown): void {
  if (!isLoose(markup)) return;
  for (const button of rowsOf(markup.inline_keyboard)) {
    if (!isLoose(button))
      throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
    const wrong = oddity(button);
    if (wrong) throw badRequest(`can't parse inline keyboard button: ${wrong}`);
  }
}

function oddity(button: Loose): string | undefined {
  if (typeof button.text !== "string") return 'Field "text" must be of type String';
  if (button.text.trim() === "") return "Inline keyboard button text must be non-empty";
  const actions = ACTIONS.filter((action) => button[action] !== undefined && button[action] !== null);
  if (actions.length === 0 || button.callback_data === "") return "Text buttons are unallowed in the inline keyboard";
  if (actions.length > 1) return `exactly one action must be used, not ${actions.join(" and ")}`;
  return undefined;
}

export const isInline = (markup: Markup): markup is InlineKeyboardMarkup => "inline_keyboard" in markup;
const isKeys = (markup: Markup): markup is ReplyKeyboardMarkup => "keyboard" in markup;

/** Refuses a keyboard that breaks Telegram's limits. Returns undefined for an inline keyboard without buttons. */
export function checkMarkup<M extends Markup>(markup: M | undefined): M | undefined {
  if (!markup) return undefined;
  if (isInline(markup)) {
    const buttons = markup.inline_keyboard.flat();
    if (buttons.length > MOST_BUTTONS) throw badRequest("reply markup is too long");
    for (const button of buttons) checkButton(button);
    return buttons.length === 0 ? undefined : markup;
  }
  if (isKeys(markup)) checkKeys(markup);
  checkPlaceholder(markup);
  return markup;
}

function checkButton(button: InlineButton): void {
  if ("callback_data" in button && Buffer.byteLength(button.callback_data) > LONGEST_DATA_BYTES) {
    throw badRequest("BUTTON_DATA_INVALID");
  }
  if ("url" in button && !isLink(button.url)) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
  if ("copy_text" in button && (button.copy_text.text === "" || button.copy_text.text.length > LONGEST_COPY)) {
    throw badRequest("BUTTON_COPY_TEXT_INVALID");
  }
}

function checkKeys({ keyboard }: ReplyKeyboardMarkup): void {
  const keys = keyboard.flat();
  if (keys.length === 0) throw badRequest("reply keyboard must be non-empty");
  if (keys.length > MOST_KEYS) throw badRequest("reply markup is too long");
  for (const key of keys) {
    if ((typeof key === "string" ? key : key.text).trim() === "") {
      throw badRequest("can't parse keyboard button: Keyboard button text must be non-empty");
    }
  }
}

function checkPlaceholder(markup: Markup): void {
  const placeholder = "input_field_placeholder" in markup ? markup.input_field_placeholder : undefined;
  if (placeholder !== undefined && (placeholder === "" || placeholder.length > LONGEST_PLACEHOLDER)) {
    throw badRequest("REPLY_MARKUP_PLACEHOLDER_INVALID");
  }
}

/** The buttons under a message as a person sees them. */
export const shownButtons = (markup: InlineKeyboardMarkup | undefined): ShownButton[][] =>
  (markup?.inline_keyboard ?? []).map((row) => row.map(shownButton));

function shownButton(button: InlineButton): ShownButton {
  const common = { text: button.text, ...(button.style === undefined ? {} : { style: button.style }) };
  if ("callback_data" in button) return { ...common, kind: "callback", data: button.callback_data };
  if ("url" in button) return { ...common, kind: "url", url: button.url };
  if ("copy_text" in button) return { ...common, kind: "copy", copy: button.copy_text.text };
  return { ...common, kind: "other", action: ACTIONS.find((action) => action in button) ?? "unknown" };
}

/** What a keyboard that is not inline does to the person's input field. */
export function shownKeyboard(markup: Markup): ReplyKeyboard | undefined {
  if (isInline(markup)) return undefined;
  if ("remove_keyboard" in markup) return { kind: "removed" };
  const placeholder = markup.input_field_placeholder;
  const hint = placeholder === undefined ? {} : { placeholder };
  if (!isKeys(markup)) return { kind: "forced", ...hint };
  const rows = markup.keyboard.map((row) => row.map(shownKey));
  return { kind: "keys", rows, oneTime: markup.one_time_keyboard ?? false, ...hint };
}

function shownKey(key: Key): ShownKey {
  if (typeof key === "string") return { text: key };
  if ("request_contact" in key && key.request_contact) return { text: key.text, request: "contact" };
  if ("request_location" in key && key.request_location) return { text: key.text, request: "location" };
  return Object.keys(key).some((field) => field.startsWith("request_") || field === "web_app")
    ? { text: key.text, request: "other" }
    : { text: key.text };
}
