/** What a finished draft makes, and what changed settings say about themselves. */
import type { DateOn } from "#core/when.ts";
import { takeAnswer } from "./answers.rules.ts";
import {
  type Draft,
  type DraftAnswers,
  type Input,
  isOfficialForm,
  type NewSchool,
  type ProgrammeSettings,
  type Setting,
  type StepKey,
  type Wrong,
} from "./model.ts";

/** The school of a complete draft, or null when an answer is missing. */
export function schoolOf({ id, answers }: Draft): NewSchool | null {
  const { name, city, timeZone, locale } = answers;
  return name && city && timeZone && locale ? { id, name, city, timeZone, locale } : null;
}

/** The settings of a complete draft, or null when an answer is missing. Teachers are addressed formally. */
export function settingsOf({ answers }: Draft): ProgrammeSettings | null {
  const { title, track, forms, yearKind, startsOn, endsOn, naming, intakeSize } = answers;
  const address = track === "teachers" ? "vy" : answers.address;
  const isComplete =
    title && track && forms?.length && yearKind && startsOn && endsOn && naming && intakeSize && address;
  return isComplete ? { title, track, forms, yearKind, startsOn, endsOn, naming, address, intakeSize } : null;
}

const STEP_OF: Readonly<Record<Setting, StepKey>> = {
  title: "title",
  forms: "forms",
  period: "period",
  naming: "naming",
  address: "address",
  intake: "intake",
};

/** The settings that this programme has: teachers are adults, so there is no question how to address pupils. */
export const isSettingOf = (setting: Setting, { track }: Pick<ProgrammeSettings, "track">): boolean =>
  setting !== "address" || track === "pupils";

export type Changed =
  | { kind: "changed"; part: Partial<ProgrammeSettings>; stay: boolean }
  | { kind: "wrong"; wrong: Wrong };

const toPart = ({
  title,
  forms,
  startsOn,
  endsOn,
  naming,
  address,
  intakeSize,
}: DraftAnswers): Partial<ProgrammeSettings> => ({
  ...(title === undefined ? {} : { title }),
  ...(forms === undefined ? {} : { forms }),
  ...(startsOn === undefined || endsOn === undefined ? {} : { startsOn, endsOn }),
  ...(naming === undefined ? {} : { naming }),
  ...(address === undefined ? {} : { address }),
  ...(intakeSize === undefined ? {} : { intakeSize }),
});

/** What an answer changes in a programme's settings. The last form cannot be taken away. */
export function decideSetting(settings: ProgrammeSettings, setting: Setting, input: Input, today: DateOn): Changed {
  const read = takeAnswer(STEP_OF[setting], input, { answers: { ...settings }, today });
  if (read.kind === "wrong") return read;
  if (read.answers.forms?.length === 0) return { kind: "wrong", wrong: "forms" };
  return { kind: "changed", part: toPart(read.answers), stay: read.stay };
}

/** Forms as history keeps them: own ones are somebody's words, so only how many there are. */
const formsLine = (forms: string[]): string =>
  [...forms.filter(isOfficialForm), ...forms.filter((form) => !isOfficialForm(form)).map(() => "own")].join(",");

/** A setting as a line of history: codes and dates, never what somebody typed; null for a title. */
export function historyValue(setting: Setting, settings: ProgrammeSettings): string | null {
  switch (setting) {
    case "title":
      return null;
    case "forms":
      return formsLine(settings.forms);
    case "period":
      return `${settings.startsOn}/${settings.endsOn}`;
    case "naming":
      return settings.naming;
    case "address":
      return settings.address;
    case "intake":
      return settings.intakeSize;
  }
}
