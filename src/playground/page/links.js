/** Links to the bot, in the shapes in which people meet them. */
import { world } from "./world.js";

const HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);

/**
 * What a link to our bot starts it with; null when the link leads elsewhere.
 * @param {string} link
 * @returns {{ payload: string } | null}
 */
export function botLink(link) {
  const text = /^[a-z]+:/i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isOurs = (/** @type {string | null} */ name) => name?.toLowerCase() === world.bot.username.toLowerCase();
  const payload = url.searchParams.get("start") ?? "";
  if (url.protocol === "tg:") return isOurs(url.searchParams.get("domain")) ? { payload } : null;
  if (url.origin === location.origin) return url.searchParams.has("start") ? { payload } : null;
  return HOSTS.has(url.hostname) && isOurs(url.pathname.slice(1)) ? { payload } : null;
}

/**
 * The address when it may be opened in a new tab, else null.
 * @param {string} link
 */
export function outsideLink(link) {
  const text = /^[a-z]+:/i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
}
