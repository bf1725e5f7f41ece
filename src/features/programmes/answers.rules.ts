/** What an answer of a wizard, or of a programme's settings, makes of what is there: pure, the same for both. */
import { cleanText, lengthOf } from "#core/text.ts";
import { unreachable } from "#core/unreachable.ts";
import { type DateOn, isZone } from "#core/when.ts";
import {
  addressSchema,
  type DraftAnswers,
  type Input,
  intakeSizeSchema,
  isOfficialForm,
  isZoneKey,
  LIMITS,
  localeSchema,
  namingSchema,
  type StepKey,
  trackSchema,
  type Wrong,
  yearKindSchema,
  ZONES,
} from "./model.ts";
import { checkPeriod, periodOf, readPeriod } from "./period.rules.ts";

export type Taken =
  /** With `stay` the question is not done yet: more forms may follow. */
  { kind: "taken"; answers: DraftAnswers; stay: boolean } | { kind: "wrong"; wrong: Wrong };

const wrong = (why: Wrong): Taken => ({ kind: "wrong", wrong: why });
const taken = (answers: DraftAnswers, stay = false): Taken => ({ kind: "taken", answers, stay });

/** One line of text: line breaks and runs of spaces become one space. */
export const tidyLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();

function takeLine(input: Input, max: number, put: (line: string) => DraftAnswers): Taken {
  if (input.kind === "picked") return wrong("choose");
  const line = tidyLine(input.text);
  if (!/[\p{L}\p{N}]/u.test(line)) return wrong("empty");
  return lengthOf(line) > max ? wrong("long") : taken(put(line));
}

function takeChoice<Value>(
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  input: Input,
  put: (value: Value) => DraftAnswers,
): Taken {
  const read = schema.safeParse(input.kind === "picked" ? input.value : null);
  return read.success ? taken(put(read.data)) : wrong("choose");
}

/** A tapped key of the list, or a typed IANA name in any case of letters. */
function takeZone(input: Input): Taken {
  if (input.kind === "picked")
    return isZoneKey(input.value) ? taken({ timeZone: ZONES[input.value] }) : wrong("choose");
  const name = tidyLine(input.text);
  if (!name.includes("/") || !isZone(name)) return wrong("zone");
  return taken({ timeZone: new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone });
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s\p{Pd}]+/gu, " ");

function addForm(forms: string[], form: string): Taken {
  if (forms.some((one) => fold(one) === fold(form))) return wrong("form-same");
  return forms.length >= LIMITS.forms ? wrong("forms-many") : taken({ forms: [...forms, form] }, true);
}

/** Official forms go on and off by id; own ones are typed and taken away as `own-<place in the list>`; `done` ends the choosing. */
function takeForms(input: Input, forms: string[]): Taken {
  if (input.kind === "typed") {
    const line = tidyLine(input.text);
    if (!/\p{L}/u.test(line)) return wrong("empty");
    return lengthOf(line) > LIMITS.form ? wrong("long") : addForm(forms, line);
  }
  if (input.value === "done") return forms.length > 0 ? taken({ forms }) : wrong("forms");
  const own = /^own-(\d)$/.exec(input.value)?.[1];
  if (own !== undefined) return taken({ forms: forms.filter((_, place) => place !== Number(own)) }, true);
  if (!isOfficialForm(input.value)) return wrong("choose");
  if (!forms.includes(input.value)) return addForm(forms, input.value);
  return taken({ forms: forms.filter((form) => form !== input.value) }, true);
}

/** A tapped year, or typed dates. */
function takePeriod(input: Input, answers: DraftAnswers, today: DateOn): Taken {
  if (input.kind === "typed") {
    const read = readPeriod(input.text, today);
    return typeof read === "string" ? wrong(read) : taken(read);
  }
  if (!/^\d{4}$/.test(input.value)) return wrong("choose");
  const period = periodOf(answers.yearKind ?? "academic", Number(input.value));
  const why = checkPeriod(period, today);
  return why ? wrong(why) : taken(period);
}

/** Reads an answer to the question `step`. `answers` are those given so far, `today` the date in the school's zone. */
export function takeAnswer(
  step: StepKey,
  input: Input,
  { answers, today }: { answers: DraftAnswers; today: DateOn },
): Taken {
  switch (step) {
    case "name":
      return takeLine(input, LIMITS.schoolName, (name) => ({ name }));
    case "city":
      return takeLine(input, LIMITS.city, (city) => ({ city }));
    case "zone":
      return takeZone(input);
    case "language":
      return takeChoice(localeSchema, input, (locale) => ({ locale }));
    case "title":
      return takeLine(input, LIMITS.title, (title) => ({ title }));
    case "track":
      return takeChoice(trackSchema, input, (track) => ({ track }));
    case "forms":
      return takeForms(input, answers.forms ?? []);
    case "year":
      return takeChoice(yearKindSchema, input, (yearKind) => ({ yearKind }));
    case "period":
      return takePeriod(input, answers, today);
    case "naming":
      return takeChoice(namingSchema, input, (naming) => ({ naming }));
    case "address":
      return takeChoice(addressSchema, input, (address) => ({ address }));
    case "intake":
      return takeChoice(intakeSizeSchema, input, (intakeSize) => ({ intakeSize }));
    default:
      return unreachable(step);
  }
}
