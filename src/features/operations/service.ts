import type { Clock } from "#core/clock.ts";
import type { Copies, DiskRoom, Made } from "#platform/backup/index.ts";
import type { Log } from "#platform/log.ts";
import { type AlarmsParts, createAlarms } from "./alarms.service.ts";
import { createCopying } from "./copying.service.ts";
import { createHolding, type Holding, type HoldingParts } from "./holding.service.ts";
import type { Undelivered } from "./model.ts";
import { onlyZone } from "./store.ts";
import { createWatching } from "./watching.service.ts";

/** What a deployed bot looks after; a playground and a test's world have none of it. */
export type Upkeep = { copies: Copies; room(): Promise<DiskRoom | null> };

export type OperationsParts = Omit<HoldingParts, "notices"> &
  AlarmsParts & {
    clock: Clock;
    log: Log;
    notices: () => ReturnType<HoldingParts["notices"]> & ReturnType<AlarmsParts["notices"]>;
    upkeep: Upkeep | null;
    /** What Telegram says of its calls to us; null where we ask Telegram. */
    undelivered: (() => Promise<Undelivered>) | null;
    /** The zone where nobody named another. */
    timeZone: string;
  };

export type Operations = Pick<Holding, "held" | "resume"> & {
  /** Before the first update: settles a restore, notices a long absence. */
  prepare(): Promise<void>;
  /** Begins what is due and does not wait for it; joins what is under way. */
  tick(seen: { lastContact: Date | null }): void;
  /** Makes a copy now; "none" where copies are not made. */
  backup(): Promise<Made | { kind: "none" }>;
  idle(): boolean;
  stop(): Promise<void>;
};

export function createOperations(parts: OperationsParts): Operations {
  const { database, clock, log, upkeep, undelivered, timeZone } = parts;
  const holding = createHolding(parts);
  const alarms = createAlarms(parts);
  const copying = upkeep && createCopying({ database, clock, log, alarms, copies: upkeep.copies });
  const watching = upkeep && createWatching({ database, clock, alarms, room: upkeep.room, undelivered });
  let running: Promise<void> | null = null;
  let stopped = false;

  const zone = async () => (await onlyZone(database.db)) ?? timeZone;

  async function look(lastContact: Date | null): Promise<void> {
    await holding.refresh();
    if (!copying || !watching) return;
    const here = await zone();
    await watching.tick(here, lastContact);
    if (!stopped) await copying.tick(here);
  }

  return {
    held: holding.held,
    resume: holding.resume,
    prepare: async () => {
      const isRestored = await holding.prepare();
      await watching?.wake(await zone(), isRestored);
    },
    tick: ({ lastContact }) => {
      if (stopped) return;
      running ??= look(lastContact)
        .catch((error: unknown) => log.error("upkeep-failed", { error }))
        .finally(() => {
          running = null;
        });
    },
    backup: async () => (copying ? await copying.make() : { kind: "none" }),
    idle: () => running === null,
    stop: async () => {
      stopped = true;
      await upkeep?.copies.stop();
      await running;
    },
  };
}
