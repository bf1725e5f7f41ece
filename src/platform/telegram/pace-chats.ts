/** What the pace remembers of each chat: how much it was written to lately, and until when Telegram wants silence. */
import { SECOND } from "#core/clock.ts";

type Chat = {
  /** When the chat's bucket would be full again. */
  filledAt: number;
  pausedUntil: number;
};

export type Chats = {
  /** From when one more message fits the chat's pace. */
  freeAt(chatId: bigint): number;
  pausedUntil(chatId: bigint): number;
  /** Whether more than one message of the last moments is still counted. */
  isBusy(chatId: bigint, now: number): boolean;
  /** One message leaves at `now`. */
  count(chatId: bigint, now: number): void;
  pause(chatId: bigint, until: number): void;
  size(): number;
};

const FIRST_SWEEP = 256;

/** All times are of one monotonic clock, in milliseconds. Idle chats are forgotten whenever their number has doubled. */
export function createChats({ perSecond, burst }: { perSecond: number; burst: number }): Chats {
  const step = SECOND / perSecond;
  const slack = (burst - 1) * step;
  const chats = new Map<bigint, Chat>();
  let sweepAt = FIRST_SWEEP;

  const sweep = (now: number) => {
    if (chats.size < sweepAt) return;
    for (const [id, chat] of chats) if (chat.filledAt <= now && chat.pausedUntil <= now) chats.delete(id);
    sweepAt = Math.max(FIRST_SWEEP, chats.size * 2);
  };
  const known = (chatId: bigint): Chat => {
    const found = chats.get(chatId);
    if (found) return found;
    const chat = { filledAt: 0, pausedUntil: 0 };
    chats.set(chatId, chat);
    return chat;
  };

  return {
    freeAt: (chatId) => (chats.get(chatId)?.filledAt ?? 0) - slack,
    pausedUntil: (chatId) => chats.get(chatId)?.pausedUntil ?? 0,
    isBusy: (chatId, now) => (chats.get(chatId)?.filledAt ?? 0) > now + step,
    count(chatId, now) {
      sweep(now);
      const chat = known(chatId);
      chat.filledAt = Math.min(Math.max(chat.filledAt, now) + step, now + slack + step * burst);
    },
    pause(chatId, until) {
      const chat = known(chatId);
      chat.pausedUntil = Math.max(chat.pausedUntil, until);
    },
    size: () => chats.size,
  };
}
