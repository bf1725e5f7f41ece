/** What the tests of notices stand on: the strict emulator, a real database, the real sender, all on one virtual clock. */
import { fileURLToPath } from "node:url";
import { Api } from "grammy";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import type { Lane } from "#core/notice.ts";
import { createNotices, type LatePolicy, type Notices, noticeKind, type Wanted } from "#features/notices/index.ts";
import { type VirtualClock, virtualClock } from "#platform/clock.ts";
import type { Database } from "#platform/db/index.ts";
import { loadTexts } from "#platform/i18n.ts";
import { createLog } from "#platform/log.ts";
import { createPace } from "#platform/telegram/pace.ts";
import { createSender } from "#platform/telegram/send.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import type { Emulator, EmulatorOptions } from "#playground/telegram/model.ts";
import type { Engine } from "#test/support/database.ts";

export const START = new Date("2026-11-20T07:00:00Z");

/** The text of a thing whose view throws. */
export const UNSHOWABLE = "!";

const texts = loadTexts(fileURLToPath(new URL("../../locales", import.meta.url)));

export type Stage = {
  clock: VirtualClock;
  database: Database;
  emulator: Emulator;
  notices: Notices;
  /** Events of the log so far. */
  logged(): string[];
  /** How many rows each `load` was asked for. */
  loads: number[];
  /** Somebody who pressed Start. */
  person(name: string): Promise<{ id: string; chatId: number }>;
  /** Another phone of the same person, written to when the first is lost. */
  phone(person: { id: string }): Promise<{ chatId: number }>;
  /** A thing to speak of: a draft of this person, with revision 1. */
  thing(personId: string, text?: string): Promise<string>;
  wanted(personId: string, subjectId: string, more?: Partial<Wanted>): Wanted;
  plan(...wanted: Wanted[]): Promise<void>;
  /** A tick, with the time moving by itself as long as anything waits for it. */
  tick(): Promise<void>;
  later(ms: number): Promise<void>;
  /** Another worker on the same database, chat and clock. */
  another(): Notices;
  /** The texts that this person sees, oldest first. */
  seen(person: { chatId: number }): string[];
  /** status and reason of all notices, by slot and then kind. */
  rows(): Promise<{ slot: string; status: string; reason: string | null; attempts: number }[]>;
  close(): Promise<void>;
};

const kindOf = (kind: string, lane: Lane, late: LatePolicy, loads: number[], usefulForMs = 12 * HOUR) =>
  noticeKind<{ text: string }>({
    kind,
    lane,
    late,
    usefulForMs,
    async load(db, rows) {
      loads.push(rows.length);
      const things = await db.draft.findMany({ where: { id: { in: rows.map((row) => row.subjectId) } } });
      const byId = new Map(things.map((thing) => [thing.id, thing]));
      return new Map(
        rows.map((row) => {
          const thing = byId.get(row.subjectId);
          return [row.id, thing?.rev === row.subjectRev ? { text: thing.data } : null];
        }),
      );
    },
    show(_, { text }, row) {
      if (text === UNSHOWABLE) throw new TypeError("a view that breaks");
      return { text: `${text} ${row.slot}`.trim() };
    },
  });

const brokenKind = noticeKind<never>({
  kind: "test.broken",
  lane: "reminder",
  late: { kind: "send" },
  usefulForMs: DAY,
  load: async () => {
    throw new TypeError("a query that breaks");
  },
  show: () => ({ text: "" }),
});

const kinds = (loads: number[]) => [
  kindOf("test.reminder", "reminder", { kind: "send" }, loads),
  kindOf("test.answer", "reply", { kind: "send" }, loads),
  kindOf("test.news", "broadcast", { kind: "send" }, loads, 7 * DAY),
  kindOf("test.marked", "reminder", { kind: "sendMarked", afterMs: 10 * MINUTE }, loads),
  kindOf("test.skipped", "reminder", { kind: "skipAfter", ms: HOUR }, loads),
  kindOf("test.digest", "reminder", { kind: "collapse" }, loads, 7 * DAY),
  brokenKind,
];

export async function stage(engine: Engine, limits: EmulatorOptions["limits"] = "none"): Promise<Stage> {
  const clock = virtualClock(START);
  const emulator = await startEmulator({ clock, limits });
  const { database } = await engine.open({ clock });
  const lines: string[] = [];
  const log = createLog({ clock, level: "info", write: (line) => lines.push(line) });
  const loads: number[] = [];
  const homes = new Map<string, number[]>();
  const workers: Notices[] = [];

  const worker = (): Notices => {
    const pace = createPace({ clock });
    const api = new Api(emulator.token, { apiRoot: emulator.url, timeoutSeconds: 60 });
    const notices = createNotices({
      database,
      clock,
      log,
      pausedFor: pace.pausedFor,
      kinds: kinds(loads),
      sender: createSender({ api, pace, log }),
      async addressOf(_, personIds) {
        const t = texts.voice({ locale: "ru" });
        return new Map(
          personIds.flatMap((id) => {
            const [chat] = homes.get(id) ?? [];
            return chat === undefined ? [] : [[id, { chatId: BigInt(chat), t }] as const];
          }),
        );
      },
      async onUnreachable(_, { personId, chatId }) {
        homes.set(personId, homes.get(personId)?.filter((chat) => BigInt(chat) !== chatId) ?? []);
      },
    });
    workers.push(notices);
    return notices;
  };
  const settle = async () => {
    const isBusy = () => emulator.inFlight() > 0 || workers.some((one) => !one.idle());
    for (let quiet = 0; quiet < 3; quiet = isBusy() ? 0 : quiet + 1)
      await new Promise<void>((resolve) => setImmediate(resolve));
  };
  clock.onStep(settle);

  const notices = worker();
  await notices.open({ alone: true });

  return {
    clock,
    database,
    emulator,
    notices,
    loads,
    logged: () => lines.map((line) => JSON.parse(line).event as string),
    async person(name) {
      const user = emulator.addUser({ firstName: name });
      emulator.start(user.id);
      const id = newId();
      const names = { familyName: "", givenName: name, patronymic: "", search: name };
      await database.db.person.create({ data: { id, ...names, createdAt: START } });
      homes.set(id, [user.id]);
      return { id, chatId: user.id };
    },
    async phone({ id }) {
      const user = emulator.addUser({ firstName: "x" });
      emulator.start(user.id);
      homes.set(id, [...(homes.get(id) ?? []), user.id]);
      return { chatId: user.id };
    },
    async thing(personId, text = "Встреча завтра") {
      const id = newId();
      const data = { id, personId, kind: "test", data: text, rev: 1, createdAt: START, updatedAt: START };
      await database.db.draft.create({ data });
      return id;
    },
    wanted: (personId, subjectId, more = {}) => ({
      kind: "test.reminder",
      subjectId,
      subjectRev: 1,
      personId,
      slot: "",
      notBefore: clock.now(),
      ...more,
    }),
    plan: (...wanted) => database.tx((tx) => notices.plan(tx, wanted)),
    async tick() {
      let isDone = false;
      const ticking = notices.tick().finally(() => {
        isDone = true;
      });
      await settle();
      for (let next = clock.nextSleeper(); !isDone && next; next = clock.nextSleeper()) await clock.advanceTo(next);
      await ticking;
    },
    async later(ms) {
      await clock.advance(ms);
    },
    another: worker,
    seen: ({ chatId }) => emulator.chat(chatId).flatMap((message) => (message.byBot ? [message.text] : [])),
    async rows() {
      const rows = await database.db.notice.findMany({ orderBy: [{ slot: "asc" }, { kind: "asc" }, { key: "asc" }] });
      return rows.map(({ slot, status, reason, attempts }) => ({ slot, status, reason, attempts }));
    },
    async close() {
      for (const one of workers) await one.close();
      await emulator.close();
    },
  };
}
