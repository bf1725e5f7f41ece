/** The screens of home. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText, lengthOf } from "#core/text.ts";
import { homeRow, type ListeningStep, type Redeemed } from "#features/people/index.ts";
import type { OnPhone, RolePlace } from "./model.ts";

/** Telegram's limit for a text is 4,096; markup does not count, so this is careful. */
const TEXT_LENGTH = 4_000;
const LABEL_LENGTH = 48;

const languageRow = (t: T): Button[] => [{ label: t.plain("home-language-button"), press: press("home.languages") }];
const switchRow = (t: T): Button[] => [{ label: t.plain("home-switch-button"), press: press("home.people") }];

export const under = (...parts: string[]): string => parts.filter((part) => part !== "").join("\n\n");

const withHome = (t: T, text: string): Screen => ({ text, rows: [homeRow(t)] });

/** Names of places as words; «» when the role has none. */
const where = ({ programme, school }: RolePlace) => ({ programme: programme?.title ?? "", school: school?.name ?? "" });

export const stranger = (t: T, lead = ""): Screen => ({
  text: under(lead, t("home-stranger")),
  rows: [languageRow(t)],
});

export const guest = (t: T, shared: boolean, lead = ""): Screen => ({
  text: under(lead, t("home-guest")),
  rows: shared ? [switchRow(t), languageRow(t)] : [languageRow(t)],
});

/** The words of a role: with whose or what it is where that is known. */
const inRole = (t: T["plain"], what: "line" | "here" | "as", place: RolePlace): string =>
  place.of
    ? t(`home-${what}-${place.standing.role}-of`, { ...where(place), of: place.of })
    : t(`home-${what}-${place.standing.role}`, where(place));

export const roleLine = (place: RolePlace): string => inRole(place.t, "line", place);

/** «Вы здесь как …»: above the next step. */
export const hereAs = (place: RolePlace): string => inRole(place.t, "here", place);

/** Several roles: a line and a button each. */
export function roles(t: T, places: RolePlace[], shared: boolean, lead = ""): Screen {
  const buttons = places.map((place): Button[] => {
    const label = cutText(inRole(place.t.plain, "as", place), LABEL_LENGTH);
    return [{ label, press: press("home.as", place.standing.membershipId) }];
  });
  const lines = places.map((place) => `• ${roleLine(place)}`).join("\n");
  return { text: under(lead, t("home-roles"), lines), rows: shared ? [...buttons, switchRow(t)] : buttons };
}

/** The next step with a lead above it, when both fit into one message; without the lead otherwise. */
export function stepBelow(lead: string, step: ListeningStep, shared: T | null): Screen {
  const text = under(lead, step.screen.text);
  const fits = lengthOf(text) <= TEXT_LENGTH && !step.screen.document && !step.screen.picture;
  const screen = fits ? { ...step.screen, text } : step.screen;
  return shared && screen.rows ? { ...screen, rows: [...screen.rows, switchRow(shared)] } : screen;
}

/** Nobody waits for this person now. */
export const nothingToDo = (place: RolePlace, lead: string, shared: boolean): Screen => ({
  text: under(lead, place.t(`home-nothing-${place.standing.role}`)),
  rows: [
    [{ label: place.t.plain("home-settings-button"), press: press("home.settings") }],
    ...(shared ? [switchRow(place.t)] : []),
  ],
});

/** The first words to somebody who came by a link: who writes, from which school, for what, who will see. */
export function greeting(place: RolePlace, child: string): string {
  const { role } = place.standing;
  return place.t(`home-joined-${role}`, role === "guardian" ? { ...where(place), child } : where(place));
}

export const already = (place: RolePlace): string => place.t("home-already", { role: html(roleLine(place)) });

type Refused = Exclude<Redeemed["kind"], "joined" | "already" | "whoIsIt" | "ownLink" | "personal">;

/** A link that does not let in says why and whom to ask, and nothing about what is behind it. */
export const linkRefused = (t: T, kind: Refused): Screen => withHome(t, t(`home-link-${kind}`));

/** A link, and how many wrote from the phone when it was opened: two taps on «somebody else» are one person. */
type OpenedLink = { token: string; length: number };

const comerRow = (label: string, { token, length }: OpenedLink, comer: string): Button[] => [
  { label: cutText(label, LABEL_LENGTH), press: press("home.join", token, comer, length) },
];

/** Who of those who write from this phone comes by the link; a child's own phone may be its guardian's too. */
export function whoComes(t: T, kind: "whoIsIt" | "ownLink", people: OnPhone[], link: OpenedLink): Screen {
  const known = people.map(({ personId, name }) =>
    comerRow(t.plain("home-join-me", { name: name || t.plain("home-unnamed") }), link, personId),
  );
  const other = comerRow(t.plain(kind === "ownLink" ? "home-join-guardian" : "home-join-other"), link, "new");
  return { text: t(kind === "ownLink" ? "home-own-link" : "home-who-comes"), rows: [...known, other, homeRow(t)] };
}

/** The link is one person's own, and the phone is another's: whether that person is here. */
export const whoIsHere = (t: T, link: OpenedLink): Screen => ({
  text: t("home-personal-link"),
  rows: [comerRow(t.plain("home-join-personal"), link, "new"), homeRow(t)],
});

/** «Кто сейчас пишет?» */
export const whoWrites = (t: T, people: OnPhone[]): Screen => ({
  text: t("home-who-writes"),
  rows: [
    ...people.map(({ personId, name, current }): Button[] => [
      {
        label: cutText(`${current ? "✓ " : ""}${name || t.plain("home-unnamed")}`, LABEL_LENGTH),
        press: press("home.who", personId),
      },
    ]),
    homeRow(t),
  ],
});
