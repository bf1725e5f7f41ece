/** Words that nobody waits for, typed by somebody who may look for people. */
import type { MembershipId } from "#core/ids.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import type { Search } from "./search.service.ts";
import { hitsScreen, noneScreen } from "./search.view.ts";

export type SearchChatParts = {
  search: Search;
  /** Shows what the speaker may see of a participant. */
  open(turn: Turn, membershipId: MembershipId): Promise<void>;
};

/** Answers what was typed as a search; false when it is none, so that somebody else answers. */
export const createSearchChat =
  ({ search, open }: SearchChatParts) =>
  async (turn: Turn, text: string): Promise<boolean> => {
    const { personId } = turn.speaker;
    const found = personId ? await search.search(personId, text) : null;
    if (!found) return false;
    if (found.kind === "one") await open(turn, found.hit.membershipId);
    else await turn.show(found.kind === "many" ? hitsScreen(turn.t, found) : noneScreen(turn.t, found, text));
    return true;
  };
