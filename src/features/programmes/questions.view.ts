/** The questions about a school or a programme as a chat shows them: the same in the wizard and in the settings. */
import type { Button, Press, T } from "#core/screen.ts";
import { unreachable } from "#core/unreachable.ts";
import type { DateOn } from "#core/when.ts";
import {
  ADDRESSES,
  type DraftAnswers,
  FORMS,
  INTAKE_SIZES,
  isOfficialForm,
  NAMINGS,
  type StepKey,
  TRACKS,
  YEAR_KINDS,
  ZONE_KEYS,
  zoneKeyOf,
} from "./model.ts";
import { periodOf, proposeYears } from "./period.rules.ts";
import { formLabel, periodLine, proposedTitle, zoneOfCity } from "./words.view.ts";

export type Question = {
  t: T;
  step: StepKey;
  answers: DraftAnswers;
  /** The date in the school's zone. */
  today: DateOn;
  /** The press of a button that answers with this value. */
  pick(value: string): Press;
};

const mark = (isChosen: boolean, label: string): string => (isChosen ? `✅ ${label}` : label);

/** One button a row: each value's words are `programmes-pick-<value>`; the present value is marked. */
const choices = ({ t, pick }: Question, values: readonly string[], present: string | undefined): Button[][] =>
  values.map((value) => [{ label: mark(value === present, t.plain(`programmes-pick-${value}`)), press: pick(value) }]);

/** Two zones a row; the zone of the city that was named comes first. */
function zoneRows({ t, pick, answers }: Question): Button[][] {
  const likely = zoneOfCity(answers.city ?? "", t);
  const present = answers.timeZone === undefined ? null : zoneKeyOf(answers.timeZone);
  const button = (key: (typeof ZONE_KEYS)[number]): Button => ({
    label: mark(key === present, t.plain(`programmes-zone-${key}`)),
    press: pick(key),
  });
  const others = ZONE_KEYS.filter((key) => key !== likely).map((key) => [button(key)]);
  return likely ? [[button(likely)], ...others] : others;
}

/** The official forms to mark, the school's own to take away, and «Готово». */
function formRows({ t, pick, answers }: Question): Button[][] {
  const forms = answers.forms ?? [];
  const official = FORMS.map((form): Button[] => [
    { label: mark(forms.includes(form), formLabel(form, t)), press: pick(form) },
  ]);
  const own = forms.flatMap((form, place): Button[][] =>
    isOfficialForm(form) ? [] : [[{ label: mark(true, form), press: pick(`own-${place}`) }]],
  );
  return [...official, ...own, [{ label: t.plain("common-done"), press: pick("done"), style: "primary" }]];
}

function periodRows({ t, pick, answers, today }: Question): Button[][] {
  const yearKind = answers.yearKind ?? "academic";
  return proposeYears(yearKind, today).map((year) => [
    { label: periodLine(periodOf(yearKind, year), t), press: pick(String(year)) },
  ]);
}

function rowsOf(question: Question): Button[][] {
  const { t, step, answers, today, pick } = question;
  switch (step) {
    case "name":
    case "city":
      return [];
    case "zone":
      return zoneRows(question);
    case "language":
      return choices(question, ["ru", "en"], answers.locale);
    case "title":
      return [[{ label: proposedTitle(today, t), press: pick("proposed") }]];
    case "track":
      return choices(question, TRACKS, answers.track);
    case "forms":
      return formRows(question);
    case "year":
      return choices(question, YEAR_KINDS, answers.yearKind);
    case "period":
      return periodRows(question);
    case "naming":
      return choices(question, NAMINGS, answers.naming);
    case "address":
      return choices(question, ADDRESSES, answers.address);
    case "intake":
      return choices(question, INTAKE_SIZES, answers.intakeSize);
    default:
      return unreachable(step);
  }
}

/** The question's words and its own buttons. */
export function question(asked: Question): { text: string; rows: Button[][] } {
  const { t, step, answers } = asked;
  const count = answers.forms?.length ?? 0;
  const marked = count === 0 ? t("programmes-ask-forms-none") : t("programmes-ask-forms-chosen", { count });
  const text = t(`programmes-ask-${step}`);
  return { text: step === "forms" ? `${text}\n\n${marked}` : text, rows: rowsOf(asked) };
}
