/** What guardians see, and the message by which they are asked to come. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { GuardianLink, View } from "./outcomes.model.ts";
import { positionWords, withdrawButton } from "./view.ts";

type Link = Extract<GuardianLink, { kind: "link" }> & { url: string };

/** A message to be forwarded as it is: who invites, to what, and what the bot never asks for. */
export function forwardScreen(t: T, { programme, curator, url }: Link): Screen {
  const named = curator ? html(t("consents-forward-curator", { curator })) : "";
  const words = { school: programme.school.name, programme: programme.title, curator: named, link: url };
  return { text: t("consents-forward", words) };
}

/** What to do with the message above; for the child itself, or for the curator. */
export function forwardHow(t: T, { programme, expiresAt, url, name }: Link, forCurator: boolean): Screen {
  const until = dateWords(dateIn(expiresAt, programme.school.timeZone), t.locale);
  return {
    text: forCurator ? t("consents-forward-how-curator", { until, name }) : t("consents-forward-how", { until }),
    rows: [[{ label: t.plain("consents-copy-link"), copy: url }], homeRow(t)],
  };
}

export const linkNotNeeded = (t: T): Screen => ({ text: t("consents-link-adult"), rows: [homeRow(t)] });

/** Asks a guardian about one child. */
export const guardianAsk = (t: T, { name, programme, subject, kind }: View): Screen => ({
  text: t("consents-guardian-ask", { name, school: programme.school.name, programme: programme.title }),
  rows: [
    [{ label: t.plain("consents-read"), press: press("consents.read", subject.membershipId, kind), style: "primary" }],
  ],
});

/** What else there is to know, when the guardian's own yes is not all. */
function remark(t: T, { state, position, sides }: View): string {
  if (position !== "agreed") return "";
  if (sides.guardian === "declined" || sides.guardian === "withdrawn") return `\n${t("consents-guardian-other-no")}`;
  if (state.kind === "waits" && state.from.includes("self")) return `\n${t("consents-guardian-child-waits")}`;
  const isChildsNo = sides.self === "declined" || sides.self === "withdrawn";
  return isChildsNo ? `\n${t("consents-guardian-child-no")}` : "";
}

const lineOf = (t: T, view: View): string =>
  view.asked
    ? t("consents-guardian-line", { name: view.name, position: html(positionWords(t, view)) }) + remark(t, view)
    : t("consents-guardian-adult", { name: view.name });

/** Where a guardian's children stand; of an only child the consent can be withdrawn at once. */
export function guardianStatus(t: T, wards: View[]): Screen {
  const buttons = wards.map((view): Button[] => {
    const label = t.plain("consents-mine-ward", { name: view.name, programme: view.programme.title });
    return [{ label, press: press("consents.about", view.subject.membershipId) }];
  });
  const [only, ...more] = wards;
  const withdraw = only?.asked && more.length === 0 ? withdrawButton(t, only) : [];
  return {
    text: [t("consents-guardian-status"), ...wards.map((view) => lineOf(t, view))].join("\n"),
    rows: [...buttons, ...(withdraw.length > 0 ? [withdraw] : []), homeRow(t)],
  };
}
