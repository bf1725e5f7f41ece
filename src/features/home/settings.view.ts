/** Settings, language, privacy, help: what a person can look up and change about the bot. */
import { type Button, html, LOCALES, type Locale, press, type Screen, type T } from "#core/screen.ts";
import { homeRow, type Naming } from "#features/people/index.ts";
import type { RolePlace } from "./model.ts";
import { linesWithin } from "./rules.ts";
import { under } from "./view.ts";

const KEPT_LENGTH = 2_600;

const nameOf = (t: T): string => t.plain("home-language-name");

export const languages = (t: T, words: Record<Locale, T>): Screen => ({
  text: t("home-language"),
  rows: [
    LOCALES.map((locale): Button => {
      const label = `${locale === t.locale ? "✓ " : ""}${nameOf(words[locale])}`;
      return { label, press: press("home.language", locale) };
    }),
    homeRow(t),
  ],
});

/** `named`: the name was given already; before the consent it is neither asked nor offered to be changed. */
export type Shown = { personId: string; name: string; named: boolean; naming: Naming | null; shared: boolean };

/** `me` is null for somebody who has not come in yet. */
export function settings(t: T, me: Shown | null): Screen {
  const name = me ? t("home-settings-name", { name: me.name || t.plain("home-unnamed") }) : "";
  const seen = me?.naming ? t(`home-settings-seen-${me.naming}`) : "";
  const rows: Button[][] = [[{ label: t.plain("home-language-button"), press: press("home.languages") }]];
  if (me?.named && me.naming !== "code")
    rows.push([{ label: t.plain("home-settings-rename"), press: press("people.name", me.personId) }]);
  if (me?.shared) rows.push([{ label: t.plain("home-switch-button"), press: press("home.people") }]);
  rows.push([{ label: t.plain("home-privacy-button"), press: press("home.privacy") }], homeRow(t));
  return { text: under(t("home-settings", { language: nameOf(t) }), [name, seen].filter(Boolean).join("\n")), rows };
}

/** What is kept (lines ready to be shown), who sees it, how to end it. */
export function privacy(t: T, lines: string[], buttons: Button[][]): Screen {
  const { shown, left } = linesWithin(lines, KEPT_LENGTH);
  const list = shown.map((line) => `• ${line}`);
  if (left > 0) list.push(t("home-privacy-more", { count: left }));
  const text = under(t("home-privacy"), list.join("\n"), t("home-privacy-seen"), t("home-privacy-end"));
  return { text, rows: [...buttons, homeRow(t)] };
}

export const privacyOfStranger = (t: T): Screen => ({ text: t("home-privacy-stranger"), rows: [homeRow(t)] });

/** What the bot does for each role of this person, the commands, whom to ask. */
export function help(t: T, places: RolePlace[], commands: string[]): Screen {
  const roles = [...new Map(places.map((place) => [place.standing.role, place])).values()];
  const lines = roles.map((place) => place.t(`home-help-${place.standing.role}`));
  const list = commands.map((name) => t("home-help-command", { name, what: html(t(`commands-${name}`)) })).join("\n");
  const known = lines.length > 0 ? under(...lines) : t("home-help-stranger");
  const isStaff = places.some(({ standing }) => standing.role === "curator" || standing.role === "owner");
  const whom = t(isStaff ? "home-help-ask-staff" : "home-help-ask");
  return { text: under(t("home-help"), known, list, whom), rows: [homeRow(t)] };
}
