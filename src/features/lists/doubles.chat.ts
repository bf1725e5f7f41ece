/** From a card: two participants who turn out to be one, shown before they are joined. */
import { press } from "#core/screen.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { joinedScreen, othersScreen } from "./doubles.view.ts";
import type { Lists } from "./service.ts";
import { apartScreen, mergeScreen } from "./view.ts";

const person = (turn: Turn): string => turn.speaker.personId ?? "";

export const doublesTaps = (
  { placing }: Pick<Lists, "placing">,
  refuse: (turn: Turn) => Promise<void>,
): NonNullable<Chat["taps"]> => ({
  "lists.same": tap(["membership", "number"], async (turn, membership, page) => {
    const found = await placing.othersFor(person(turn), membership);
    if (!found) return await refuse(turn);
    turn.stopListening();
    await turn.show(othersScreen(turn.words({ track: found.programme.track }), found, page));
  }),
  "lists.join": tap(["membership", "membership"], async (turn, one, other) => {
    const found = await placing.previewOf(person(turn), one, other);
    if (!found) return await refuse(turn);
    turn.stopListening();
    const back = press("lists.same", one, 0);
    if (found === "apart") return void (await turn.show(apartScreen(turn.t, back)));
    const yes = press("lists.join-yes", found.from.membershipId, found.into.membershipId);
    await turn.show(mergeScreen(turn.words({ track: found.programme.track }), found, { yes, back }));
  }),
  "lists.join-yes": tap(["membership", "membership"], async (turn, from, into) => {
    const outcome = await placing.merge(person(turn), from, into);
    if (outcome.kind === "refused") return await refuse(turn);
    if (outcome.kind === "apart") return void (await turn.show(apartScreen(turn.t, press("lists.same", from, 0))));
    await turn.show(joinedScreen(turn.t, outcome.membershipId));
  }),
});
