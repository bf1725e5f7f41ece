/** What happens when a link is pressed: ours opens the bot as somebody, others leave the playground. */
import { askPerson, confirmWords } from "./dialogs.js";
import { botLink, outsideLink } from "./links.js";
import { t } from "./texts.js";
import { toast } from "./toast.js";
import { act, world } from "./world.js";

/** @type {(user: number) => void} */
let show = () => {};

/** Says how a person's column is brought to the front. @param {(user: number) => void} how */
export function showWith(how) {
  show = how;
}

/**
 * Starts the bot as this person.
 * @param {number} user
 * @param {string} payload
 */
export async function openAs(user, payload) {
  show(user);
  await act("start", { user, payload: payload || undefined });
}

/**
 * Opens a link: to the bot as a person to be chosen, to anywhere else in a new tab after a question.
 * @param {string} url
 * @param {number} [from] who pressed it; offered first
 */
export async function openLink(url, from) {
  const ours = botLink(url);
  if (ours) {
    const chosen = from ?? [...world.chats.keys()][0];
    const who = await askPerson({ title: t("open-as"), text: t("open-as-text"), yes: t("open-go"), chosen });
    if (who !== null) await openAs(who, ours.payload);
    return;
  }
  const outside = outsideLink(url);
  if (!outside) return toast(t("open-bad"));
  if (await confirmWords(t("open-outside", { url: outside }), t("open-go")))
    window.open(outside, "_blank", "noopener,noreferrer");
}

/** The page's own address may say who opens what: `?as=<user>&start=<payload>`; done once, then the address is plain again. */
export async function openAddress() {
  const asked = new URL(location.href).searchParams;
  const as = asked.get("as");
  const start = asked.get("start");
  if (as === null && start === null) return;
  history.replaceState(null, "", "/");
  if (as === null) return openLink(`https://t.me/${world.bot.username}?start=${encodeURIComponent(start ?? "")}`);
  const found = (await act("find", { as }))?.id ?? (await act("person", { name: as }))?.id;
  if (typeof found !== "number") return;
  if (start === null) show(found);
  else await openAs(found, start);
}
