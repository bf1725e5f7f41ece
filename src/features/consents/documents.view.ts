/** A consent's text as a chat shows it: whole, with the two answers of equal weight below its end. */
import { type Button, escapeHtml, press, type Screen, type T } from "#core/screen.ts";
import { splitDocument } from "./documents.rules.ts";
import type { Shown } from "./model.ts";
import type { View } from "./outcomes.model.ts";

/** Telegram's limit is 4,096 characters; a line said above the text needs some room. */
const MOST_CHARACTERS = 3_800;

/** The words that a paragraph begins with, as a heading: «Для чего.» */
const LEAD = /^([^.!?]{2,40}[.!?]) (?=\S)/u;

function line(text: string): string {
  if (text.startsWith("# ")) return `<b>${escapeHtml(text.slice(2))}</b>`;
  const lead = LEAD.exec(text)?.[1];
  return lead ? `<b>${escapeHtml(lead)}</b>${escapeHtml(text.slice(lead.length))}` : escapeHtml(text);
}

const toHtml = (part: string): string => part.split("\n").map(line).join("\n");

function answers(t: T, { subject, kind }: View, { rev, tag }: Shown): Button[] {
  const data = [subject.membershipId, kind, rev, tag] as const;
  return [
    { label: t.plain("consents-agree"), press: press("consents.agree", ...data) },
    { label: t.plain("consents-decline"), press: press("consents.decline", ...data) },
  ];
}

/** The whole text as one message or several; the buttons stand below the last. */
export function documentScreens(t: T, view: View, shown: Shown, lead = ""): Screen[] {
  const parts = splitDocument(shown.text, MOST_CHARACTERS).map(toHtml);
  return parts.map((part, place) => ({
    text: place === 0 && lead !== "" ? `${lead}\n\n${part}` : part,
    ...(place === parts.length - 1 ? { rows: [answers(t, view, shown)] } : {}),
  }));
}
