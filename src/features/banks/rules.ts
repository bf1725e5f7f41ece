/** Who is ready to be matched, and who waits for whom. */
import { hasName } from "#features/people/index.ts";
import type { Naming } from "#features/people/model.ts";
import type { Entry, Filter, Marks } from "./model.ts";

/** Whether all four marks are there. */
export const isReady = (marks: Marks): boolean => waitsFor(marks).length === 0;

/** The marks that are missing, in the order in which they are got. */
export function waitsFor(marks: Marks): Exclude<Filter, "all" | "ready">[] {
  const missing: Exclude<Filter, "all" | "ready">[] = [];
  if (marks.consent !== "done") missing.push("consent");
  if (marks.guardian !== "notNeeded" && marks.guardian !== "done") missing.push("guardian");
  if (marks.questionnaire !== "done") missing.push("questionnaire");
  if (!marks.checked) missing.push("check");
  return missing;
}

/** What is waited for first, as a list says it: of a child under 14 the guardian answers, and nobody else is asked. */
export function waitsFirst({ marks, child }: Pick<Entry, "marks" | "child">): Exclude<Filter, "all" | "ready"> {
  const [first = "check"] = waitsFor(marks);
  return child && first === "consent" && marks.consent === "waits" ? "guardian" : first;
}

/** Whether nobody has said no or taken the consent back: otherwise nothing is asked of the person, and no answer is read. */
export const mayGoOn = ({ consent, guardian }: Pick<Marks, "consent" | "guardian">): boolean =>
  consent !== "withdrawn" && consent !== "declined" && guardian !== "declined";

/**
 * Whether the curator may write this person's name: where names are used, and not before a consent when there is none yet, for of
 * a list's rows no name is kept until then.
 */
export const canBeNamed = ({ name, marks }: Entry, naming: Naming): boolean =>
  naming !== "code" && (hasName(name) || marks.consent === "done");

/** Whether only the curator's own look is missing. */
const waitsForCurator = (marks: Marks): boolean => waitsFor(marks).every((mark) => mark === "check") && !isReady(marks);

const sortName = ({ name, code }: Entry): string => `${name.familyName} ${name.givenName}`.trim() || code;

/** Those who wait for the curator first, then by name; who has no name by the code. */
export const inOrder = (entries: Entry[]): Entry[] =>
  entries.toSorted(
    (one, other) =>
      Number(waitsForCurator(other.marks)) - Number(waitsForCurator(one.marks)) ||
      sortName(one).localeCompare(sortName(other), "ru"),
  );

/** The entries that a filter and a form (null: any) leave; people who have left are in none. */
export function narrow(entries: Entry[], filter: Filter, form: string | null): Entry[] {
  return entries.filter(({ active, marks, forms }) => {
    if (!active || (form !== null && !forms.includes(form))) return false;
    if (filter === "all") return true;
    if (filter === "check") return waitsForCurator(marks);
    return filter === "ready" ? isReady(marks) : waitsFor(marks).includes(filter);
  });
}

/** How many each filter leaves. */
export const countAll = (entries: Entry[], form: string | null): Record<Filter, number> => ({
  all: narrow(entries, "all", form).length,
  ready: narrow(entries, "ready", form).length,
  questionnaire: narrow(entries, "questionnaire", form).length,
  consent: narrow(entries, "consent", form).length,
  guardian: narrow(entries, "guardian", form).length,
  check: narrow(entries, "check", form).length,
});

/** Those who may go on with a questionnaire and have not sent it: whom a reminder can help. A no, the guardian's too, ends it. */
export const canBeNudged = ({ active, marks }: Entry): boolean =>
  active && marks.questionnaire !== "done" && mayGoOn(marks);
