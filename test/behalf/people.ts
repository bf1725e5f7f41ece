/** People of a list: with a name, a class and a role, and without a chat. */
import { newId } from "#core/ids.ts";
import type { SchoolWorld } from "#test/home/school.ts";

type Listed = { name: string; className?: string; born?: number; role?: "mentee" | "mentor" };

export async function listed(
  w: SchoolWorld,
  { name, className = "", born, role = "mentee" }: Listed,
): Promise<{ membershipId: string; personId: string; code: string }> {
  const { people, database, clock, programmeId, schoolId } = w;
  const now = clock.now();
  return await database.tx(async (tx) => {
    const person = await people.create(tx, now, newId());
    await people.nameFor(tx, person.id, person.id, name);
    if (born) await tx.person.update({ where: { id: person.id }, data: { birthYear: born } });
    const membership = await people.join(tx, person.id, role, { programmeId, schoolId }, now);
    await people.setClassName(tx, membership.membershipId, className);
    return { membershipId: membership.membershipId, personId: person.id, code: membership.code };
  });
}
