/** Shows a person where they are and the one next step; all ways through the bot come back here. */
import type { MembershipId } from "#core/ids.ts";
import type { Screen } from "#core/screen.ts";
import type { ListeningStep } from "#features/people/index.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { RolePlace, Whereabouts } from "./model.ts";
import type { WhereaboutsService } from "./service.ts";
import { guest, hereAs, nothingToDo, roles, stepBelow, stranger } from "./view.ts";

type Here = Extract<Whereabouts, { kind: "here" }>;

/** Makes this the present screen; what is said next belongs to the step, or to nobody. */
async function present(turn: Turn, screen: Screen, step: ListeningStep | null = null): Promise<void> {
  turn.stopListening();
  await turn.show(screen);
  if (step?.listen) await turn.listen(step.listen.talk, step.listen.args);
}

export function createWay(whereabouts: WhereaboutsService) {
  const find = (turn: Turn): Promise<Whereabouts> =>
    whereabouts.whereIs(turn.speaker.accountId, turn.speaker.locale, turn.now);

  async function showPlace(turn: Turn, place: RolePlace, lead: string, shared: boolean): Promise<void> {
    const step = await whereabouts.nextStep(place, turn.now);
    const screen = step ? stepBelow(lead, step, shared ? place.t : null) : nothingToDo(place, lead, shared);
    await present(turn, screen, step);
  }

  /** Of several roles the one whose next step comes first. */
  async function showBest(turn: Turn, { places }: Here, lead: string): Promise<void> {
    const ways: { place: RolePlace; step: ListeningStep }[] = [];
    for (const place of places) {
      const step = await whereabouts.nextStep(place, turn.now);
      if (step) ways.push({ place, step });
    }
    const [best] = ways.toSorted((one, other) => one.step.rank - other.step.rank);
    const [first] = places;
    if (best) await present(turn, stepBelow(lead, best.step, null), best.step);
    else if (first) await present(turn, nothingToDo(first, lead, false));
  }

  async function showNobody(turn: Turn, found: Exclude<Whereabouts, Here>, lead: string): Promise<void> {
    await present(turn, found.kind === "stranger" ? stranger(found.t, lead) : guest(found.t, found.shared, lead));
  }

  return {
    find,
    present,
    showPlace,

    /** `/start` and «В начало»: who one is here; with several roles, the choice of one. */
    open: async (turn: Turn, lead = ""): Promise<void> => {
      const found = await find(turn);
      if (found.kind !== "here") return await showNobody(turn, found, lead);
      const [only, ...more] = found.places;
      if (more.length > 0 || !only) return await present(turn, roles(found.t, found.places, found.shared, lead));
      await showPlace(turn, only, [lead, hereAs(only)].filter(Boolean).join("\n\n"), found.shared);
    },

    /** After something was done: the next step at once, with `lead` above it. */
    goOn: async (turn: Turn, lead = ""): Promise<void> => {
      const found = await find(turn);
      if (found.kind === "here") await showBest(turn, found, lead);
      else await showNobody(turn, found, lead);
    },

    /** One of the person's roles; a role that is not theirs (any more) leads to where they are. */
    openAs: async (turn: Turn, membershipId: MembershipId, lead?: (place: RolePlace) => string): Promise<boolean> => {
      const found = await find(turn);
      const place =
        found.kind === "here" && found.places.find(({ standing }) => standing.membershipId === membershipId);
      if (!place) return false;
      await showPlace(turn, place, lead ? lead(place) : hereAs(place), found.shared);
      return true;
    },
  };
}

export type Way = ReturnType<typeof createWay>;
