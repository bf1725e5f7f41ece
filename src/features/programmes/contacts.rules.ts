/** The school's phone and site as typed. Pure. */
import { lengthOf } from "#core/text.ts";
import { tidyLine } from "./answers.rules.ts";
import { type Contact, LIMITS } from "./model.ts";

/** A Russian number with its code has eleven digits, one within the town may have five. */
const FEWEST_DIGITS = 5;

const fits: Record<Contact, (line: string) => boolean> = {
  phone: (line) => line.replace(/\D/g, "").length >= FEWEST_DIGITS && /^[\d\s()+\-.,;\p{L}]+$/u.test(line),
  site: (line) => /^[^\s<>"]+\.[^\s<>".]{2,}(\/[^\s<>"]*)?$/u.test(line),
};

/** The line to be kept and shown as it is, or null when it is plainly no phone or no address. */
export function readContact(contact: Contact, typed: string): string | null {
  const line = tidyLine(typed).replace(/^https?:\/\//i, "");
  return lengthOf(line) <= LIMITS[contact] && fits[contact](line) ? line : null;
}
