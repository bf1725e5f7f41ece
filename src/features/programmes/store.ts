/** Schools and programmes in the database. */
import type { ProgrammeId, SchoolId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import {
  addressSchema,
  type Contact,
  FORMS,
  intakeSizeSchema,
  isOfficialForm,
  localeSchema,
  type NewSchool,
  namingSchema,
  type Programme,
  type ProgrammeSettings,
  type School,
  trackSchema,
  yearKindSchema,
} from "./model.ts";

type SchoolRow = NonNullable<Awaited<ReturnType<Db["school"]["findUnique"]>>>;

const toSchool = ({ id, name, city, timeZone, locale, phone, site, rev }: SchoolRow): School => ({
  id,
  name,
  city,
  timeZone,
  locale: localeSchema.parse(locale),
  phone,
  site,
  rev,
});

const whole = { school: true, forms: { orderBy: { form: "asc" } } } as const;

const findRow = (db: Db, id: string) => db.programme.findUnique({ where: { id }, include: whole });
type ProgrammeRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** The official forms in their order, then the school's own. */
const inOrder = (forms: string[]): string[] => [
  ...FORMS.filter((form) => forms.includes(form)),
  ...forms.filter((form) => !isOfficialForm(form)),
];

const toProgramme = (row: ProgrammeRow): Programme => ({
  id: row.id,
  schoolId: row.schoolId,
  title: row.title,
  track: trackSchema.parse(row.track),
  yearKind: yearKindSchema.parse(row.yearKind),
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  naming: namingSchema.parse(row.naming),
  address: addressSchema.parse(row.address),
  intakeSize: intakeSizeSchema.parse(row.intakeSize),
  forms: inOrder(row.forms.map(({ form }) => form)),
  status: row.status === "archived" ? "archived" : "active",
  rev: row.rev,
  school: toSchool(row.school),
});

export async function findSchool(db: Db, id: SchoolId): Promise<School | null> {
  const row = await db.school.findUnique({ where: { id } });
  return row && toSchool(row);
}

/** These schools, or all; in the order in which they came. */
export async function listSchools(db: Db, ids: SchoolId[] | "all"): Promise<School[]> {
  const where = ids === "all" ? {} : { id: { in: ids } };
  return (await db.school.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(toSchool);
}

export async function findProgramme(db: Db, id: ProgrammeId): Promise<Programme | null> {
  const row = await findRow(db, id);
  return row && toProgramme(row);
}

/** Programmes of these schools and these programmes themselves, each once, in the order in which they came. */
export async function listProgrammes(
  db: Db,
  of: { schools: SchoolId[]; programmes: ProgrammeId[] },
): Promise<Programme[]> {
  const rows = await db.programme.findMany({
    where: { OR: [{ schoolId: { in: of.schools } }, { id: { in: of.programmes } }] },
    include: whole,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toProgramme);
}

/** How many programmes and curators each of these schools has. */
export async function countInSchools(
  db: Db,
  ids: SchoolId[],
): Promise<Map<SchoolId, { programmes: number; curators: number }>> {
  const rows = await db.school.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      _count: {
        select: { programmes: true, memberships: { where: { role: "curator", status: "active" } } },
      },
    },
  });
  return new Map(rows.map(({ id, _count }) => [id, { programmes: _count.programmes, curators: _count.memberships }]));
}

/** How many active mentees and mentors a programme has. */
export async function countPeople(db: Db, programmeId: ProgrammeId): Promise<{ mentees: number; mentors: number }> {
  const rows = await db.membership.groupBy({
    by: ["role"],
    where: { programmeId, status: "active", role: { in: ["mentee", "mentor"] } },
    _count: { _all: true },
  });
  const of = (role: string) => rows.find((row) => row.role === role)?._count._all ?? 0;
  return { mentees: of("mentee"), mentors: of("mentor") };
}

/** False when it says so already, or there is no such school. */
export async function saveContact(tx: Db, id: SchoolId, contact: Contact, value: string): Promise<boolean> {
  const data = { [contact]: value, rev: { increment: 1 } };
  const { count } = await tx.school.updateMany({ where: { id, NOT: { [contact]: value } }, data });
  return count > 0;
}

/** A new school under this id. */
export async function saveNewSchool(tx: Db, school: NewSchool, now: Date): Promise<School> {
  return toSchool(await tx.school.create({ data: { ...school, createdAt: now, rev: 0 } }));
}

type NewProgramme = { id: ProgrammeId; schoolId: SchoolId; settings: ProgrammeSettings };

/** A new programme under this id. */
export async function saveNewProgramme(tx: Db, { id, schoolId, settings }: NewProgramme, now: Date): Promise<void> {
  const { forms, ...columns } = settings;
  await tx.programme.create({
    data: {
      id,
      schoolId,
      ...columns,
      status: "active",
      createdAt: now,
      rev: 0,
      forms: { create: forms.map((form) => ({ form })) },
    },
  });
}

/** Writes settings when the programme still has this revision; false when it has moved on. */
export async function saveSettings(
  tx: Db,
  { id, rev }: Pick<Programme, "id" | "rev">,
  part: Partial<ProgrammeSettings>,
): Promise<boolean> {
  const { forms, ...columns } = part;
  const { count } = await tx.programme.updateMany({ where: { id, rev }, data: { ...columns, rev: rev + 1 } });
  if (count === 0 || !forms) return count > 0;
  await tx.programmeForm.deleteMany({ where: { programmeId: id } });
  await tx.programmeForm.createMany({ data: forms.map((form) => ({ programmeId: id, form })) });
  return true;
}
