/** Which questionnaire a person of a programme is given. */
import type { Definition } from "./model.ts";

/** In the list of forms: every form that no questionnaire was written for, a school's own ones too. */
export const ANY_FORM = "any";

export type Wanted = { track: "pupils" | "teachers"; side: string; wave: string; form: string };

/** The questionnaire written for this form, otherwise the one for any form; `undefined` when there is none. */
export function questionnaireFor(definitions: readonly Definition[], wanted: Wanted): Definition | undefined {
  const fitting = definitions.filter(
    ({ track, side, wave }) =>
      (track === wanted.track || track === "any") && side === wanted.side && wave === wanted.wave,
  );
  return (
    fitting.find(({ forms }) => forms.includes(wanted.form)) ?? fitting.find(({ forms }) => forms.includes(ANY_FORM))
  );
}
