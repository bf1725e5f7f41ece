/** Which of a person's roles a message speaks to. Pure. */
import type { PersonId } from "#core/ids.ts";
import type { AboutPlace, RoleLine } from "./standing.model.ts";

/** Of equals the role in which somebody can do most about it. */
const ORDER = ["owner", "curator", "staff", "mentor", "mentee", "guardian"] as const;

const belongs = (line: RoleLine, place: AboutPlace): boolean =>
  line.role === "curator"
    ? line.schoolId !== null && line.schoolId === place.schoolId
    : line.programmeId !== null && line.programmeId === place.programmeId;

const rank = (line: RoleLine, { personId }: AboutPlace, wards: PersonId[]): number => {
  const isPart = line.role === "mentee" || line.role === "mentor";
  if (personId === line.personId) return isPart ? -2 : ORDER.indexOf(line.role);
  if (personId !== null && wards.includes(personId) && line.role === "guardian") return -1;
  return ORDER.indexOf(line.role);
};

/**
 * The role that a thing of this place concerns: one's own part in it, then the guardian's of its person, then the one that runs
 * the programme. The only role a person has is always meant; null when it cannot be told.
 */
export function roleFor<Line extends RoleLine>(
  lines: Line[],
  place: AboutPlace | undefined,
  wards: PersonId[],
): Line | null {
  const [only, ...more] = lines;
  if (more.length === 0) return only ?? null;
  if (!place) return null;
  const near = lines.filter((line) => belongs(line, place));
  const [best] = near.toSorted((one, other) => rank(one, place, wards) - rank(other, place, wards));
  return best ?? null;
}
