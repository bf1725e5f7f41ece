/** What consents say unasked: to children, guardians and curators about answers and checks, and what is offered or asked anew. */
import { DAY } from "#core/clock.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import { type DueNotice, type NoticeKind, noticeKind } from "#features/notices/index.ts";
import { type People, shownName } from "#features/people/index.ts";
import type { Programmes } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { listGuardianCodes, listSent } from "./checks.store.ts";
import { type Case, casesOf } from "./evidence.service.ts";
import { guardianCheckedNotice, linkAgainNotice } from "./guardian.view.ts";
import {
  DISAGREE,
  FREE_OFFER,
  GUARDIAN_ANSWERED,
  GUARDIAN_CHECKED,
  GUARDIAN_TO_CHECK,
  LINK_AGAIN,
  PAPER,
  PAPER_READY,
  paperSchema,
  TURNED,
} from "./kinds.model.ts";
import { listOrders } from "./ledger.store.ts";
import { disagreeNotice, paperNotice, type ToCheck, toCheckNotice } from "./ledger.view.ts";
import { type ConsentKind, type ConsentState, KIND_ROLES, KINDS } from "./model.ts";
import { consentState, disagree, entriesOf, guardianHasSay, positionIn, readersAt } from "./rules.ts";
import { findSubject, listEntries, listSubjects } from "./store.ts";
import { answeredNotice, type FreeOffer, freeOfferNotice, type TurnedAsk, turnedNotice } from "./view.ts";

export type ConsentsNoticesParts = {
  people: Pick<People, "find" | "findMany" | "membership" | "may">;
  programmes: Pick<Programmes, "find">;
  contents: Contents;
};

/** Where each active participant stands at the moment at which the latest of these rows is due. */
async function loadCases(db: Db, rows: readonly DueNotice[]): Promise<Map<MembershipId, Case>> {
  const subjects = await listSubjects(db, [...new Set(rows.map(({ subjectId }) => subjectId))]);
  const now = new Date(Math.max(...rows.map(({ notBefore }) => notBefore.getTime())));
  const active = subjects.filter((subject) => subject.active);
  return new Map((await casesOf(db, active, "data", now)).map((one) => [one.subject.membershipId, one]));
}

/** A notice about one participant's data consent: `of` says what of it is shown, null: nothing any more. */
function about<Model>(
  spec: Pick<NoticeKind, "kind" | "lane"> & {
    usefulForMs?: number;
    show: Parameters<typeof noticeKind<Model>>[0]["show"];
  },
  of: (db: Db, one: Case, row: DueNotice) => Promise<Model | null> | Model | null,
): NoticeKind {
  return noticeKind<Model>({
    late: { kind: "send" },
    usefulForMs: 14 * DAY,
    ...spec,
    load: async (db, rows) => {
      const cases = await loadCases(db, rows);
      const found = new Map<string, Model | null>();
      for (const row of rows) {
        const one = cases.get(row.subjectId);
        found.set(row.id, one ? await of(db, one, row) : null);
      }
      return found;
    },
  });
}

/** Nothing is said of a guardian's answer that counts no more. */
const speaking = (state: ConsentState): ConsentState | null => {
  if (state.kind === "waits" && state.from.includes("guardian")) return null;
  return "by" in state && state.by === "self" ? null : state;
};

function forCurators({ people, programmes }: ConsentsNoticesParts): NoticeKind[] {
  async function child(db: Db, { subject }: Case): Promise<Omit<ToCheck, "guardian"> | null> {
    const programme = await programmes.find(db, subject.programmeId);
    const person = await people.find(db, subject.personId);
    const membership = await people.membership(db, subject.membershipId);
    if (!programme || !person || !membership) return null;
    return {
      membershipId: subject.membershipId,
      programme: programme.title,
      child: { name: shownName(person, membership, programme.naming), className: membership.className },
    };
  }

  async function toCheck(db: Db, one: Case, { slot, personId }: DueNotice): Promise<ToCheck | null> {
    const { subject, evidence } = one;
    const of = await child(db, one);
    const may = await people.may(db, personId, "guardian.check", { kind: "membership", id: subject.membershipId });
    if (!of || !may || !evidence.unchecked?.includes(slot)) return null;
    const programme = await programmes.find(db, subject.programmeId);
    const person = await people.find(db, slot);
    const code = (await listGuardianCodes(db, [slot], subject.programmeId)).get(slot) ?? "";
    const name = person && programme ? shownName(person, { code }, programme.naming) : code;
    const position = positionIn(entriesOf(evidence.entries, "guardian", slot));
    return { ...of, guardian: { personId: slot, name, code, counts: false, position } };
  }

  return [
    about<ToCheck>({ kind: GUARDIAN_TO_CHECK, lane: "reply", show: toCheckNotice }, toCheck),
    about<Omit<ToCheck, "guardian">>({ kind: DISAGREE, lane: "reply", show: disagreeNotice }, async (db, one, row) => {
      const subject = { kind: "membership", id: one.subject.membershipId } as const;
      const may = await people.may(db, row.personId, "guardian.check", subject);
      return may && disagree(one.evidence) ? await child(db, one) : null;
    }),
  ];
}

/** The free kinds about which this person has said nothing yet. */
async function openKinds(db: Db, { subject }: Case, personId: PersonId): Promise<ConsentKind[]> {
  const of = { subjectIds: [subject.personId], programmeIds: [subject.programmeId] };
  const said = (await listEntries(db, of)).filter(({ givenById }) => givenById === personId);
  return KINDS.filter(
    (kind) => kind !== "data" && KIND_ROLES[kind].includes(subject.role) && !said.some((one) => one.kind === kind),
  );
}

function forParticipants({ people, programmes }: ConsentsNoticesParts): NoticeKind[] {
  async function offer(db: Db, one: Case, { personId }: DueNotice): Promise<FreeOffer | null> {
    const { subject, evidence } = one;
    if (consentState(evidence).kind !== "complete" || evidence.age === null) return null;
    const isOwn = personId === subject.personId;
    const isAsked = isOwn
      ? readersAt(evidence.age).includes("self")
      : guardianHasSay(evidence.age) && evidence.guardians.includes(personId);
    const sent = await listSent(db, [subject.membershipId]);
    const kinds = isAsked && sent.has(subject.membershipId) ? await openKinds(db, one, personId) : [];
    const programme = await programmes.find(db, subject.programmeId);
    const person = await people.find(db, subject.personId);
    const membership = await people.membership(db, subject.membershipId);
    if (kinds.length === 0 || !programme || !person || !membership) return null;
    const child = isOwn
      ? null
      : { name: shownName(person, membership, programme.naming), className: membership.className };
    return { membershipId: subject.membershipId, programme: programme.title, kinds, child };
  }

  return [
    about<ConsentState>({ kind: GUARDIAN_ANSWERED, lane: "reply", show: answeredNotice }, (_db, { evidence }) =>
      speaking(consentState(evidence)),
    ),
    about<string>({ kind: LINK_AGAIN, lane: "reply", show: linkAgainNotice }, (_db, { subject, evidence }) => {
      const state = consentState(evidence);
      return state.kind === "waits" && state.from.includes("guardian") ? subject.membershipId : null;
    }),
    about<FreeOffer>({ kind: FREE_OFFER, lane: "reminder", show: freeOfferNotice }, offer),
    about<TurnedAsk>({ kind: TURNED, lane: "reminder", usefulForMs: 21 * DAY, show: turnedNotice }, async (db, one) => {
      const state = consentState(one.evidence);
      const { turned } = one.evidence;
      const programme = await programmes.find(db, one.subject.programmeId);
      if (state.kind !== "waits" || !state.goesOnUntil || !turned || !programme) return null;
      return {
        membershipId: one.subject.membershipId,
        programme: programme.title,
        age: turned.age,
        until: state.goesOnUntil,
      };
    }),
  ];
}

/** To a guardian whom the curator has looked at: the answer counts now, or it does not. */
const checked = ({ programmes }: ConsentsNoticesParts): NoticeKind =>
  noticeKind<{ isKnown: boolean; phone: string }>({
    kind: GUARDIAN_CHECKED,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: 14 * DAY,
    load: async (db, rows) => {
      const cases = await loadCases(db, rows);
      const found = new Map<string, { isKnown: boolean; phone: string } | null>();
      for (const row of rows) {
        const subject = await findSubject(db, row.subjectId);
        const programme = subject && (await programmes.find(db, subject.programmeId));
        const isKnown = cases.get(row.subjectId)?.evidence.guardians.includes(row.personId) ?? false;
        found.set(row.id, programme ? { isKnown, phone: programme.school.phone } : null);
      }
      return found;
    },
    show: guardianCheckedNotice,
  });

/** Dropped when whoever ordered it may not have it any more. */
const paperReady = ({ people, contents }: ConsentsNoticesParts): NoticeKind =>
  noticeKind<{ bytes: Uint8Array; name: string; mime: string } | "failed">({
    kind: PAPER_READY,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: DAY / 2,
    load: async (db, rows) => {
      const found = new Map();
      const orders = await listOrders(
        db,
        rows.map(({ subjectId }) => subjectId),
      );
      for (const row of rows) {
        const order = paperSchema.safeParse(orders.get(row.subjectId)).data;
        if (!order || !(await stillSees(db, people, row.personId, order))) continue;
        const [kept] = await contents.list(db, { kind: PAPER, id: row.subjectId });
        const file = kept && (await contents.get(db, kept.id));
        found.set(row.id, file ? { bytes: file.bytes, name: kept.name, mime: kept.mime } : "failed");
      }
      return found;
    },
    show: paperNotice,
  });

/** Of a whole programme a helper sees one class: that the person is a helper still is asked when the paper is made. */
async function stillSees(
  db: Db,
  people: Pick<People, "may">,
  personId: PersonId,
  { membershipId, programmeId }: { membershipId: string | null; programmeId: string },
): Promise<boolean> {
  if (membershipId) return await people.may(db, personId, "consent.state", { kind: "membership", id: membershipId });
  return await people.may(db, personId, "programme.see", { kind: "programme", id: programmeId });
}

export const consentsNotices = (parts: ConsentsNoticesParts): NoticeKind[] => [
  ...forParticipants(parts),
  ...forCurators(parts),
  checked(parts),
  paperReady(parts),
];
