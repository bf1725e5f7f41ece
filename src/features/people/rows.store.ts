/** Rows of the database as the nouns of people. */
import { LOCALES, type Locale } from "#core/screen.ts";
import { type Invitation, type Membership, type Person, ROLES, type Role, type Standing } from "./model.ts";

export const localeOf = (text: string | null): Locale | null => LOCALES.find((locale) => locale === text) ?? null;

function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (!role) throw new Error(`an unknown role is stored: ${text}`);
  return role;
}

type PersonRow = Omit<Person, "locale"> & { locale: string | null };

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  familyName: row.familyName,
  givenName: row.givenName,
  patronymic: row.patronymic,
  birthYear: row.birthYear,
  locale: localeOf(row.locale),
  timeZone: row.timeZone,
});

type StandingRow = Omit<Standing, "membershipId" | "role"> & { id: string; role: string };

export const standingOf = (row: StandingRow): Standing => ({
  membershipId: row.id,
  personId: row.personId,
  role: roleOf(row.role),
  schoolId: row.schoolId,
  programmeId: row.programmeId,
});

const STATUSES = ["active", "paused"] as const;

type MembershipRow = StandingRow & Omit<Membership, keyof Standing | "status"> & { status: string };

export const membershipOf = (row: MembershipRow): Membership => ({
  ...standingOf(row),
  code: row.code,
  className: row.className,
  post: row.post,
  status: STATUSES.find((status) => status === row.status) ?? "stopped",
  pausedUntil: row.pausedUntil,
  checkedAt: row.checkedAt,
  checkedById: row.checkedById,
  createdAt: row.createdAt,
  endedAt: row.endedAt,
  rev: row.rev,
});

type InvitationRow = Omit<Invitation, "role"> & { role: string };

export const invitationOf = (row: InvitationRow): Invitation => ({
  id: row.id,
  role: roleOf(row.role),
  schoolId: row.schoolId,
  programmeId: row.programmeId,
  childId: row.childId,
  personId: row.personId,
  form: row.form,
  cap: row.cap,
  used: row.used,
  expiresAt: row.expiresAt,
  revokedAt: row.revokedAt,
  createdById: row.createdById,
  createdAt: row.createdAt,
  label: row.label,
  succeedsId: row.succeedsId,
  post: row.post,
  quiet: row.quiet,
});
