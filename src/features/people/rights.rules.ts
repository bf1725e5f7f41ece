/** Reads the table of rights. Pure. */
import type { Standing } from "./model.ts";
import { type Act, type Actor, type Grant, RIGHTS, type Target } from "./rights.model.ts";

/** A role in one programme says nothing about another; a target of no programme is covered by a role anywhere. */
const sameProgramme = (standing: Standing, target: Target): boolean =>
  target.programmeId === null || standing.programmeId === null || standing.programmeId === target.programmeId;

/** The target belongs to the standing's own programme. */
const within = ({ programmeId }: Standing, target: Target): boolean =>
  programmeId !== null && programmeId === target.programmeId;

const isPermitted = (actor: Actor, { membershipId }: Standing, { permission }: Grant, { className }: Target): boolean =>
  className !== undefined &&
  actor.permissions.some(
    (given) =>
      given.membershipId === membershipId &&
      given.kind === permission &&
      (given.value === "" || given.value === className),
  );

function covers(actor: Actor, standing: Standing, grant: Grant, target: Target): boolean {
  switch (grant.scope) {
    case "all":
      return true;
    case "school":
      return standing.schoolId !== null && standing.schoolId === target.schoolId;
    case "programme":
      return within(standing, target);
    case "self":
      return target.personId === actor.personId && sameProgramme(standing, target);
    case "ward":
      return target.personId !== null && actor.wards.includes(target.personId);
    case "deputy":
      return within(standing, target) && target.programmeId !== null && actor.deputyIn.includes(target.programmeId);
    case "class":
      return within(standing, target) && isPermitted(actor, standing, grant, target);
    case "offered":
      return within(standing, target) && target.offered === true && isPermitted(actor, standing, grant, target);
  }
}

/** Whether the table lets this actor do this to this target. */
export const allowed = (actor: Actor, act: Act, target: Target): boolean =>
  RIGHTS[act].some((grant: Grant) =>
    actor.standings.some((standing) => standing.role === grant.role && covers(actor, standing, grant, target)),
  );
