/** Which acts the history has words for, and how their values are read. */

/** Every act that a feature records; `deeds-act-<act>` says it. A test compares this list with what the features record. */
export const ACT_WORDS = [
  "absence-ended",
  "accepted",
  "answered",
  "birth-year",
  "checked",
  "consent-agreed",
  "consent-declined",
  "consent-withdrawn",
  "consents-exported",
  "created",
  "declined",
  "deputy-accepted",
  "deputy-asked",
  "deputy-declined",
  "entering",
  "erasure-asked",
  "exported",
  "guardian-checked",
  "guardian-confirmed",
  "guardian-unknown",
  "invited",
  "joined",
  "lead-named",
  "list-added",
  "list-corrected",
  "list-exported",
  "list-removed",
  "merged",
  "name-corrected",
  "named",
  "new-link",
  "new-phone",
  "not-listed",
  "note-erased",
  "note-kept",
  "nudged",
  "papers",
  "papers-entered",
  "paused",
  "permission-ended",
  "permitted",
  "proposed",
  "quieted",
  "reactivated",
  "refused",
  "resumed",
  "revoked",
  "roadmap-kept",
  "sent",
  "set-address",
  "set-erasure",
  "set-forms",
  "set-intake",
  "set-naming",
  "set-period",
  "set-phone",
  "set-site",
  "set-title",
  "slips",
  "stopped",
  "succeeded",
  "support-ended",
  "support-moved",
  "support-offered",
  "todo-done",
  "told",
  "unanswered",
  "unchecked",
  "undone",
  "unquieted",
] as const;
type ActWord = (typeof ACT_WORDS)[number];

/** The act as the history has words for it; what an older or newer release has recorded is `other`. */
export const wordFor = (act: string): ActWord | "other" => ACT_WORDS.find((known) => known === act) ?? "other";

/** How a stored value is said. */
export type Value =
  | { kind: "hidden" }
  | { kind: "plain"; text: string }
  | { kind: "key"; key: string }
  | { kind: "forms"; forms: string[] };

const PICKED = /^set-(?:naming|address|intake)$/;
const SAID_AS_IT_IS = /^(?:birth-year|class-name|set-period|nudged)$/;
const FORMS_BETWEEN = /,\s*/;
const DATES = /(\d{4})-(\d\d)-(\d\d)/g;

/** What stands before or after an act, for the reader: years, dates, settings; ids and codes of ours are not shown. */
export function readValue(act: string, value: string | null): Value {
  if (value === null || value === "") return { kind: "hidden" };
  if (PICKED.test(act)) return { kind: "key", key: value };
  if (act === "set-forms") return { kind: "forms", forms: value.split(FORMS_BETWEEN) };
  if (!SAID_AS_IT_IS.test(act)) return { kind: "hidden" };
  return { kind: "plain", text: value.replace(DATES, "$3.$2.$1").replaceAll("/", " – ") };
}
