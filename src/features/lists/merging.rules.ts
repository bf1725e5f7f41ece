/** Who may turn out to be one person. */
import type { MembershipId, PersonId } from "#core/ids.ts";

export type RoleOf = { membershipId: MembershipId; personId: PersonId; role: string; scope: string };

/** Two who are looked at together: of one programme and role, and not the same already. */
export const maySame = (
  one: { membershipId: string; personId: string; programmeId: string; role: string },
  other: { membershipId: string; personId: string; programmeId: string; role: string },
): boolean => one.personId !== other.personId && one.programmeId === other.programmeId && one.role === other.role;

/** A guardian and a child are two, whatever the names. */
export const isKin = (ties: number): boolean => ties > 0;

/** The roles that both have in the same place. */
export function pairsOf(roles: readonly RoleOf[], from: PersonId, into: PersonId) {
  const kept = roles.filter(({ personId }) => personId === into);
  return roles
    .filter(({ personId }) => personId === from)
    .flatMap((gone) => {
      const same = kept.find(({ role, scope }) => role === gone.role && scope === gone.scope);
      return same ? [{ from: gone.membershipId, into: same.membershipId }] : [];
    });
}
