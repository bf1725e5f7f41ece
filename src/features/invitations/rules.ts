import type { Programme } from "#features/programmes/model.ts";
import { ANY_FORM, type Invited } from "./model.ts";

/** Whether the curator is asked for the form: only where there are several, and only for who is to be paired. */
export const asksForm = (programme: Pick<Programme, "forms">, role: Invited): boolean =>
  role !== "staff" && programme.forms.length > 1;

/** The form that a link is meant for; none where any will do. */
export function formAt(programme: Pick<Programme, "forms">, role: Invited, at: number): string | null {
  if (role === "staff") return null;
  const [only, ...more] = programme.forms;
  if (more.length === 0) return only ?? null;
  return at === ANY_FORM ? null : (programme.forms[at] ?? null);
}
