/** What people contribute: the next step (year of birth, name) and what is kept about them. */
import type { Kept, Standing } from "#core/contribution.ts";
import type { T } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";
import type { ListeningStep } from "./model.ts";
import { hasName } from "./names.rules.ts";
import { factsOf, keptOf } from "./persons.service.ts";
import { keptLines, nameStep, yearScreen, yearTalk } from "./view.ts";
import { firstPage } from "./years.rules.ts";

/** The year comes before the consent, whose reader depends on it; the name after it; staff name themselves at once. */
const RANK = { staffName: 1, birthYear: 5, name: 20 } as const;

const PARTICIPANTS: Standing["role"][] = ["mentee", "mentor"];
const STAFF: Standing["role"][] = ["owner", "curator", "staff"];

/** Asks for what is missing about a person; see `Guide`. */
export async function peopleGuide(db: Db, standing: Standing, t: T, now: Date): Promise<ListeningStep | null> {
  const facts = await factsOf(db, standing);
  if (!facts) return null;
  const { person, naming, track } = facts;
  if (PARTICIPANTS.includes(standing.role) && person.birthYear === null) {
    const page = firstPage(standing.role === "mentee" && track !== "teachers");
    const screen = yearScreen(t, person.id, page, now.getUTCFullYear());
    return { rank: RANK.birthYear, screen, listen: yearTalk(person.id) };
  }
  if (hasName(person) || naming === "code") return null;
  const seen = standing.role === "guardian" ? "guardian" : naming;
  return nameStep(t, person.id, seen, STAFF.includes(standing.role) ? RANK.staffName : RANK.name);
}

export const peopleKept: Kept = async (db, personId, t) => keptLines(t, await keptOf(db, personId));
