/**
 * What a chat can show, as plain data. A view makes it, `platform/telegram/show` puts it on the screen,
 * and a notice sends it: the same thing said in both directions looks the same.
 */

/** Callback data of at most 64 bytes: `<feature>.<act>:<arg>:<arg>`; see `press`. */
export type Press = string;

export type Button =
  | { label: string; press: Press; style?: "success" | "danger" | "primary" }
  | { label: string; url: string }
  | { label: string; copy: string };

export type Picture = { bytes: Uint8Array; name: string };
export type Document = { bytes: Uint8Array; name: string; mime: string };

export type Screen = {
  /** Telegram HTML, already escaped: every piece of it came out of `t` or `html`. */
  text: string;
  rows?: Button[][];
  /** Shown with the text as a caption; a picture or document is always a new message. */
  picture?: Picture;
  document?: Document;
  /** Hint in the input field; the bot then expects free text. */
  placeholder?: string;
  /** No sound: for what is not urgent. */
  silent?: boolean;
  /** The message cannot be forwarded or saved: lists with names of minors. */
  guarded?: boolean;
};

/** Turns a key and its arguments into words. A missing key throws: it is a programmer's mistake that a test finds. */
export type T = {
  /** Telegram HTML; arguments are escaped inside, so text from people is safe to pass. */
  (key: string, args?: Record<string, Word>): string;
  /** Plain text for buttons, toasts, hints in the input field and files: nothing is escaped. */
  plain(key: string, args?: Record<string, Word>): string;
  /** ru or en */
  readonly locale: Locale;
};

export const LOCALES = ["ru", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** What `t` takes: text from anywhere (it is escaped), numbers, or a piece of a screen that is HTML already. */
export type Word = string | number | Html;

/** Text that is Telegram HTML already. Only `html` and `t` make it. */
export type Html = { readonly html: string };

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** `text` so that Telegram's HTML shows it literally. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Marks a text that is Telegram HTML already, for instance what another `t` returned. */
export const html = (text: string): Html => ({ html: text });

const PRESS_BYTES = 64;

/**
 * Callback data for a button: the kind is `<feature>.<act>`, the arguments are ids, keys and revisions.
 * Throws when it exceeds Telegram's 64 bytes or an argument holds the separator: both are mistakes of a programmer.
 */
export function press(kind: string, ...args: (string | number)[]): Press {
  const data = [kind, ...args].join(":");
  if (args.some((arg) => String(arg).includes(":"))) throw new Error(`a press argument holds a colon: ${kind}`);
  if (Buffer.byteLength(data) > PRESS_BYTES) throw new Error(`a press exceeds ${PRESS_BYTES} bytes: ${kind}`);
  return data;
}

/** The kind and arguments of callback data, as they stand; nothing about them is trusted. */
export function readPress(data: string): { kind: string; args: string[] } {
  const [kind = "", ...args] = data.split(":");
  return { kind, args };
}
