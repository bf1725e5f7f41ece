/** The screens of schools and programmes for those who run them. */
import type { Link } from "#core/contribution.ts";
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import { isSettingOf } from "./made.rules.ts";
import type { Programme, School, Setting, Wrong } from "./model.ts";
import { CONTACTS, SETTINGS } from "./model.ts";
import { question } from "./questions.view.ts";
import { pairs } from "./wizard.view.ts";
import { formsLine, periodLine, zoneLabel } from "./words.view.ts";

type SchoolLine = School & { programmes: number; curators: number };

/** A button that a later feature adds to the programme's screen. */
export type ProgrammeLink = { labelKey: string; press: string };

const schoolButton = ({ id, name }: School): Button[] => [{ label: name, press: press("programmes.school", id) }];
const programmeButton = ({ id, title }: Programme): Button[] => [{ label: title, press: press("programmes.open", id) }];
/** Words above the card, when there is news. */
const above = (news: string | undefined): string => (news ? `${news}\n\n` : "");

/** The owner's schools, or the proposal to begin with one. */
export function schoolsScreen(t: T, schools: SchoolLine[]): Screen {
  const add = schools.length === 0 ? "programmes-schools-add-first" : "programmes-schools-add";
  return {
    text: schools.length === 0 ? t("programmes-schools-none") : t("programmes-schools", { count: schools.length }),
    rows: [
      ...schools.map(schoolButton),
      [
        {
          label: t.plain(add),
          press: press("programmes.school-new"),
          ...(schools.length === 0 ? { style: "primary" } : {}),
        },
      ],
      ...(schools.length === 0 ? [] : [homeRow(t)]),
    ],
  };
}

type SchoolCard = { school: SchoolLine; programmes: Programme[]; isOwner: boolean; isNew?: boolean };

/** A school: its programmes, and for the owner the way to name a curator. */
export function schoolScreen(t: T, { school, programmes, isOwner, isNew }: SchoolCard): Screen {
  const { id, name, city } = school;
  const card = t("programmes-school", {
    name,
    city,
    zone: zoneLabel(school.timeZone, t),
    programmes: school.programmes,
    curators: school.curators,
  });
  const made = isNew ? t("programmes-school-made", { name }) : undefined;
  const lonely = isOwner && school.curators === 0;
  const invite: Button = {
    label: t.plain("programmes-school-invite"),
    press: press("programmes.curator", id),
    ...(lonely ? { style: "primary" } : {}),
  };
  return {
    text: `${above(made)}${card}${lonely ? `\n\n${t("programmes-school-no-curator")}` : ""}`,
    rows: [
      ...programmes.map(programmeButton),
      ...(isOwner ? [[invite]] : []),
      [{ label: t.plain("programmes-school-new-programme"), press: press("programmes.first", id) }],
      ...(isOwner ? [[{ label: t.plain("programmes-school-back"), press: press("programmes.schools") }]] : []),
      homeRow(t),
    ],
  };
}

type CuratorLinkShown = { school: School; link: string; expiresAt: Date };

/** The curator's link for the one who sends it. */
export const curatorLinkScreen = (t: T, { school, link, expiresAt }: CuratorLinkShown): Screen => ({
  text: t("programmes-curator-link", {
    school: school.name,
    link,
    until: dateWords(dateIn(expiresAt, school.timeZone), t.locale),
  }),
  rows: [
    [{ label: t.plain("programmes-curator-copy"), copy: link }],
    [{ label: t.plain("common-back"), press: press("programmes.school", school.id) }],
    homeRow(t),
  ],
});

/** The same for the curator: a message to be forwarded as it is. */
export const curatorForward = (t: T, { school, link }: Omit<CuratorLinkShown, "expiresAt">): Screen => ({
  text: t("programmes-curator-forward", { school: school.name, city: school.city, link }),
});

export const curatorQr = (t: T, bytes: Uint8Array): Screen => ({
  text: t("programmes-curator-qr"),
  picture: { bytes, name: "invitation.png" },
});

/** The curator's first screen: a roadmap, or without it. */
export const firstScreen = (t: T, school: School): Screen => ({
  text: t("programmes-first", { school: school.name }),
  rows: [
    [{ label: t.plain("programmes-first-send"), press: press("programmes.roadmap", school.id) }],
    [{ label: t.plain("programmes-first-without"), press: press("programmes.new", school.id) }],
  ],
});

/** Asks for the file; `note` says what was wrong with the last one. */
export const roadmapAsk = (t: T, school: School, note?: "not-file" | "big" | "lost"): Screen => ({
  text: note ? t(`programmes-roadmap-${note}`) : t("programmes-roadmap-ask"),
  rows: [[{ label: t.plain("programmes-first-without"), press: press("programmes.new", school.id) }], homeRow(t)],
});

export const roadmapKept = (
  t: T,
  { draftId, name, again }: { draftId: string; name: string; again: boolean },
): Screen => ({
  text: again ? t("programmes-roadmap-again") : t("programmes-roadmap-kept", { name }),
  rows: [
    [{ label: t.plain("programmes-roadmap-go"), press: press("programmes.draft", draftId), style: "primary" }],
    homeRow(t),
  ],
});

type ProgrammeCard = {
  programme: Programme;
  counts: { mentees: number; mentors: number };
  links: ProgrammeLink[];
  isNew?: boolean;
};

/** The programme's home for its curator: counts, and the ways to people, invitations, settings. */
export function programmeScreen(t: T, { programme, counts, links, isNew }: ProgrammeCard): Screen {
  const { id, title, school } = programme;
  const isEmpty = counts.mentees + counts.mentors === 0;
  const card = t("programmes-home", { title, school: school.name, period: periodLine(programme, t), ...counts });
  const made = isNew ? t("programmes-made", { title }) : undefined;
  return {
    text: `${above(made)}${card}${isEmpty ? `\n\n${t("programmes-home-empty")}` : ""}`,
    rows: [
      ...links.map((link): Button[] => [{ label: t.plain(link.labelKey), press: link.press }]),
      [
        {
          label: t.plain("programmes-home-invite"),
          press: press("invitations.open", id),
          ...(isEmpty ? { style: "primary" } : {}),
        },
      ],
      [{ label: t.plain("programmes-home-more"), press: press("programmes.more", id) }],
      [{ label: t.plain("programmes-home-settings"), press: press("programmes.settings", id) }],
      [{ label: t.plain("programmes-home-all"), press: press("programmes.school", programme.schoolId) }],
    ],
  };
}

/** What is needed less often than people and invitations: what other features offer. */
export const moreScreen = (t: T, { id, title }: Programme, links: Link[]): Screen => ({
  text: t("programmes-more", { title }),
  rows: [
    ...links
      .toSorted((one, other) => one.rank - other.rank)
      .map((link): Button[] => [{ label: t.plain(link.labelKey, link.args), press: link.press }]),
    [{ label: t.plain("common-back"), press: press("programmes.open", id) }],
  ],
});

/** The programmes of a curator who has several. */
export const programmesScreen = (t: T, school: School, programmes: Programme[]): Screen => ({
  text: t("programmes-list", { school: school.name, count: programmes.length }),
  rows: [
    ...programmes.map(programmeButton),
    [{ label: t.plain("programmes-school-new-programme"), press: press("programmes.first", school.id) }],
  ],
});

/** All settings as they stand, each with a button that changes it. */
export function settingsScreen(t: T, programme: Programme): Screen {
  const { id, title, track, naming, address, intakeSize, school } = programme;
  const text = t("programmes-settings", {
    title,
    track: t.plain(`programmes-pick-${track}`),
    forms: formsLine(programme.forms, t),
    period: periodLine(programme, t),
    naming: t.plain(`programmes-pick-${naming}`),
    address: t.plain(`programmes-summary-address-${address}`),
    intake: t.plain(`programmes-pick-${intakeSize}`),
    phone: school.phone || "—",
    site: school.site || "—",
  });
  const settings = SETTINGS.filter((setting) => isSettingOf(setting, programme)).map(
    (setting): Button => ({
      label: t.plain(`programmes-settings-${setting}`),
      press: press("programmes.setting", id, setting),
    }),
  );
  const contacts = CONTACTS.map(
    (contact): Button => ({
      label: t.plain(`programmes-settings-${contact}`),
      press: press("programmes.contact", id, contact),
    }),
  );
  return {
    text,
    rows: [...pairs(settings), contacts, [{ label: t.plain("common-back"), press: press("programmes.open", id) }]],
  };
}

type SettingShown = { programme: Programme; setting: Setting; today: string; wrong?: Wrong };

/** One setting to be changed. */
export function settingScreen(t: T, { programme, setting, today, wrong }: SettingShown): Screen {
  const { id, rev } = programme;
  const pick = (value: string) => press("programmes.set", id, rev, setting, value);
  const { text, rows } = question({ t, step: setting, answers: programme, today, pick });
  const hint = wrong ? `⚠️ ${t(`programmes-wrong-${wrong}`)}\n\n` : "";
  return {
    text: `${hint}${text}`,
    rows: [...rows, [{ label: t.plain("programmes-settings-back"), press: press("programmes.settings", id) }]],
  };
}

/** No such thing, or no right to it. */
export const refusedScreen = (t: T): Screen => ({ text: t("programmes-refused"), rows: [homeRow(t)] });
