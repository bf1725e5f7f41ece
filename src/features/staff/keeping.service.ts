/** What is kept about people by those who run a programme: told, forgotten; and what leaving ends. */
import type { Keeping, Leaver, Told } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";
import { countSupport, endSupportOf, forgetCare, readKept } from "./kept.store.ts";

/** A note is the curator's: the person learns that there is one, and when it was written. */
async function tell(db: Db, personId: PersonId, t: T): Promise<Told | null> {
  const { notes, support, referrals } = await readKept(db, personId);
  if (notes.length + support.length + referrals.length === 0) return null;
  const day = (at: Date) => dateWords(dateIn(at, "UTC"), t.locale);
  return {
    title: t.plain("staff-told"),
    lines: [
      ...notes.map(({ createdAt }) => ({ label: t.plain("staff-told-note"), value: day(createdAt) })),
      ...support.map(({ createdAt }) => ({ label: t.plain("staff-told-support"), value: day(createdAt) })),
      ...referrals.map(({ createdAt, className, reason }) => ({
        label: t.plain("staff-told-referral", { date: day(createdAt) }),
        value: [className, reason].filter((part) => part !== "").join(": "),
      })),
    ],
    data: {
      notesWrittenOn: notes.map(({ createdAt }) => createdAt),
      support: support.map(({ createdAt, lookAgainOn, endedAt }) => ({ createdAt, lookAgainOn, endedAt })),
      proposals: referrals.map(({ createdAt, className, reason, status }) => ({
        createdAt,
        className,
        reason,
        status,
      })),
    },
  };
}

export const staffKeeping: Keeping = {
  name: "staff",
  tell,
  // All of it hangs on persons and memberships, and people move it with them.
  merge: async () => {},
  erase: forgetCare,
};

/** Who leaves is looked after no more, and who helped helps no more; a rest ends neither. */
export const staffLeaver: Leaver = {
  touches: async (db, { membershipId }, kind, t) =>
    kind !== "paused" && (await countSupport(db, membershipId)) > 0 ? [t("staff-leave-support")] : [],
  leave: async (tx, { membershipId }, kind, now) => {
    if (kind !== "paused") await endSupportOf(tx, membershipId, now);
  },
};
