/** What guardians see, and the message by which they are asked to come. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { GuardianLink, View } from "./outcomes.model.ts";
import { positionWords, withdrawButton } from "./view.ts";

type Link = Extract<GuardianLink, { kind: "link" }> & { url: string };

/** Who writes: school, curator, phone and site; what is not known has no line. */
function fromWords(t: T, { title, school }: Programme, curator: string | null): string {
  const { name, city, phone, site } = school;
  return [
    t("consents-from-school", { school: name, city }),
    t("consents-from-programme", { programme: title }),
    ...(curator ? [t("consents-from-curator", { curator })] : []),
    ...(phone ? [t("consents-from-phone", { phone })] : []),
    ...(site ? [t("consents-from-site", { site })] : []),
  ].join("\n");
}

/** A message to be forwarded as it is: who invites, to what, how long it takes, what comes then, what is never asked. */
export const forwardScreen = (t: T, { programme, curator, url }: Link): Screen => ({
  text: t("consents-forward", { from: html(fromWords(t, programme, curator)), link: url }),
});

/** What to do with the message above; for the child itself, or for the curator. */
export function forwardHow(t: T, { programme, expiresAt, url, name }: Link, forCurator: boolean): Screen {
  const until = dateWords(dateIn(expiresAt, programme.school.timeZone), t.locale);
  return {
    text: forCurator ? t("consents-forward-how-curator", { until, name }) : t("consents-forward-how", { until }),
    rows: [[{ label: t.plain("consents-copy-link"), copy: url }], homeRow(t)],
  };
}

export const linkNotNeeded = (t: T): Screen => ({ text: t("consents-link-adult"), rows: [homeRow(t)] });

/** The child as a guardian's screens name it: with the class, so that children of one parent are told apart. */
export const childWords = (t: T, { name, className }: Pick<View, "name" | "className">): string =>
  className === "" ? name : t.plain("consents-who", { name, className });

/** A guardian's first screen, about one child: who asks and why, what is never asked, how long, what comes then. */
export const guardianAsk = (t: T, view: View, curator: string | null): Screen => ({
  text: t("consents-guardian-ask", {
    child: childWords(t, view),
    from: html(fromWords(t, view.programme, curator)),
    next: html(t(view.unchecked ? "consents-guardian-then-check" : "consents-guardian-then")),
  }),
  rows: [
    [
      {
        label: t.plain("consents-read"),
        press: press("consents.read", view.subject.membershipId, view.kind),
        style: "primary",
      },
    ],
  ],
});

/** What else there is to know, when the guardian's own yes is not all. */
function remark(t: T, { state, position, sides, unchecked }: View): string {
  if (unchecked) return position === "none" ? "" : `\n${t("consents-guardian-unchecked")}`;
  if (position !== "agreed") return "";
  if (sides.guardian === "declined" || sides.guardian === "withdrawn") return `\n${t("consents-guardian-other-no")}`;
  if (state.kind === "waits" && state.from.includes("self")) return `\n${t("consents-guardian-child-waits")}`;
  const isChildsNo = sides.self === "declined" || sides.self === "withdrawn";
  return isChildsNo ? `\n${t("consents-guardian-child-no")}` : "";
}

const lineOf = (t: T, view: View): string =>
  view.asked
    ? t("consents-guardian-line", { name: childWords(t, view), position: html(positionWords(t, view)) }) +
      remark(t, view)
    : t("consents-guardian-adult", { name: childWords(t, view) });

/** Where a guardian's children stand; of an only child the consent can be withdrawn at once. */
export function guardianStatus(t: T, wards: View[]): Screen {
  const buttons = wards.map((view): Button[] => {
    const label = t.plain("consents-mine-ward", { name: childWords(t, view), programme: view.programme.title });
    return [{ label, press: press("consents.about", view.subject.membershipId) }];
  });
  const [only, ...more] = wards;
  const withdraw = only?.asked && more.length === 0 ? withdrawButton(t, only) : [];
  return {
    text: [t("consents-guardian-status"), ...wards.map((view) => lineOf(t, view))].join("\n"),
    rows: [...buttons, ...(withdraw.length > 0 ? [withdraw] : []), homeRow(t)],
  };
}

/** The child is asked to send the link to the right person; nobody is blamed. */
export const linkAgainNotice = (t: T, membershipId: string): Screen => ({
  text: t("consents-link-again"),
  rows: [
    [{ label: t.plain("consents-link-for-parent"), press: press("consents.link", membershipId), style: "primary" }],
  ],
});

/** What the curator said of somebody who came by the child's link. */
export function guardianCheckedNotice(t: T, { isKnown, phone }: { isKnown: boolean; phone: string }): Screen {
  if (isKnown) return { text: t("consents-guardian-known"), rows: [homeRow(t)] };
  const call = phone === "" ? "" : `\n\n${t("consents-guardian-call", { phone })}`;
  return { text: t("consents-guardian-unknown") + call };
}
