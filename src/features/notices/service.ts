import { after, type Clock } from "#core/clock.ts";
import { newId, type PersonId } from "#core/ids.ts";
import type { Lane, Send } from "#core/notice.ts";
import type { Database, Db, NewNotice } from "#platform/db/index.ts";
import { createRecent, type Recent } from "#platform/recent.ts";
import { createActivity } from "./activity.service.ts";
import { createDelivery, type DeliveryParts } from "./delivery.service.ts";
import { createKinds, type Kinds, type NoticeKind } from "./kinds.service.ts";
import type { Wanted } from "./model.ts";
import {
  countOwed,
  deleteSettled,
  dropKeys,
  dropOwedBy,
  dropUnsent,
  type Figures,
  findNextDue,
  type Owed,
  owedOf,
  savePlanned,
  takeUp,
  type Which,
} from "./owed.store.ts";
import { noticeKey } from "./rules.ts";
import { createTicking, type Ticking } from "./ticking.service.ts";

/** What other features may ask of the notices; the first argument is the transaction of the thing they speak of. */
export type Planning = {
  /**
   * Plans notices by key: a new one is owed from now on, one that still waits is moved, one that was sent stays sent.
   * Two with one key in one call are one, the later counts.
   */
  plan(tx: Db, wanted: readonly Wanted[]): Promise<void>;
  /** Exactly these of the kind are owed about this thing: the others that were not sent yet are taken back. */
  replan(tx: Db, about: { kind: string; subjectId: string }, wanted: readonly Wanted[]): Promise<void>;
  /** Takes back what was not sent yet, by kind, thing or person (one of them at least); gives how many. */
  cancel(tx: Db, which: Which): Promise<number>;
  /** What became of these notices: who has been told (or is being told now), and how many still wait. */
  owedOf(db: Db, keys: readonly string[]): Promise<Owed>;
  /** Takes back those of these that were not sent yet; gives how many. */
  takeBack(tx: Db, keys: readonly string[]): Promise<number>;
  /** Gives up what answers nobody and was owed by this moment: people have it already, or it is too late; gives how many. */
  forgo(tx: Db, before: Date): Promise<number>;
  /** The person wrote again: what could not reach them and is still useful is owed again; gives how many. */
  restore(tx: Db, personId: PersonId): Promise<number>;
};

export type Notices = Planning &
  Ticking & {
    /** Notices that are or will be due, those given up as dead, and how late the oldest due one is, for the metrics. */
    figures(): Promise<Figures>;
    /** When the next one is to be tried; with `onlyAnswers`, of those that answer somebody. */
    nextDue(how: { onlyAnswers: boolean }): Promise<Date | null>;
    /** Forgets what was settled before this moment. */
    forget(before: Date): Promise<void>;
  };

export type NoticesParts = Omit<DeliveryParts, "kinds" | "activity" | "send"> & {
  kinds: readonly NoticeKind[];
  sender: { send: Send; waiting(): number };
  /** How long Telegram has paused a lane as a whole, in milliseconds: nothing of it is claimed until then. */
  pausedFor(lane: Lane): number;
};

/** What the bot owes to people unasked: planned as rows, said when due. */
export function createNotices(parts: NoticesParts): Notices {
  const kinds = createKinds(parts.kinds);
  const activity = createActivity();
  const { send, waiting } = parts.sender;
  const deliver = createDelivery({ ...parts, send, kinds, activity });
  const ticking = createTicking({ ...parts, waiting, activity, deliver });
  const recent = createRecent(parts.clock);
  return {
    ...createPlanning({ ...parts, kinds, recent }),
    ...ticking,
    wake() {
      if (recent.isOn()) ticking.wake();
    },
    figures: () => countOwed(parts.database.db, parts.clock.now()),
    nextDue: ({ onlyAnswers }) => findNextDue(parts.database.db, parts.clock.now(), onlyAnswers ? "reply" : undefined),
    forget: (before) => deleteSettled(parts.database.db, before),
  };
}

type PlanningParts = { database: Database; clock: Clock; kinds: Kinds; recent: Recent };

function createPlanning({ database, clock, kinds, recent }: PlanningParts): Planning {
  const toRow = (wanted: Wanted): NewNotice => {
    const kind = kinds.of(wanted.kind);
    return {
      id: newId(),
      key: noticeKey(wanted),
      kind: wanted.kind,
      subjectId: wanted.subjectId,
      subjectRev: wanted.subjectRev,
      personId: wanted.personId,
      slot: wanted.slot,
      notBefore: wanted.notBefore,
      usefulUntil: wanted.usefulUntil ?? after(wanted.notBefore, kind.usefulForMs),
      lane: kind.lane,
      createdAt: clock.now(),
    };
  };
  const plan = async (tx: Db, wanted: readonly Wanted[]) => {
    const rows = new Map(wanted.map((one) => [noticeKey(one), toRow(one)]));
    if (rows.size === 0) return;
    await savePlanned(database, tx, [...rows.values()]);
    if (wanted.some((one) => one.notBefore <= clock.now())) recent.mark();
  };
  return {
    plan,
    async replan(tx, { kind, subjectId }, wanted) {
      if (wanted.some((one) => one.kind !== kind || one.subjectId !== subjectId))
        throw new Error(`replanned notices speak of something else: ${kind}`);
      await dropUnsent(tx, { kind, subjectId }, clock.now(), new Set(wanted.map(noticeKey)));
      await plan(tx, wanted);
    },
    async cancel(tx, which) {
      const { kind, subjectId, personId } = which;
      if (!kind && !subjectId && !personId) throw new Error("cancelling all notices of everybody");
      return dropUnsent(tx, which, clock.now());
    },
    owedOf,
    takeBack: (tx, keys) => dropKeys(tx, keys, clock.now()),
    forgo: (tx, before) => dropOwedBy(tx, before, clock.now()),
    async restore(tx, personId) {
      const count = await takeUp(tx, personId, clock.now());
      if (count > 0) recent.mark();
      return count;
    },
  };
}
