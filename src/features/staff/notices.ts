/** What is said unasked to those who run a programme. */
import { type Clock, DAY } from "#core/clock.ts";
import { press, type Screen, type T } from "#core/screen.ts";
import { dateIn } from "#core/when.ts";
import { type DueNotice, type NoticeKind, type NoticeKindSpec, noticeKind } from "#features/notices/index.ts";
import { homeRow, type People } from "#features/people/index.ts";
import type { Programmes } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import { findAbsence, type StoredAbsence } from "./absence.store.ts";
import { answeredScreen, askedScreen, overScreen } from "./away.view.ts";
import { lookScreen } from "./care.view.ts";
import type { Guessed } from "./guard.service.ts";
import { KINDS, type ReferralLine, type SupportLine } from "./model.ts";
import { isOwner, successorOf } from "./news.store.ts";
import { decidedScreen, referralScreen } from "./referral.view.ts";
import type { Staff } from "./service.ts";
import { nameOf } from "./team.store.ts";

export type StaffNoticesParts = {
  clock: Clock;
  people: Pick<People, "curatorsOf">;
  programmes: Pick<Programmes, "find">;
  /** Made after the notices, asked when something is said. */
  staff(): Staff;
  linkOf(token: string): string;
};

type One<Model> = {
  kind: string;
  lane: "reply" | "reminder";
  usefulForMs: number;
  find(db: Db, row: DueNotice): Promise<Model | null>;
  show: NoticeKindSpec<Model>["show"];
};

/** These are few at a time: each is read by itself. */
const one = <Model>({ find, ...spec }: One<Model>): NoticeKind =>
  noticeKind<Model>({
    ...spec,
    late: { kind: "send" },
    load: async (db, rows) => {
      const found = new Map<string, Model | null>();
      for (const row of rows) found.set(row.id, await find(db, row));
      return found;
    },
  });

const plain = (t: T, text: string): Screen => ({ text, rows: [homeRow(t)] });

const roleNews = (): NoticeKind[] => [
  one<{ name: string; school: string }>({
    kind: KINDS.handed,
    lane: "reply",
    usefulForMs: 30 * DAY,
    find: (db, row) => successorOf(db, row.subjectId),
    show: (t, { name, school }) => plain(t, t("staff-handed", { name, school })),
  }),
  one<{ name: string; school: string }>({
    kind: KINDS.ownerEnded,
    lane: "reply",
    usefulForMs: 30 * DAY,
    find: (db, row) => successorOf(db, row.subjectId),
    show: (t, { name }) => plain(t, t("staff-owner-ended", { name })),
  }),
  one<true>({
    kind: KINDS.ownerNew,
    lane: "reply",
    usefulForMs: 7 * DAY,
    find: async (db, row) => (await isOwner(db, row.personId)) || null,
    show: (t) => plain(t, t("staff-owner-new")),
  }),
];

type Named = { absence: StoredAbsence; name: string; programme: string };

function absenceNews({ people, programmes }: StaffNoticesParts): NoticeKind[] {
  async function named(db: Db, { subjectId, personId }: DueNotice): Promise<(Named & { endedAt: Date | null }) | null> {
    const absence = await findAbsence(db, subjectId);
    const programme = absence && (await programmes.find(db, absence.programmeId));
    if (!absence || !programme) return null;
    const other = absence.personId === personId ? absence.deputyId : absence.personId;
    return { absence, endedAt: absence.endedAt, name: await nameOf(db, other), programme: programme.title };
  }
  const isCurator = async (db: Db, { programmeId, personId }: StoredAbsence): Promise<boolean> =>
    (await people.curatorsOf(db, programmeId)).some((curator) => curator.personId === personId);
  return [
    one<Named>({
      kind: KINDS.asked,
      lane: "reminder",
      usefulForMs: 7 * DAY,
      find: async (db, row) => {
        const found = await named(db, row);
        const isOpen = found && !found.absence.accepted && found.endedAt === null;
        return isOpen && (await isCurator(db, found.absence)) ? found : null;
      },
      show: (t, { absence, name, programme }) => askedScreen(t, { ...absence, name }, programme),
    }),
    one<Named>({
      kind: KINDS.answered,
      lane: "reply",
      usefulForMs: 7 * DAY,
      find: named,
      show: (t, { absence, name }) => answeredScreen(t, { ...absence, name }),
    }),
    one<Named>({
      kind: KINDS.over,
      lane: "reply",
      usefulForMs: 2 * DAY,
      find: async (db, row) => {
        const found = await named(db, row);
        return found?.absence.accepted && (await isCurator(db, found.absence)) ? found : null;
      },
      show: (t, { absence, name }, { personId }) => overScreen(t, name, absence.deputyId === personId),
    }),
  ];
}

function proposalNews({ staff, linkOf }: StaffNoticesParts): NoticeKind[] {
  return [
    one<ReferralLine>({
      kind: KINDS.referred,
      lane: "reminder",
      usefulForMs: 30 * DAY,
      find: async (db, row) => {
        const line = await staff().referrals.line(db, row.subjectId);
        return line?.status === "open" ? line : null;
      },
      show: referralScreen,
    }),
    one<ReferralLine>({
      kind: KINDS.decided,
      lane: "reply",
      usefulForMs: 30 * DAY,
      find: async (db, row) => {
        const line = await staff().referrals.line(db, row.subjectId);
        return line && line.status !== "open" && line.byId === row.personId ? line : null;
      },
      show: (t, line) => decidedScreen(t, line, line.token && linkOf(line.token)),
    }),
  ];
}

const lookNews = ({ staff, clock }: StaffNoticesParts): NoticeKind =>
  one<SupportLine>({
    kind: KINDS.look,
    lane: "reminder",
    usefulForMs: 3 * DAY,
    find: (_db, row) => staff().support.see(row.personId, row.subjectId),
    show: (t, line) => lookScreen(t, line, dateIn(clock.now(), line.programme.school.timeZone), t("staff-look-today")),
  });

const guessNews = ({ staff }: StaffNoticesParts): NoticeKind =>
  one<Guessed>({
    kind: KINDS.guessing,
    lane: "reminder",
    usefulForMs: DAY,
    find: async (db, row) =>
      (await isOwner(db, row.personId)) ? await staff().guard.guessed(db, row.subjectId) : null,
    show: (t, { links, chats }) => ({
      text: t("staff-guessing", { links, chats }),
      rows: [[{ label: t.plain("common-home"), press: press("home.open") }]],
    }),
  });

export const staffNotices = (parts: StaffNoticesParts): NoticeKind[] => [
  ...roleNews(),
  ...absenceNews(parts),
  ...proposalNews(parts),
  lookNews(parts),
  guessNews(parts),
];
