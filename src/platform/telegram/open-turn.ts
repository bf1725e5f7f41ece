/** A `Turn` while its update is handled, and what it leaves behind: the chat's new focus. */
import type { Context } from "grammy";
import type { Screen } from "#core/screen.ts";
import type { Texts } from "#platform/i18n.ts";
import { type ListeningContext, startListening } from "./ask.ts";
import type { FocusRow } from "./focus.ts";
import type { Show } from "./show.ts";
import type { IncomingFile, Speaker, Turn } from "./turn.ts";

type Parts = {
  ctx: Context & ListeningContext;
  speaker: Speaker;
  focus: FocusRow;
  show: Show;
  now: Date;
  texts: Texts;
  download(file: IncomingFile): Promise<Uint8Array>;
};

export type OpenTurn = {
  turn: Turn;
  focus(): FocusRow;
  /** The focus to commit, or null when nothing about it changed. */
  changedFocus(): FocusRow | null;
  /** Ends the tap's progress bar, with the toast if there is one. Does not wait. */
  answerTap(): void;
  /** Waits for what was sent without waiting. */
  finish(): Promise<void>;
};

const TOAST_LENGTH = 200;

export function createTurn({ ctx, speaker, focus: before, show, now, texts, download }: Parts): OpenTurn {
  let focus = before;
  let toast = "";
  const pending: Promise<unknown>[] = [];
  const message = ctx.callbackQuery?.message;
  const tapped = message?.message_id ?? null;
  const isGuarded = message !== undefined && "has_protected_content" in message;
  const change = (part: Partial<FocusRow>) => {
    focus = { ...focus, ...part };
  };

  async function sendNew(screen: Screen): Promise<number> {
    const old = focus.screenId;
    const sent = await show.send(screen);
    if (old !== null && old !== sent && screen.rows) pending.push(show.retire(old).catch(() => undefined));
    if (screen.rows || screen.placeholder) change({ screenId: screen.rows && sent ? sent : null });
    return sent ?? 0;
  }

  async function present(screen: Screen): Promise<number> {
    // An edit leaves the message as open to forwarding as it was.
    const isOpenTo = !screen.guarded || isGuarded;
    if (tapped !== null && isOpenTo && !screen.picture && !screen.document) {
      if ((await show.edit(tapped, screen)) === "shown") {
        if (focus.screenId !== tapped) change({ screenId: tapped });
        return tapped;
      }
    }
    return await sendNew(screen);
  }

  const turn: Turn = {
    updateId: BigInt(ctx.update.update_id),
    chatId: speaker.telegramId,
    speaker,
    now,
    t: texts.voice({ locale: speaker.locale }),
    words: (voice) => texts.voice({ ...voice, locale: speaker.locale }),
    tapped,
    show: present,
    say: async (screen) => (await show.send(screen)) ?? 0,
    toast: (text) => {
      toast = text;
    },
    listen: async (kind, args) => {
      change({ kind, args: JSON.stringify(args), state: await startListening(ctx, { kind, args }) });
    },
    stopListening: () => {
      if (focus.kind !== "") change({ kind: "", args: "{}", state: "" });
    },
    download,
  };

  return {
    turn,
    focus: () => focus,
    changedFocus: () => (focus === before ? null : focus),
    answerTap: () => {
      if (!ctx.callbackQuery) return;
      const text = [...toast].slice(0, TOAST_LENGTH).join("");
      // Too late or already answered: the act is done all the same, and nobody waits for the bar.
      pending.push(ctx.answerCallbackQuery(text ? { text } : {}).catch(() => undefined));
    },
    finish: async () => {
      await Promise.all(pending);
    },
  };
}
