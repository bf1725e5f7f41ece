/** The screens of inviting: whom, in which form, one or many; the link, its poster, the list. */
import type { InvitationId } from "#core/ids.ts";
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { doneLines, type Offered, undoRow } from "#features/deeds/index.ts";
import { homeButton, type Invitation, stateOf } from "#features/people/index.ts";
import { formLabel, type Programme, type ProgrammeLink } from "#features/programmes/index.ts";
import { ANY_FORM, CAPS, INVITED, type Invited, type Listed, type ShownLink, type Wish } from "./model.ts";

const LABEL_LENGTH = 56;

/** The way in from the programme's own screen. */
export const invitationsLink = (programmeId: string): ProgrammeLink => ({
  labelKey: "programmes-home-invite",
  press: press("invitations.open", programmeId),
});

const toProgramme = (t: T, { id }: Programme): Button => ({
  label: t.plain("common-back"),
  press: press("programmes.open", id),
});
const toRoles = (t: T, { id }: Programme): Button => ({
  label: t.plain("common-back"),
  press: press("invitations.open", id),
});
const toList = (t: T, { id }: Programme): Button => ({
  label: t.plain("invitations-list-button"),
  press: press("invitations.list", id, 0),
});

/** Which of several programmes; the command `/invite` asks. */
export const chooseProgramme = (t: T, programmes: Programme[]): Screen => ({
  text: t("invitations-which"),
  rows: [
    ...programmes.map(({ id, title }): Button[] => [
      { label: cutText(title, LABEL_LENGTH), press: press("invitations.open", id) },
    ]),
    [homeButton(t)],
  ],
});

export const chooseRole = (t: T, programme: Programme): Screen => ({
  text: t("invitations-whom", { programme: programme.title }),
  rows: [
    ...INVITED.map((role): Button[] => [
      { label: t.plain(`invitations-role-${role}`), press: press("invitations.role", programme.id, role) },
    ]),
    [toList(t, programme)],
    [toProgramme(t, programme)],
  ],
});

export const chooseForm = (t: T, programme: Programme, role: Invited): Screen => ({
  text: t("invitations-form", { whom: t.plain(`invitations-whom-${role}`) }),
  rows: [
    ...programme.forms.map((form, at): Button[] => [
      {
        label: cutText(formLabel(form, t), LABEL_LENGTH),
        press: press("invitations.form", programme.id, role, at),
      },
    ]),
    [{ label: t.plain("invitations-form-any"), press: press("invitations.form", programme.id, role, ANY_FORM) }],
    [toRoles(t, programme)],
  ],
});

/** One or many; each button brings the id of the link that it will make. */
export const chooseCap = (t: T, { programme, role, formAt }: Wish, id: InvitationId): Screen => ({
  text: t("invitations-cap", { whom: t.plain(`invitations-whom-${role}`) }),
  rows: [
    ...CAPS.map((cap): Button[] => [
      {
        label: cap === 1 ? t.plain("invitations-cap-one") : t.plain("invitations-cap-many", { cap }),
        press: press("invitations.make", programme.id, id, role, formAt, cap),
      },
    ]),
    [toRoles(t, programme)],
  ],
});

const until = (t: T, { expiresAt }: Invitation, { school }: Programme): string =>
  dateWords(dateIn(expiresAt, school.timeZone), t.locale);

/** «осталось 12 из 30, до 20 декабря», or why nobody comes in by it. */
function stateLine(t: T, invitation: Invitation, programme: Programme, now: Date): string {
  const { cap, used } = invitation;
  const words = { cap, used, left: cap - used, until: until(t, invitation, programme) };
  const state = stateOf(invitation, now);
  if (state !== "open") return t(`invitations-state-${state}`, words);
  return t(cap === 1 ? "invitations-state-one" : "invitations-state-many", words);
}

const titleOf = (t: T, { role, form, cap }: Invitation): string => {
  const whom = t.plain(`invitations-whom-${role}`);
  const name = t.plain(cap === 1 ? "invitations-title-one" : "invitations-title-many", { whom });
  return form ? t.plain("invitations-title-form", { name, form: formLabel(form, t) }) : name;
};

export function linkScreen(
  t: T,
  { invitation, programme }: ShownLink,
  url: string,
  now: Date,
  offered?: Offered,
): Screen {
  const isOpen = stateOf(invitation, now) === "open";
  const head = {
    title: titleOf(t, invitation),
    programme: programme.title,
    state: html(stateLine(t, invitation, programme, now)),
  };
  const ways: Button[][] = [
    [{ label: t.plain("invitations-copy"), copy: url }],
    [{ label: t.plain("invitations-poster-button"), press: press("invitations.poster", invitation.id) }],
    [{ label: t.plain("invitations-revoke"), press: press("invitations.revoke", invitation.id) }],
  ];
  return {
    text: [
      isOpen ? t("invitations-link", { ...head, url }) : t("invitations-link-closed", head),
      ...(offered ? [doneLines(t, offered, now)] : []),
    ].join("\n\n"),
    rows: [
      ...(offered ? [undoRow(t, offered)] : []),
      ...(isOpen ? ways : []),
      [{ label: t.plain("invitations-more"), press: press("invitations.open", programme.id) }, toList(t, programme)],
      [homeButton(t)],
    ],
  };
}

/** The QR picture alone, to be printed. */
export const qrScreen = (t: T, { programme }: ShownLink, bytes: Uint8Array): Screen => ({
  text: t("invitations-qr", { programme: programme.title }),
  picture: { bytes, name: "qr.png" },
});

/** A text to forward or to print beside the QR code; in the words of the programme's track. */
export const poster = (t: T, { invitation, programme }: ShownLink, url: string): Screen => ({
  text: t(`invitations-poster-${invitation.role}`, {
    programme: programme.title,
    school: programme.school.name,
    until: until(t, invitation, programme),
    url,
  }),
});

export function listScreen(
  t: T,
  { programme, items, page, pages }: Extract<Listed, { kind: "list" }>,
  now: Date,
): Screen {
  const lines = items.map((one) =>
    t("invitations-line", { title: titleOf(t, one), state: html(stateLine(t, one, programme, now)) }),
  );
  const turn = (to: number, key: string): Button[] =>
    to < 0 || to >= pages ? [] : [{ label: t.plain(key), press: press("invitations.list", programme.id, to) }];
  const head = items.length === 0 ? t("invitations-list-empty") : t("invitations-list", { programme: programme.title });
  return {
    text: [head, ...lines].join("\n\n"),
    rows: [
      ...items.map((one, at): Button[] => [
        {
          label: cutText(`${at + 1}. ${titleOf(t, one)}`, LABEL_LENGTH),
          press: press("invitations.show", one.id),
        },
      ]),
      [...turn(page - 1, "common-previous"), ...turn(page + 1, "common-next")],
      [{ label: t.plain("invitations-more"), press: press("invitations.open", programme.id) }, homeButton(t)],
    ],
  };
}

/** Asked once, with the name of what is taken back. */
export const confirmRevoke = (t: T, { invitation, programme }: ShownLink): Screen => ({
  text: t("invitations-revoke-sure", { title: titleOf(t, invitation), programme: programme.title }),
  rows: [
    [
      {
        label: t.plain("invitations-revoke-yes"),
        press: press("invitations.revoke-yes", invitation.id),
        style: "danger",
      },
    ],
    [{ label: t.plain("common-back"), press: press("invitations.show", invitation.id) }],
  ],
});
