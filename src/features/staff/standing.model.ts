/** The nouns of directing a message: what it is about, and the roles that its reader plays. */
import type { Role } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";

/** Where a thing belongs and whose it is. */
export type AboutPlace = { programmeId: ProgrammeId | null; schoolId: SchoolId | null; personId: PersonId | null };

export type RoleLine = {
  membershipId: MembershipId;
  personId: PersonId;
  role: Role;
  schoolId: SchoolId | null;
  programmeId: ProgrammeId | null;
  quiet: boolean;
  schoolName: string;
  programmeTitle: string;
};
