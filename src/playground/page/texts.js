/** The page's words: Fluent files of the project, read in the browser by the same library as on the server. */
import { FluentBundle, FluentResource } from "/fluent/index.js";

const LOCALES = ["ru", "en"];
const STORED = "playground-locale";

/** @type {FluentBundle} */
let bundle;

/** The language of the page: chosen before, else the browser's, else Russian. */
function chosen() {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages.map((name) => name.slice(0, 2))];
  return wanted.find((name) => name !== null && LOCALES.includes(name)) ?? "ru";
}

export const locale = chosen();

/** Reads the words; called once before anything is drawn. */
export async function loadTexts() {
  const response = await fetch(`/texts/${locale}.ftl`);
  bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new FluentResource(await response.text()));
  document.documentElement.lang = locale;
  document.title = t("title");
}

/** Changes to the other language; the page is drawn again. */
export function switchLanguage() {
  localStorage.setItem(STORED, locale === "ru" ? "en" : "ru");
  location.reload();
}

/**
 * The text `playground-<key>`.
 * @param {string} key
 * @param {Record<string, string | number>} [args]
 */
export function t(key, args = {}) {
  const pattern = bundle.getMessage(`playground-${key}`)?.value;
  return pattern ? bundle.formatPattern(pattern, args) : key;
}

/**
 * The words for somebody's role; a role that the page does not know is shown as it is.
 * @param {string} role
 */
export const roleWords = (role) => (role && bundle.hasMessage(`playground-role-${role}`) ? t(`role-${role}`) : role);

const format = (/** @type {Intl.DateTimeFormatOptions} */ options) => {
  const made = new Intl.DateTimeFormat(locale === "ru" ? "ru" : "en-GB", options);
  return (/** @type {number} */ at) => made.format(at);
};

export const timeOf = format({ hour: "2-digit", minute: "2-digit" });
export const dayOf = format({ day: "numeric", month: "long" });
export const clockOf = format({ weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
export const momentOf = format({
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/**
 * A gap in words, such as “in 2 days”.
 * @param {number} at
 * @param {number} now
 */
function relative(at, now) {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const gap = at - now;
  if (Math.abs(gap) >= DAY) return words.format(Math.trunc(gap / DAY), "day");
  if (Math.abs(gap) >= HOUR) return words.format(Math.trunc(gap / HOUR), "hour");
  return words.format(Math.trunc(gap / MINUTE), "minute");
}

/**
 * A moment in the reader's own zone, by Telegram's letters: r relative, w weekday, d/D date, t/T time. No letters: null.
 * @param {number} at milliseconds
 * @param {string} letters
 * @param {number} now
 */
export function momentBy(at, letters, now) {
  if (letters === "") return null;
  if (letters === "r") return relative(at, now);
  /** @type {Intl.DateTimeFormatOptions} */
  const options = {};
  if (letters.includes("w")) options.weekday = letters.includes("D") ? "long" : "short";
  if (letters.includes("d")) Object.assign(options, { day: "2-digit", month: "2-digit", year: "2-digit" });
  if (letters.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/[tT]/.test(letters)) Object.assign(options, { hour: "2-digit", minute: "2-digit" });
  if (letters.includes("T")) options.second = "2-digit";
  return format(options)(at);
}

/**
 * The size of a file in words.
 * @param {number} size bytes
 */
export function sizeOf(size) {
  const round = (/** @type {number} */ value) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  if (size < 1024) return t("bytes", { size: round(size) });
  if (size < 1024 * 1024) return t("kilobytes", { size: round(size / 1024) });
  return t("megabytes", { size: round(size / 1024 / 1024) });
}
