/** Who is told of a leaving, and what the curator then has to do. */
import type { Clock } from "#core/clock.ts";
import type { LeavingKind } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import { type DateOn, dateIn, instantAt } from "#core/when.ts";
import { tellAt } from "#features/deeds/index.ts";
import type { Planning, Wanted } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import { NEWS, type Part, TOLD } from "./model.ts";
import { todosFor } from "./rules.ts";
import { dropTodos, findLead, saveTodos } from "./store.ts";

/** When a curator reads what is due today. */
const MORNING = 9 * 60;

export type TellingParts = {
  clock: Clock;
  people: Pick<People, "guardiansOf">;
  notices: Pick<Planning, "plan">;
};

/** Who is told, and what the curator has to do. */
export function createTelling({ clock, people, notices }: TellingParts) {
  /** The person and the guardians, but not whoever did it. */
  async function concerned(tx: Db, { membership }: Part, actorId: PersonId | null): Promise<PersonId[]> {
    const guardians = (await people.guardiansOf(tx, membership.personId)).map(({ guardianId }) => guardianId);
    return [...new Set([membership.personId, ...guardians])].filter((id) => id !== actorId);
  }

  async function tell(tx: Db, part: Part, actorId: PersonId | null, slot: string): Promise<number> {
    const { membershipId: subjectId, rev: subjectRev } = part.membership;
    const notBefore = tellAt(clock.now(), part.programme.school.timeZone);
    const whom = await concerned(tx, part, actorId);
    const wanted = whom.map((personId): Wanted => ({ kind: TOLD, subjectId, subjectRev, personId, slot, notBefore }));
    await notices.plan(tx, wanted);
    return wanted.length;
  }

  async function remind(tx: Db, programme: Programme, dues: DateOn[], actorId: PersonId | null, slot: string) {
    const personId = await findLead(tx, programme.id);
    if (!personId) return 0;
    const about = { kind: NEWS, subjectId: programme.id, subjectRev: 0, personId };
    const zone = programme.school.timeZone;
    const due = [...new Set(dues)].map(
      (on): Wanted => ({ ...about, slot: `due-${on}`, notBefore: instantAt(on, MORNING, zone) }),
    );
    const now = personId === actorId ? [] : [{ ...about, slot, notBefore: tellAt(clock.now(), zone) }];
    await notices.plan(tx, [...now, ...due]);
    return now.length;
  }

  return {
    tell,
    /** The dated list; gives whether the leading curator hears of it. */
    todo: async (tx: Db, part: Part, kind: LeavingKind, actorId: PersonId | null, erasedOn: DateOn | null) => {
      const { membership, programme } = part;
      const { membershipId, personId, pausedUntil, rev } = membership;
      const today = dateIn(clock.now(), programme.school.timeZone);
      const dues = todosFor(kind, membership.role, { today, until: pausedUntil, erasedOn });
      await dropTodos(tx, membershipId, personId);
      await saveTodos(tx, { programmeId: programme.id, membershipId, personId }, dues, clock.now());
      const days = dues.map(({ dueOn }) => dueOn);
      return await remind(tx, programme, days, actorId, `new-${membershipId}-${rev}`);
    },
  };
}
