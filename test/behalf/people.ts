/** People of a list: with a name, a class and a role, and without a chat. */
import { SECOND } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import type { SchoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";

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

/** The same person, a moment between any two acts: a chat that says too much at once has to wait. */
export const unhurried = (w: SchoolWorld, actor: Actor): Actor => ({
  ...actor,
  says: async (text) => {
    await actor.says(text);
    await w.clock.advance(SECOND);
  },
  taps: async (label) => {
    const answer = await actor.taps(label);
    await w.clock.advance(SECOND);
    return answer;
  },
});

/** The curator, come in and named. */
export async function curator(w: SchoolWorld): Promise<Actor> {
  const vera = unhurried(w, await w.guest("Вера", await w.link("curator")));
  await vera.says("Лугова Вера Павловна");
  return vera;
}
