/** Entering what was signed on paper: who signed, of which day, what it says. */
import { newId } from "#core/ids.ts";
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { type DateOn, dateWords } from "#core/when.ts";
import type { PaperEntered, Signatories } from "#features/consents/index.ts";
import { homeRow } from "#features/people/index.ts";

const LABEL = 50;

export const keyOf = (on: DateOn): string => on.replaceAll("-", "");
export const dateOf = (key: string): DateOn | null =>
  /^\d{8}$/.test(key) ? `${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6)}` : null;

const toPerson = (t: T, membershipId: string): Button[] => [
  { label: t.plain("common-back"), press: press("behalf.open", membershipId) },
];

/** Who signed. A new guardian gets an id with the button, so that two taps make one person. */
export function whoScreen(t: T, { subject, name, age, self, guardian, guardians }: Signatories): Screen {
  const { membershipId, personId } = subject;
  const signed = (label: string, who: string): Button[] => [
    { label: cutText(label, LABEL), press: press("behalf.signed", membershipId, who) },
  ];
  if (age === null)
    return { guarded: true, text: t("behalf-consent-no-year", { name }), rows: [toPerson(t, membershipId)] };
  const known = guardians.map((one, index) =>
    signed(
      one.name === ""
        ? t.plain("behalf-consent-guardian-nameless", { number: index + 1 })
        : t.plain("behalf-consent-guardian", { name: one.name }),
      one.personId,
    ),
  );
  return {
    guarded: true,
    text: t(self ? (guardian ? "behalf-consent-who-teen" : "behalf-consent-who-adult") : "behalf-consent-who-child", {
      name,
    }),
    rows: [
      ...(self ? [signed(t.plain("behalf-consent-self"), personId)] : []),
      ...(guardian ? [...known, signed(t.plain("behalf-consent-new"), newId())] : []),
      toPerson(t, membershipId),
    ],
  };
}

type Asked = { membershipId: string; who: string; today: DateOn; yesterday: DateOn };

/** Which date stands on the paper; `wrong` says what was wrong with the one that was typed. */
export const dateScreen = (
  t: T,
  { membershipId, who, today, yesterday }: Asked,
  wrong: "" | "date" | "future" = "",
): Screen => ({
  text: wrong === "" ? t("behalf-consent-date") : t(`behalf-consent-date-${wrong}`),
  rows: [
    [
      { label: t.plain("behalf-consent-today"), press: press("behalf.dated", membershipId, who, keyOf(today)) },
      { label: t.plain("behalf-consent-yesterday"), press: press("behalf.dated", membershipId, who, keyOf(yesterday)) },
    ],
    [{ label: t.plain("common-back"), press: press("behalf.consent", membershipId) }],
  ],
});

type Said = { membershipId: string; who: string; on: DateOn; name: string; signatory: string };

/** What the paper says; each answer confirms that the paper is in the folder. */
export const decisionScreen = (t: T, { membershipId, who, on, name, signatory }: Said): Screen => ({
  guarded: true,
  text: t("behalf-consent-decision", { name, signatory, on: dateWords(on, t.locale) }),
  rows: [
    [{ label: t.plain("behalf-consent-agreed"), press: press("behalf.enter", membershipId, who, keyOf(on), 1) }],
    [{ label: t.plain("behalf-consent-declined"), press: press("behalf.enter", membershipId, who, keyOf(on), 0) }],
    [{ label: t.plain("common-back"), press: press("behalf.signed", membershipId, who) }],
  ],
});

/** What came of it. */
export const enteredScreen = (
  t: T,
  membershipId: string,
  outcome: Exclude<PaperEntered, { kind: "refused" }>,
  since: string,
): Screen => ({
  guarded: true,
  text: t(`behalf-consent-${outcome.kind}`, outcome.kind === "older" ? { since } : {}),
  rows: [[{ label: t.plain("behalf-to-person"), press: press("behalf.open", membershipId) }], homeRow(t)],
});

/** The name of a guardian who is new: it may be left out. */
export const guardianName = (t: T, membershipId: string, odd = false): Screen => ({
  text: t(odd ? "behalf-guardian-odd" : "behalf-guardian-name"),
  placeholder: t.plain("behalf-guardian-hint"),
  rows: [[{ label: t.plain("behalf-guardian-skip"), press: press("behalf.open", membershipId) }]],
});
