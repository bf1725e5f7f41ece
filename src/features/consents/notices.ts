/** What consents say unasked: a child learns that the guardian has answered. */
import { DAY } from "#core/clock.ts";
import { type DueNotice, type NoticeKind, noticeKind } from "#features/notices/index.ts";
import type { Db } from "#platform/db/index.ts";
import { casesOf } from "./evidence.service.ts";
import { type ConsentState, GUARDIAN_ANSWERED } from "./model.ts";
import { consentState } from "./rules.ts";
import { listSubjects } from "./store.ts";
import { answeredNotice } from "./view.ts";

/** Where each child stands now: what is said follows the present state, not the one at the time of planning. */
async function load(db: Db, rows: readonly DueNotice[]): Promise<Map<string, ConsentState | null>> {
  const subjects = (await listSubjects(db, [...new Set(rows.map(({ subjectId }) => subjectId))])).filter(
    ({ active }) => active,
  );
  const now = new Date(Math.max(...rows.map(({ notBefore }) => notBefore.getTime())));
  const states = new Map(
    (await casesOf(db, subjects, "data", now)).map(({ subject, evidence }) => [
      subject.membershipId,
      consentState(evidence),
    ]),
  );
  return new Map(rows.map((row) => [row.id, speaking(states.get(row.subjectId))]));
}

/** Nothing is said of a guardian's answer that counts no more. */
const speaking = (state: ConsentState | undefined): ConsentState | null => {
  if (!state || (state.kind === "waits" && state.from.includes("guardian"))) return null;
  return "by" in state && state.by === "self" ? null : state;
};

export const consentsNotices = (): NoticeKind[] => [
  noticeKind<ConsentState>({
    kind: GUARDIAN_ANSWERED,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: 14 * DAY,
    load,
    show: answeredNotice,
  }),
];
