/**
 * Taking updates out of the inbox. One that was at work when a process ended may be what ended it; many were, and only one did.
 * So of these suspects one at a time is at work, and the others do not share its fate.
 */
import type { Database, Db } from "#platform/db/index.ts";

type Dialect = Pick<Database["dialect"], "claimUpdates">;
/** An update with how often it was taken out, this time included. */
export type Work = Awaited<ReturnType<Dialect["claimUpdates"]>>[number];

export type Wanted = {
  /** Chats that are at work; their updates keep their order. */
  busy: string[];
  limit: number;
  /** Whether a suspect is at work already. */
  suspectAtWork: boolean;
};

/** Whether an earlier process has had this update at work and never finished it. */
export const isSuspect = ({ attempts }: Pick<Work, "attempts">): boolean => attempts > 1;

const idsOf = (works: Work[]): bigint[] => works.map(({ updateId }) => updateId);

/** These were not tried: what the claim has counted is taken back. */
export async function putBack(db: Db, updateIds: bigint[]): Promise<void> {
  if (updateIds.length === 0) return;
  await db.inbox.updateMany({
    where: { updateId: { in: updateIds }, status: "new" },
    data: { attempts: { decrement: 1 } },
  });
}

/** The first update of each free chat, at most `limit`, among them one suspect at most: the least suspicious. */
export async function claimWorks(tx: Db, dialect: Dialect, wanted: Wanted): Promise<Work[]> {
  const taken: Work[] = [];
  const passedOver: string[] = [];
  let { suspectAtWork } = wanted;
  while (taken.length < wanted.limit) {
    const busy = [...wanted.busy, ...passedOver, ...taken.map(({ chatKey }) => chatKey)];
    const works = await dialect.claimUpdates(tx, { busy, limit: wanted.limit - taken.length });
    const suspects = works.filter(isSuspect).sort((one, other) => one.attempts - other.attempts);
    const [least] = suspectAtWork ? [] : suspects;
    const others = suspects.filter((one) => one !== least);
    taken.push(...works.filter((one) => !others.includes(one)));
    suspectAtWork ||= least !== undefined;
    if (others.length === 0) break;
    await putBack(tx, idsOf(others));
    passedOver.push(...others.map(({ chatKey }) => chatKey));
  }
  return taken;
}
