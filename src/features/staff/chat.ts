/** All that those who run a programme tap and type. */
import type { Chat } from "#platform/telegram/chat.ts";
import { createAwayChat } from "./away.chat.ts";
import { createCareChat } from "./care.chat.ts";
import { createReferralChat } from "./referral.chat.ts";
import type { Staff } from "./service.ts";
import { createTeamChat } from "./team.chat.ts";

export function staffChat(parts: { staff: Staff; linkOf(token: string): string }): Chat {
  const [team, away] = [createTeamChat(parts), createAwayChat(parts)];
  const [care, referral] = [createCareChat(parts.staff), createReferralChat(parts.staff)];
  return {
    taps: { ...team.taps, ...away.taps, ...care.taps, ...referral.taps },
    talks: { ...team.talks, ...away.talks, ...care.talks, ...referral.talks },
    commands: referral.commands,
  };
}
