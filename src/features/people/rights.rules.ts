/** Reads the table of rights. Pure. */
import type { Standing } from "./model.ts";
import { type Act, type Actor, RIGHTS, type Scope, type Target } from "./rights.model.ts";

/** A role in one programme says nothing about another; a target of no programme is covered by a role anywhere. */
const sameProgramme = (standing: Standing, target: Target): boolean =>
  target.programmeId === null || standing.programmeId === null || standing.programmeId === target.programmeId;

function covers(actor: Actor, standing: Standing, scope: Scope, target: Target): boolean {
  switch (scope) {
    case "all":
      return true;
    case "school":
      return standing.schoolId !== null && standing.schoolId === target.schoolId;
    case "programme":
      return standing.programmeId !== null && standing.programmeId === target.programmeId;
    case "self":
      return target.personId === actor.personId && sameProgramme(standing, target);
    case "ward":
      return target.personId !== null && actor.wards.includes(target.personId);
  }
}

/** Whether the table lets this actor do this to this target. */
export const allowed = (actor: Actor, act: Act, target: Target): boolean =>
  RIGHTS[act].some(({ role, scope }) =>
    actor.standings.some((standing) => standing.role === role && covers(actor, standing, scope, target)),
  );
