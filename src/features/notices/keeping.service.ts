/** What notices store about people: told, joined with another's, forgotten. */
import type { Forgotten, Keeping, Told } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";
import { countKept, deleteAbout } from "./kept.store.ts";
import { moveNotices } from "./merging.store.ts";

async function tell(db: Db, personId: PersonId, t: T): Promise<Told | null> {
  const { waiting, settled } = await countKept(db, personId);
  if (waiting + settled === 0) return null;
  const line = (key: string, count: number) => ({ label: t.plain(`notices-told-${key}`), value: String(count) });
  return {
    title: t.plain("notices-told"),
    lines: [line("waiting", waiting), line("settled", settled)],
    data: { waiting, settled },
  };
}

export const noticesKeeping: Keeping = {
  name: "notices",
  tell,
  merge: moveNotices,
  /** What was owed to the person, and what was owed to others about the person. */
  erase: (tx: Db, { personId, programmeId, memberships }: Forgotten) =>
    deleteAbout(tx, { personId: programmeId === null ? personId : null, subjectIds: memberships }),
};
