/** Words for what schools and programmes are made of: forms, zones, periods. Plain text, to be passed on to `t`. */
import type { T } from "#core/screen.ts";
import { dateWords } from "#core/when.ts";
import { isOfficialForm, type Period, ZONE_KEYS, type ZoneKey, zoneKeyOf } from "./model.ts";
import { proposeYears } from "./period.rules.ts";

/** «ученик – ученик», or the school's own words as they stand. */
export const formLabel = (form: string, t: T): string =>
  isOfficialForm(form) ? t.plain(`programmes-form-${form}`) : form;

/** The words of an official role model. */
export const roleModelLabel = (model: string, t: T): string => t.plain(`programmes-model-${model}`);

export const formsLine = (forms: readonly string[], t: T): string => forms.map((form) => formLabel(form, t)).join(", ");

/** «Москва, Санкт-Петербург (МСК)», or the IANA name of a zone outside Russia. */
export function zoneLabel(zone: string, t: T): string {
  const key = zoneKeyOf(zone);
  return key ? t.plain(`programmes-zone-${key}`) : zone;
}

/** «1 сентября 2026 г. – 31 мая 2027 г.». */
export const periodLine = ({ startsOn, endsOn }: Period, t: T): string =>
  t.plain("programmes-pick-period", { from: dateWords(startsOn, t.locale), to: dateWords(endsOn, t.locale) });

const SMALL_YO = "\u0451";
const SMALL_YE = "\u0435";
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(SMALL_YO, SMALL_YE)
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();

/** The zone of a city as somebody writes it («г. Казань»); null when the city is not on the list. */
export function zoneOfCity(written: string, t: T): ZoneKey | null {
  const city = ` ${fold(written)} `;
  const knows = (key: ZoneKey) =>
    t
      .plain(`programmes-cities-${key}`)
      .split(",")
      .some((name) => city.includes(` ${fold(name)} `));
  return ZONE_KEYS.find(knows) ?? null;
}

/** A title ready to be taken: «Наставничество 2026/2027». */
export function proposedTitle(today: string, t: T): string {
  const [year] = proposeYears("academic", today);
  return t.plain("programmes-title-proposal", { years: `${year}/${year + 1}` });
}
