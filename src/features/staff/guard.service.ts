/** Somebody tries links: the owner is told once an hour, in numbers only. */
import { after, HOUR, MINUTE } from "#core/clock.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { isTold, listOwners } from "./guard.store.ts";
import { KINDS } from "./model.ts";

/** Told a little later, so that the numbers say something. */
const DELAY = 5 * MINUTE;
/** «2026-11-20T07»: the hour in which it happened. */
const HOUR_LENGTH = 13;

const hourOf = (at: Date): string => at.toISOString().slice(0, HOUR_LENGTH);

export type GuardParts = { people: Pick<People, "guessesSince">; notices: Pick<Planning, "plan"> };
export type Guessed = { links: number; chats: number };

export function createGuard({ people, notices }: GuardParts) {
  /** Links that were refused unread, by the hour: at least so many, for a restart forgets them. */
  let refused = { hour: "", count: 0 };

  return {
    /** A link was refused because too many were wrong. */
    throttled: async (tx: Db, now: Date): Promise<void> => {
      const hour = hourOf(now);
      refused = { hour, count: refused.hour === hour ? refused.count + 1 : 1 };
      if (await isTold(tx, KINDS.guessing, hour)) return;
      const owed = (await listOwners(tx)).map((personId) => ({
        kind: KINDS.guessing,
        subjectId: hour,
        subjectRev: 1,
        personId,
        slot: "hour",
        notBefore: after(now, DELAY),
      }));
      await notices.plan(tx, owed);
    },

    /** What is known of an hour: how many links did not fit, from how many chats. */
    guessed: async (db: Db, hour: string): Promise<Guessed> => {
      const since = new Date(`${hour}:00:00Z`);
      const known = await people.guessesSince(db, after(since, -1));
      const unread = refused.hour === hour ? refused.count : 0;
      return { links: known.links + unread, chats: known.chats };
    },
    /** Numbers older than this say nothing any more. */
    usefulForMs: 2 * HOUR,
  };
}

export type Guard = ReturnType<typeof createGuard>;
