/** The nightly copy: due once a night, made up for after a time of being down, tried again each hour when it fails. */
import { after, type Clock, MINUTE } from "#core/clock.ts";
import type { Copies, Made } from "#platform/backup/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Alarms } from "./alarms.service.ts";
import { type Copying, copyingSchema, KEYS, NEVER_COPIED } from "./model.ts";
import { copyDue } from "./rules.ts";
import { readSetting, writeSetting } from "./store.ts";

export type CopyingParts = { database: Database; clock: Clock; log: Log; copies: Copies; alarms: Alarms };

/** A start has enough to do. */
const START_REST = 5 * MINUTE;

export function createCopying({ database, clock, log, copies, alarms }: CopyingParts) {
  const notBefore = after(clock.now(), START_REST);
  let known: Copying | null = null;

  async function remember(copying: Copying): Promise<void> {
    known = copying;
    await writeSetting(database.db, KEYS.copying, copying, clock.now());
  }

  async function make(): Promise<Made> {
    const before = (await readSetting(database.db, KEYS.copying, copyingSchema)) ?? NEVER_COPIED;
    const triedAt = clock.now().toISOString();
    const made = await copies.make();
    if (made.kind === "made") {
      log.info("copied", { bytes: made.copy.bytes });
      await remember({ madeAt: made.copy.madeAt.toISOString(), triedAt, failingSince: null });
      copies.eraseOld();
      await alarms.clear("copy");
    } else if (made.reason !== "stopped") {
      log.error("copy-failed", { reason: made.reason });
      await remember({ ...before, triedAt, failingSince: before.failingSince ?? triedAt });
    }
    return made;
  }

  return {
    /** Makes a copy now. */
    make,
    /** Makes the nightly copy if it is due, and tells the owner when it failed. */
    tick: async (zone: string): Promise<void> => {
      const now = clock.now();
      known ??= (await readSetting(database.db, KEYS.copying, copyingSchema)) ?? NEVER_COPIED;
      if (now < notBefore || !copyDue(known, now, zone)) return;
      const made = await make();
      if (made.kind === "made" || made.reason === "stopped") return;
      await alarms.raise("copy", new Date(known.failingSince ?? now), zone, { reason: made.reason });
    },
  };
}
