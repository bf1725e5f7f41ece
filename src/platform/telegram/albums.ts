/** Pictures sent together come as several messages that say one thing; the first is answered. */
import type { Heard } from "./turn.ts";

const REMEMBERED = 1_000;

/** Whether this belongs to an album of which the chat's bot has heard a picture. Forgotten by a restart, which costs one repeated answer. */
export function createAlbums(): (chatId: bigint, heard: Heard) => boolean {
  const last = new Map<bigint, string>();
  return (chatId, heard) => {
    if (heard.kind !== "other" || heard.albumId === null) return false;
    if (last.get(chatId) === heard.albumId) return true;
    last.delete(chatId);
    last.set(chatId, heard.albumId);
    const [oldest] = last.keys();
    if (last.size > REMEMBERED && oldest !== undefined) last.delete(oldest);
    return false;
  };
}
