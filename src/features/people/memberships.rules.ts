import type { Place, ProgrammeVoice, Role } from "./model.ts";

/**
 * The first letter of a code. Each looks the same in the Latin and the Cyrillic alphabet, so that a code can be read aloud and
 * typed in both.
 */
const LETTERS: Record<Role, string> = { owner: "O", curator: "K", mentee: "Y", mentor: "H", guardian: "P", staff: "C" };

/** «Y-07»: what stands for a name. */
export const codeFor = (role: Role, number: number): string => `${LETTERS[role]}-${String(number).padStart(2, "0")}`;

/**
 * Where a role is held, as one word: a person has one membership per role and scope. Throws when the place that the role needs is
 * missing: a programmer's mistake.
 */
export function scopeOf(role: Role, { schoolId, programmeId }: Place): string {
  if (role === "owner") return "all";
  if (role === "curator") {
    if (schoolId === null) throw new Error("a curator belongs to a school");
    return `school:${schoolId}`;
  }
  if (programmeId === null) throw new Error(`a ${role} belongs to a programme`);
  return `programme:${programmeId}`;
}

const OF_AGE = 18;

/** How somebody in this role is spoken to: informally only a pupil, as mentee or as mentor, where the programme wishes it. */
export function voiceIn(
  programme: { track: string; address: string },
  { role, birthYear }: { role: Role; birthYear: number | null },
  thisYear: number,
): ProgrammeVoice {
  const track = programme.track === "teachers" ? "teachers" : "pupils";
  const isMinor = birthYear !== null && thisYear - birthYear - 1 < OF_AGE;
  const isPupil = track === "pupils" && (role === "mentee" || (role === "mentor" && isMinor));
  return { track, address: isPupil && programme.address === "ty" ? "ty" : "vy" };
}
