/** What is kept of somebody's answers, for `/privacy`. */
import type { Db } from "#platform/db/index.ts";

/** How many answers of this person are kept, in all roles and programmes. */
export const countAnswers = (db: Db, personId: string): Promise<number> =>
  db.answer.count({ where: { run: { membership: { personId } } } });
