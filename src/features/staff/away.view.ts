/** Handing over, and being away for a time. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { AbsenceLine, Touched } from "./model.ts";
import { offeredDays } from "./rules.ts";
import type { AwayShown, HandOverShown } from "./shown.model.ts";
import { awayWords, backTo, toTeam } from "./view.ts";

const LABEL_LENGTH = 56;

/** What moves to a successor or is left to the others, a line each. */
export const touchedLines = (t: T, { leads, programmes, notices, todos, standsIn }: Touched): string[] => [
  t("staff-touch-programmes", { count: programmes }),
  ...(leads.length > 0 ? [t("staff-touch-leads", { titles: leads.join(", ") })] : []),
  ...(notices > 0 ? [t("staff-touch-notices", { count: notices })] : []),
  ...(todos > 0 ? [t("staff-touch-todos", { count: todos })] : []),
  ...(standsIn > 0 ? [t("staff-touch-stands-in", { count: standsIn })] : []),
];

const listed = (lines: string[]): string => lines.map((line) => `• ${line}`).join("\n");

/** What moves, and the link once it is made. */
export function handScreen(t: T, { programme, touched, url }: HandOverShown): Screen {
  const touches = html(listed(touchedLines(t, touched)));
  const back = toTeam(t, programme.id);
  if (!url)
    return {
      text: t("staff-hand", { school: programme.school.name, touches }),
      rows: [
        [{ label: t.plain("staff-hand-make"), press: press("staff.hand-link", programme.id), style: "primary" }],
        back,
      ],
    };
  return {
    text: t("staff-hand-made", { school: programme.school.name, touches, url }),
    rows: [
      [{ label: t.plain("staff-copy"), copy: url }],
      [{ label: t.plain("staff-hand-revoke"), press: press("staff.hand-back", programme.id) }],
      back,
    ],
  };
}

/** Until when; or what was asked or lasts. */
export function awayScreen(t: T, { programme, today, absence, candidates }: AwayShown, odd = false): Screen {
  const back = toTeam(t, programme.id);
  if (absence)
    return {
      text: t(absence.accepted ? "staff-away-lasts-card" : "staff-away-asked-card", awayWords(t, absence)),
      rows: [
        [
          {
            label: t.plain(absence.accepted ? "staff-away-end" : "staff-away-cancel"),
            press: press("staff.away-over", absence.id),
          },
        ],
        back,
      ],
    };
  if (candidates.length === 0)
    return {
      text: t("staff-away-nobody"),
      rows: [
        [{ label: t.plain("staff-invite-curator"), press: press("staff.invite-curator", programme.id) }],
        [{ label: t.plain("staff-invite-helper"), press: press("staff.invite", programme.id) }],
        back,
      ],
    };
  return {
    text: t(odd ? "staff-away-odd" : "staff-away", { programme: programme.title }),
    placeholder: t.plain("staff-day-hint"),
    rows: [
      ...offeredDays(today).map((on): Button[] => [
        {
          label: t.plain("staff-day-until", { date: dateWords(on, t.locale) }),
          press: press("staff.away-day", programme.id, on),
        },
      ]),
      back,
    ],
  };
}

/** Who stands in. */
export const whoScreen = (t: T, { programme, candidates }: AwayShown, until: string): Screen => ({
  text: t("staff-away-who", { until: dateWords(until, t.locale) }),
  rows: [
    ...candidates.map(({ personId, name }): Button[] => [
      { label: cutText(name, LABEL_LENGTH), press: press("staff.away-who", programme.id, until, personId) },
    ]),
    backTo(t, press("staff.away", programme.id)),
  ],
});

/** The question to the deputy. */
export const askedScreen = (t: T, line: AbsenceLine, programme: string): Screen => ({
  text: t("staff-deputy-ask", { ...awayWords(t, line), programme }),
  rows: [
    [{ label: t.plain("staff-deputy-yes"), press: press("staff.deputy", line.id, 1), style: "success" }],
    [{ label: t.plain("staff-deputy-no"), press: press("staff.deputy", line.id, 0) }],
  ],
});

/** After the deputy's answer. */
export const deputyScreen = (t: T, kind: "accepted" | "declined" | "stale", line?: AbsenceLine): Screen => ({
  text: line ? t(`staff-deputy-${kind}`, awayWords(t, line)) : t("staff-deputy-stale"),
  rows: [
    ...(kind === "accepted" && line
      ? [[{ label: t.plain("staff-deputy-open"), press: press("programmes.open", line.programmeId) }]]
      : []),
    homeRow(t),
  ],
});

/** The curator learns the deputy's answer. */
export const answeredScreen = (t: T, line: AbsenceLine): Screen => ({
  text: t(line.accepted ? "staff-answered-yes" : "staff-answered-no", awayWords(t, line)),
  rows: [
    ...(line.accepted ? [] : [[{ label: t.plain("staff-away-again"), press: press("staff.away", line.programmeId) }]]),
    homeRow(t),
  ],
});

export const overScreen = (t: T, name: string, isDeputy: boolean): Screen => ({
  text: isDeputy ? t("staff-over-deputy", { name }) : t("staff-over-absent", { name }),
  rows: [homeRow(t)],
});
