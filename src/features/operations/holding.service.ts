/** After the database was put back from a copy: nothing is said unasked until the owner says go. */
import type { Clock } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { heldSchema, KEYS, RESTORED, type Resumed, type Resuming, restoredSchema } from "./model.ts";
import { forgetSetting, readSetting, writeSetting } from "./store.ts";

export type HoldingParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "chatsWithRole" | "record">;
  notices: () => Pick<Planning, "plan" | "forgo">;
};

export type Holding = {
  /** Whether what is said unasked waits; the sender of notices asks. Known after `prepare`. */
  held(): boolean;
  /** Looks anew: another process may have said go. */
  refresh(): Promise<void>;
  /** Settles a restore: before the first update and the first notice. True when there was one. */
  prepare(): Promise<boolean>;
  /** Says go; a second time it changes nothing. `by` is null for the operator. */
  resume(by: PersonId | null, which: Resuming): Promise<Resumed>;
};

export function createHolding({ database, clock, people, notices }: HoldingParts): Holding {
  let isHeld = false;

  const refresh = async () => {
    isHeld = (await readSetting(database.db, KEYS.held, heldSchema)) !== null;
  };

  async function tellOwners(tx: Db, slot: string, now: Date): Promise<void> {
    const owners = new Set((await people.chatsWithRole(tx, "owner")).map(({ personId }) => personId));
    const wanted = { kind: RESTORED, subjectId: "restored", subjectRev: 0, slot, notBefore: now };
    await notices().plan(
      tx,
      [...owners].map((personId) => ({ ...wanted, personId })),
    );
  }

  const prepare = async () => {
    const restored = await readSetting(database.db, KEYS.restored, restoredSchema);
    if (restored) {
      const now = clock.now();
      await database.tx(async (tx) => {
        await writeSetting(tx, KEYS.held, restored, now);
        await forgetSetting(tx, KEYS.restored);
        await tellOwners(tx, restored.at.replaceAll(":", "-"), now);
      });
    }
    await refresh();
    return restored !== null;
  };

  return {
    held: () => isHeld,
    refresh,
    prepare,
    resume: async (by, which) => {
      // The operator may say go before the restored bot was ever started.
      await prepare();
      const now = clock.now();
      const resumed = await database.tx(async (tx): Promise<Resumed> => {
        if (by && !(await people.authorise(tx, by, "installation.run", { kind: "everything" })))
          return { kind: "forbidden" };
        const held = await readSetting(tx, KEYS.held, heldSchema);
        if (!held) return { kind: "free" };
        const dropped = which === "new" ? await notices().forgo(tx, new Date(held.at)) : 0;
        await forgetSetting(tx, KEYS.held);
        const deed = { subjectKind: "installation", subjectId: "restored", act: "resumed", after: which };
        await people.record(tx, { actorId: by, at: now, ...deed });
        return { kind: "resumed", dropped };
      });
      await refresh();
      return resumed;
    },
  };
}
