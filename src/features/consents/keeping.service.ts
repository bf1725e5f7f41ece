/** What the ledger of consents keeps about a person: to be told, joined, forgotten. */
import type { Forgotten, Keeping, Told } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";
import { forgetEntries, listKept } from "./kept.store.ts";
import { moveEntries } from "./merging.store.ts";

async function tell(db: Db, personId: PersonId, t: T): Promise<Told | null> {
  const rows = await listKept(db, personId);
  if (rows.length === 0) return null;
  const lines = rows.map(({ kind, own, decision, decidedAt, withdrawnAt, channel, programme, zone }) => {
    const day = (at: Date) => dateWords(dateIn(at, zone), t.locale);
    const words = [
      programme,
      t.plain(`consents-told-${decision}`, { on: day(decidedAt) }),
      ...(withdrawnAt ? [t.plain("consents-told-withdrawn", { on: day(withdrawnAt) })] : []),
      ...(channel === "button" ? [] : [t.plain("consents-told-entered")]),
      ...(own ? [] : [t.plain("consents-told-for-child")]),
    ];
    return { label: t.plain(`consents-told-kind-${kind}`), value: words.join(", ") };
  });
  return {
    title: t.plain("consents-told"),
    lines,
    data: rows.map(({ zone: _zone, ...row }) => row),
  };
}

export const consentsKeeping: Keeping = {
  name: "consents",
  tell,
  merge: moveEntries,
  /** The decisions about the person go; those about children stay as long as the children's do. */
  erase: (tx: Db, { personId, programmeId }: Forgotten) => forgetEntries(tx, personId, programmeId),
};
