/** What nobody waits for: said to be read, answered with the next step. Nobody meets silence. */
import type { AccountId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { homeRow } from "#features/people/index.ts";
import type { Fallback } from "#platform/telegram/chat.ts";
import type { Heard, Turn } from "#platform/telegram/turn.ts";
import { pastedToken } from "./rules.ts";
import type { Way } from "./way.chat.ts";

type Outside = {
  way: Way;
  redeem(turn: Turn, token: string): Promise<void>;
  /** Takes words that look for somebody; false when they do not. */
  search?: ((turn: Turn, text: string) => Promise<boolean>) | undefined;
};

const QUOTED_LENGTH = 60;
const ALBUMS = 1_000;

/** An album comes as several messages; the first is answered. Forgotten by a restart, which costs one repeated answer. */
function createAlbums() {
  const last = new Map<AccountId, string>();
  return {
    isFirst(accountId: AccountId, albumId: string): boolean {
      if (last.get(accountId) === albumId) return false;
      last.delete(accountId);
      last.set(accountId, albumId);
      const [oldest] = last.keys();
      if (last.size > ALBUMS && oldest !== undefined) last.delete(oldest);
      return true;
    },
  };
}

function understood(t: T, heard: Heard): string {
  if (heard.kind === "file") return t("home-heard-file", { name: cutText(heard.file.name, QUOTED_LENGTH) });
  if (heard.kind === "other") return t(`home-heard-${heard.what}`);
  const text = cutText(heard.text, QUOTED_LENGTH);
  return t(heard.text.startsWith("/") ? "home-heard-command" : "home-heard-text", { text });
}

export function createFallback({ way, redeem, search }: Outside): Fallback {
  const albums = createAlbums();
  return {
    unclaimed: async (turn, heard) => {
      const token = heard.kind === "text" ? pastedToken(heard.text) : null;
      if (token) return await redeem(turn, token);
      if (heard.kind === "text" && (await search?.(turn, heard.text))) return;
      const albumId = heard.kind === "text" ? null : heard.albumId;
      if (albumId && !albums.isFirst(turn.speaker.accountId, albumId)) return;
      await way.goOn(turn, understood((await way.find(turn)).t, heard));
    },
    stale: async (turn) => {
      turn.toast(turn.t.plain("common-stale"));
      await way.goOn(turn);
    },
    edited: async (turn) => {
      const { t } = await way.find(turn);
      await turn.say({ text: t("home-edited"), rows: [homeRow(t)] });
    },
    sorry: async (turn) => {
      await turn.say({ text: turn.t("home-sorry"), rows: [homeRow(turn.t)] });
    },
  };
}
