/** All that is tapped and typed to act for others, and the search that finds them. */
import type { MembershipId } from "#core/ids.ts";
import type { Consents } from "#features/consents/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import type { Chat } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { createConsentChat } from "./consent.chat.ts";
import { createPersonChat } from "./links.chat.ts";
import { createPapersChat } from "./papers.chat.ts";
import { createSearchChat } from "./search.chat.ts";
import type { Behalf } from "./service.ts";
import { createTellChat } from "./tell.chat.ts";

export type BehalfChatParts = {
  behalf: Behalf;
  consents: Pick<Consents, "signatories" | "enter">;
  words: Words;
  /** Shows a participant's card, when the speaker may see it. */
  openCard(turn: Turn, membershipId: MembershipId): Promise<void>;
};

export function createBehalfChat({ behalf, consents, words, openCard }: BehalfChatParts) {
  const { entering, papers, tables, telling, search } = behalf;
  const persons = createPersonChat({ entering, openCard });
  const consent = createConsentChat({ consents, entering, words });
  const paper = createPapersChat({ papers, tables });
  const tell = createTellChat(telling);
  const chat: Chat = {
    taps: { ...persons.taps, ...consent.taps, ...paper.taps, ...tell.taps },
    talks: { ...consent.talks, ...paper.talks },
  };
  return { chat, search: createSearchChat({ search, open: persons.open }) };
}
