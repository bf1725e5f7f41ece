/** Coming in by a link: `/start <token>`, a pasted link, «кто входит?». */
import type { People, Redeemed, Standing } from "#features/people/index.ts";
import { tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { OnPhone, RolePlace } from "./model.ts";
import type { WhereaboutsService } from "./service.ts";
import { already, greeting, linkRefused, whoComes, whoIsHere } from "./view.ts";
import type { Way } from "./way.chat.ts";

type Outside = {
  people: Pick<People, "redeem">;
  whereabouts: WhereaboutsService;
  way: Way;
  /** Told after somebody has come in: for the chat's own command menu. */
  joined?: ((turn: Turn, standing: Standing) => Promise<void>) | undefined;
};

export function createJoiningChat({ people, whereabouts, way, joined }: Outside) {
  async function onPhone(found: Extract<Redeemed, { kind: "whoIsIt" | "ownLink" }>): Promise<OnPhone[]> {
    const list: OnPhone[] = [];
    for (const { person, current } of found.people)
      list.push({ personId: person.id, name: await whereabouts.callName(person), current });
    return list;
  }

  async function childName(childId: string | null): Promise<string> {
    const child = childId ? await whereabouts.find(childId) : null;
    return child ? await whereabouts.callName(child) : "";
  }

  async function welcome(turn: Turn, { standing, invitation }: Extract<Redeemed, { kind: "joined" }>): Promise<void> {
    const child = await childName(invitation.childId);
    await joined?.(turn, standing);
    await way.openAs(turn, standing.membershipId, (place: RolePlace) => greeting(place, child));
  }

  async function redeem(turn: Turn, token: string, comer?: string): Promise<void> {
    const outcome = await people.redeem(turn.speaker.accountId, token, turn.now, comer);
    switch (outcome.kind) {
      case "joined":
        return await welcome(turn, outcome);
      case "already":
        await way.openAs(turn, outcome.standing.membershipId, already);
        return;
      case "personal": {
        const { length } = await whereabouts.peopleOn(turn.speaker.accountId);
        return await way.present(turn, whoIsHere(turn.t, { token, length }));
      }
      case "whoIsIt":
      case "ownLink": {
        const { length } = await whereabouts.peopleOn(turn.speaker.accountId);
        return await way.present(turn, whoComes(turn.t, outcome.kind, await onPhone(outcome), { token, length }));
      }
      default:
        return await way.present(turn, linkRefused(turn.t, outcome.kind));
    }
  }

  return {
    redeem,
    taps: {
      /** A token, who comes by it (a person's id or «new»), and how many wrote from the phone when it was asked. */
      "home.join": tap(["key", "key", "number"], async (turn, token, comer, length) => {
        const isPresent = (await whereabouts.peopleOn(turn.speaker.accountId)).length === length;
        if (isPresent) return await redeem(turn, token, comer);
        turn.toast(turn.t.plain("common-stale"));
        await way.open(turn);
      }),
    },
  };
}
