/** The taps and the talk by which a curator puts a name right. */
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { nameAsked } from "./naming.view.ts";
import type { Banks } from "./service.ts";

const NAME_TALK = "bank.name";

type Ways = {
  refused(turn: Turn): Promise<void>;
  showCard(turn: Turn, found: Awaited<ReturnType<Banks["card"]>>): Promise<void>;
};

const person = (turn: Turn): string => turn.speaker.personId ?? "";

export function namingChat(
  banks: Pick<Banks, "nameable" | "correctName" | "card">,
  { refused, showCard }: Ways,
): Required<Pick<Chat, "talks" | "taps">> {
  const talk: Talk = async (turn, args, heard) => {
    const membership = String(args.membership);
    const found = await banks.nameable(person(turn), membership);
    if (!found) return await refused(turn);
    const outcome = await banks.correctName(person(turn), found, heard.kind === "text" ? heard.text : "");
    if (outcome.kind === "forbidden") return await refused(turn);
    if (outcome.kind === "odd") return void (await turn.show(nameAsked(turn.t, found, outcome.why)));
    await showCard(turn, await banks.card(person(turn), membership));
  };
  return {
    talks: { [NAME_TALK]: talk },
    taps: {
      "bank.name": tap(["membership"], async (turn, membership) => {
        const found = await banks.nameable(person(turn), membership);
        if (!found) return await refused(turn);
        await turn.show(nameAsked(turn.t, found));
        await turn.listen(NAME_TALK, { membership });
      }),
    },
  };
}
