/** The screens of those who run a programme: who leads, who helps with what, inviting, ending. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import { PERMISSIONS } from "#features/people/rights.model.ts";
import type { Programme } from "#features/programmes/index.ts";
import { type ClassKey, type CuratorLine, type Given, type HelperLine, POSTS, type Team, WHOLE } from "./model.ts";

const LABEL_LENGTH = 56;

export const backTo = (t: T, to: string): Button[] => [{ label: t.plain("common-back"), press: to }];
export const toTeam = (t: T, programmeId: string): Button[] => backTo(t, press("staff.open", programmeId));

/** «смотрит согласия: 7А» */
export const givenWords = (t: T, { kind, value }: Pick<Given, "kind" | "value">): string =>
  value === "" ? t.plain(`staff-may-${kind}`) : t.plain(`staff-may-${kind}-in`, { className: value });

const curatorWords = (t: T, { name, leads }: CuratorLine): string =>
  t(leads ? "staff-curator-leads" : "staff-curator", { name });

function helperWords(t: T, { name, post, quiet, given }: HelperLine): string {
  const line = post === "" ? t("staff-helper", { name }) : t("staff-helper-post", { name, post });
  const more = [...given.map((one) => givenWords(t, one)), ...(quiet ? [t.plain("staff-quiet-mark")] : [])];
  return more.length === 0 ? line : t("staff-line-more", { line: html(line), more: more.join("; ") });
}

/** Who runs the programme. */
export function teamScreen(t: T, { programme, curators, helpers, own, manages, absence }: Team, note = ""): Screen {
  const { id } = programme;
  const lines = [
    t("staff-team", { programme: programme.title }),
    curators.map((one) => curatorWords(t, one)).join("\n"),
    helpers.length === 0 ? t("staff-no-helpers") : helpers.map((one) => helperWords(t, one)).join("\n"),
    absence ? t(absence.accepted ? "staff-away-lasts" : "staff-away-asked", awayWords(t, absence)) : "",
  ];
  const people: Button[][] = manages
    ? [
        ...(curators.length > 1 ? curators : []).map((one): Button[] => [
          {
            label: cutText(t.plain("staff-curator-button", { name: one.name }), LABEL_LENGTH),
            press: press("staff.curator", id, one.membershipId),
          },
        ]),
        ...helpers.map((one): Button[] => [
          { label: cutText(one.name, LABEL_LENGTH), press: press("staff.member", one.membershipId) },
        ]),
        [{ label: t.plain("staff-invite-helper"), press: press("staff.invite", id) }],
        [{ label: t.plain("staff-invite-curator"), press: press("staff.invite-curator", id) }],
      ]
    : [];
  const mine: Button[][] = own
    ? [
        [{ label: t.plain("staff-away-button"), press: press("staff.away", id) }],
        [{ label: t.plain("staff-hand-button"), press: press("staff.hand", id) }],
      ]
    : [];
  return {
    text: [note, ...lines].filter((line) => line !== "").join("\n\n"),
    rows: [...people, ...mine, backTo(t, press("programmes.more", id))],
  };
}

export const awayWords = (t: T, { name, until }: { name: string; until: string }) => ({
  name,
  until: dateWords(until, t.locale),
});

/** A curator, to whom the programme may be given to lead or whose role may end. */
export const curatorScreen = (t: T, programme: Programme, one: CuratorLine): Screen => ({
  text: t(one.leads ? "staff-curator-card-leads" : "staff-curator-card", {
    name: one.name,
    programme: programme.title,
  }),
  rows: [
    ...(one.leads
      ? []
      : [[{ label: t.plain("staff-lead-button"), press: press("staff.lead", programme.id, one.membershipId) }]]),
    [{ label: t.plain("staff-end-button"), press: press("staff.end", programme.id, one.membershipId) }],
    toTeam(t, programme.id),
  ],
});

/** What a curator's end touches, before it is done. */
export const endScreen = (t: T, programme: Programme, one: CuratorLine, touches: string[]): Screen => ({
  text: t("staff-end-sure", {
    name: one.name,
    school: programme.school.name,
    touches: html(touches.map((line) => `• ${line}`).join("\n")),
  }),
  rows: [
    [
      {
        label: t.plain("staff-end-yes"),
        press: press("staff.end-yes", programme.id, one.membershipId),
        style: "danger",
      },
    ],
    backTo(t, press("staff.curator", programme.id, one.membershipId)),
  ],
});

/** A helper: what they may do, each with a button that changes it. */
export function helperScreen(t: T, helper: HelperLine): Screen {
  const { membershipId, name, post, quiet, given, programmeId } = helper;
  const may = given.map((one) => `• ${t("staff-given", { what: givenWords(t, one) })}`);
  return {
    text: t("staff-helper-card", {
      name,
      post: post === "" ? t.plain("staff-post-none") : post,
      may: html(may.length === 0 ? t("staff-given-none") : may.join("\n")),
      quiet: html(t(quiet ? "staff-quiet-on" : "staff-quiet-off")),
    }),
    rows: [
      ...PERMISSIONS.filter((kind) => !given.some((one) => one.kind === kind && one.value === "")).map(
        (kind): Button[] => [{ label: t.plain(`staff-give-${kind}`), press: press("staff.give", membershipId, kind) }],
      ),
      ...given.map((one): Button[] => [
        {
          label: cutText(t.plain("staff-take", { what: givenWords(t, one) }), LABEL_LENGTH),
          press: press("staff.take", one.id),
        },
      ]),
      [
        {
          label: t.plain(quiet ? "staff-unquiet-button" : "staff-quiet-button"),
          press: press("staff.quiet", membershipId, quiet ? 0 : 1),
        },
      ],
      [{ label: t.plain("staff-dismiss-button"), press: press("staff.dismiss", membershipId) }],
      toTeam(t, programmeId),
    ],
  };
}

/** In which class a helper may do it. */
export const classScreen = (t: T, helper: HelperLine, kind: "consents" | "enter", classes: ClassKey[]): Screen => ({
  text: t(`staff-class-${kind}`, { name: helper.name }),
  rows: [
    ...classes.map(({ key, className }): Button[] => [
      { label: className, press: press("staff.class", helper.membershipId, kind, key) },
    ]),
    [{ label: t.plain("staff-class-whole"), press: press("staff.class", helper.membershipId, kind, WHOLE) }],
    backTo(t, press("staff.member", helper.membershipId)),
  ],
});

export const dismissScreen = (t: T, helper: HelperLine): Screen => ({
  text: t("staff-dismiss-sure", { name: helper.name }),
  rows: [
    [{ label: t.plain("staff-dismiss-yes"), press: press("staff.dismiss-yes", helper.membershipId), style: "danger" }],
    backTo(t, press("staff.member", helper.membershipId)),
  ],
});

/** Which post the new helper has. */
export const postScreen = (t: T, programme: Programme): Screen => ({
  text: t("staff-post-ask", { programme: programme.title }),
  rows: [
    ...POSTS.map((post): Button[] => [
      { label: t.plain(`staff-post-${post}`), press: press("staff.post", programme.id, post) },
    ]),
    [{ label: t.plain("staff-post-other"), press: press("staff.post", programme.id, "other") }],
    toTeam(t, programme.id),
  ],
});

/** Asks for what is typed: the class of a class teacher, or a post of its own; `odd` when it was empty or long. */
export const postTyped = (t: T, programme: Programme, which: "class-teacher" | "other", odd = false): Screen => ({
  text: t(odd ? "staff-post-odd" : `staff-post-type-${which}`),
  placeholder: t.plain(`staff-post-hint-${which}`),
  rows: [backTo(t, press("staff.invite", programme.id))],
});

export const postWords = (t: T, post: string, className = ""): string =>
  post === "class-teacher" ? t.plain("staff-post-of-class", { className }) : t.plain(`staff-post-${post}`);

/** A link to be sent on; `quiet`: the bot will not write to who comes by it. */
export const linkScreen = (
  t: T,
  made: { programme: Programme; post: string; quiet: boolean },
  url: string,
): Screen => ({
  text:
    made.post === ""
      ? t("staff-link-curator", { school: made.programme.school.name, url })
      : t(made.quiet ? "staff-link-quiet" : "staff-link", {
          programme: made.programme.title,
          post: made.post,
          url,
        }),
  rows: [[{ label: t.plain("staff-copy"), copy: url }], toTeam(t, made.programme.id), homeRow(t)],
});
