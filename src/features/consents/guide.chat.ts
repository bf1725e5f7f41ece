/** What consents contribute: the next step of participants and guardians, what is kept, the way to one's consents. */
import type { Kept, Standing } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import { type Button, press, type T } from "#core/screen.ts";
import type { ListeningStep } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { guardianAsk, guardianStatus } from "./guardian.view.ts";
import type { View } from "./outcomes.model.ts";
import type { Consents } from "./service.ts";
import { askScreen, keptLines, stoppedScreen, waitScreen } from "./view.ts";

/**
 * A decision comes before everything but the year of birth; who waits or has stopped lets other roles go first. All but the last
 * stand alone: without the consent neither the name nor an answer may be asked in this role.
 */
const RANK = { decide: 10, wait: 50, stopped: 60, status: 70 } as const;

const PARTICIPANTS: Standing["role"][] = ["mentee", "mentor"];

export function consentsGuide(consents: Consents) {
  async function participant(db: Db, view: View, t: T): Promise<ListeningStep | null> {
    const { state } = view;
    switch (state.kind) {
      case "unknownAge":
      case "complete":
        return null;
      case "waits": {
        const { goesOnUntil } = state;
        // What was agreed before goes on, so nothing else is held up by the new question.
        if (goesOnUntil) return { rank: RANK.decide, screen: askScreen(t, view, goesOnUntil) };
        if (state.from.includes("self")) return { rank: RANK.decide, screen: askScreen(t, view), alone: true };
        const hasGuardian = (await consents.guardiansOf(db, view.subject.personId)).length > 0;
        return { rank: RANK.wait, screen: waitScreen(t, view, hasGuardian), alone: true };
      }
      default:
        return { rank: RANK.stopped, screen: stoppedScreen(t, view, state), alone: true };
    }
  }

  async function guardian(db: Db, { personId, programmeId }: Standing, t: T): Promise<ListeningStep | null> {
    const wards = await consents.wards(db, personId, programmeId ?? undefined);
    const waiting = wards.find((view) => view.asked && view.position === "none");
    if (waiting) {
      const curator = await consents.curatorOf(db, waiting.programme);
      return { rank: RANK.decide, screen: guardianAsk(t, waiting, curator), alone: true };
    }
    return wards.length > 0 ? { rank: RANK.status, screen: guardianStatus(t, wards) } : null;
  }

  /** See `Guide`. */
  return async (db: Db, standing: Standing, t: T): Promise<ListeningStep | null> => {
    if (standing.role === "guardian") return await guardian(db, standing, t);
    if (!PARTICIPANTS.includes(standing.role)) return null;
    const [view] = await consents.own(db, standing.personId, standing.membershipId);
    return view ? await participant(db, view, t) : null;
  };
}

/** Lines for `/privacy`. */
export const consentsKept =
  (consents: Consents): Kept =>
  async (db, personId, t) =>
    keptLines(t, await consents.kept(db, personId));

/** «Мои согласия» below `/privacy`, for those who have any. */
export const consentsButtons =
  (consents: Consents) =>
  async (_db: Db, personId: PersonId, t: T): Promise<Button[][]> => {
    const { own, wards } = await consents.mine(personId);
    return own.length + wards.length > 0
      ? [[{ label: t.plain("consents-mine-button"), press: press("consents.mine") }]]
      : [];
  };
