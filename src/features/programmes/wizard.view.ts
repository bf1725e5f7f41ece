/** The wizards' screens: a question with its way back, the summary, and what is said when somebody leaves. */
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import type { DateOn } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Draft, School, StepKey, Wrong } from "./model.ts";
import { question } from "./questions.view.ts";
import { stepsOf } from "./wizard.rules.ts";
import { formsLine, periodLine, zoneLabel } from "./words.view.ts";

export type DraftScreen = { draft: Draft; school: School | null; today: DateOn; wrong?: Wrong };

function stepScreen(t: T, { draft, today, wrong }: DraftScreen, step: StepKey): Screen {
  const { id, rev, answers } = draft;
  const steps = stepsOf(draft);
  const number = steps.indexOf(step) + 1;
  const pick = (value: string) => press("programmes.pick", id, rev, step, value);
  const { text, rows } = question({ t, step, answers, today, pick });
  const leads = number === 1 && !draft.returning;
  const back = {
    label: t.plain(leads ? "programmes-wizard-leave" : "common-back"),
    press: press("programmes.back", id, rev),
  };
  const head = draft.returning ? "" : `${t("programmes-step", { number, total: steps.length })}\n`;
  const hint = wrong ? `⚠️ ${t(`programmes-wrong-${wrong}`)}\n\n` : "";
  return { text: `${hint}${head}${text}`, rows: [...rows, [back]] };
}

const schoolLines = (t: T, { answers }: Draft): string =>
  t("programmes-summary-school", {
    name: answers.name ?? "",
    city: answers.city ?? "",
    zone: zoneLabel(answers.timeZone ?? "", t),
    language: t.plain(`programmes-pick-${answers.locale ?? "ru"}`),
  });

function programmeLines(t: T, { answers }: Draft, school: School | null): string {
  const { title = "", track = "pupils", forms = [], yearKind = "academic", startsOn = "", endsOn = "" } = answers;
  const { naming = "code", address = "vy", intakeSize = "usual" } = answers;
  return t("programmes-summary-programme", {
    school: school?.name ?? "",
    title,
    track: t.plain(`programmes-pick-${track}`),
    forms: formsLine(forms, t),
    year: t.plain(`programmes-pick-${yearKind}`),
    period: periodLine({ startsOn, endsOn }, t),
    naming: t.plain(`programmes-pick-${naming}`),
    address: t.plain(`programmes-summary-address-${track === "teachers" ? "vy" : address}`),
    intake: t.plain(`programmes-pick-${intakeSize}`),
  });
}

/** Two buttons a row. */
export const pairs = (buttons: Button[]): Button[][] =>
  buttons.flatMap((button, place) => (place % 2 === 0 ? [[button, ...buttons.slice(place + 1, place + 2)]] : []));

function summary(t: T, { draft, school }: DraftScreen): Screen {
  const { id, rev, kind } = draft;
  const change = stepsOf(draft).map(
    (step): Button => ({
      label: t.plain(`programmes-summary-change-${step}`),
      press: press("programmes.change", id, rev, step),
    }),
  );
  return {
    text: kind === "school" ? schoolLines(t, draft) : programmeLines(t, draft, school),
    rows: [
      [{ label: t.plain("programmes-summary-create"), press: press("programmes.create", id, rev), style: "success" }],
      ...pairs(change),
      [{ label: t.plain("common-back"), press: press("programmes.back", id, rev) }],
    ],
  };
}

/** Where the draft stands: a question or the summary. */
export const draftScreen = (t: T, shown: DraftScreen): Screen =>
  shown.draft.at === "summary" ? summary(t, shown) : stepScreen(t, shown, shown.draft.at);

/** The draft waits for another day. */
export const draftKept = (t: T, { id, kind }: Draft): Screen => ({
  text: t(`programmes-draft-kept-${kind}`),
  rows: [
    [{ label: t.plain("programmes-draft-go-on"), press: press("programmes.draft", id) }],
    [{ label: t.plain("programmes-draft-discard"), press: press("programmes.discard", id) }],
    homeRow(t),
  ],
});

/** The next step of a curator whose programme is half set up. */
export const draftWaiting = (t: T, draft: Draft, school: School): Screen => ({
  text: t("programmes-draft-waiting", { school: school.name }),
  rows: [[{ label: t.plain("programmes-draft-go-on"), press: press("programmes.draft", draft.id), style: "primary" }]],
});
