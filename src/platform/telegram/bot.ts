/**
 * One update from Telegram to its handler. In order: only private chats; who is this (from the database, every time);
 * what does this chat listen to; then the tap, the command, the talk that listens, or the fallback.
 * The handler's answers are sent while it runs; what the chat listens to afterwards is given back to be committed
 * with «inbox done».
 */
import type { Update, User } from "@grammyjs/types";
import { Bot, BotError, Context } from "grammy";
import type { Clock } from "#core/clock.ts";
import type { Database } from "#platform/db/index.ts";
import type { Texts } from "#platform/i18n.ts";
import type { Log } from "#platform/log.ts";
import { createAlbums } from "./albums.ts";
import { heardBy, type ListeningContext } from "./ask.ts";
import type { Router } from "./chat.ts";
import { type Calling, clientOptions } from "./client.ts";
import { type FocusRow, noFocus } from "./focus.ts";
import { hear } from "./hear.ts";
import { createTurn, type OpenTurn } from "./open-turn.ts";
import type { Pace } from "./pace.ts";
import { createReach } from "./reach.ts";
import type { Resting } from "./resting.ts";
import { createShow } from "./show.ts";
import { aborts } from "./signal.ts";
import type { IncomingFile, Speaker, Turn } from "./turn.ts";

/** What the bot asks about people; the answers come from the database. */
export type Acquaintance = {
  /** Who speaks from this account; an unknown account is remembered as a chat without a person. */
  speaker(from: { telegramId: bigint; languageCode: string | null; displayName: string }, now: Date): Promise<Speaker>;
  /** The person blocked the bot (false) or came back (true). */
  reachable(telegramId: bigint, reachable: boolean, now: Date): Promise<void>;
};

export type BotOutside = {
  calling: Calling;
  router: Router;
  acquaintance: Acquaintance;
  texts: Texts;
  database: Database;
  clock: Clock;
  log: Log;
  pace: Pace;
  resting: Resting;
  fetchFile(url: string): Promise<Uint8Array>;
};

type Ctx = Context & ListeningContext & { turn?: OpenTurn };

export function createBot(outside: BotOutside) {
  const { calling, router, clock, log, database, texts, pace, resting, acquaintance } = outside;
  const bot = new Bot<Ctx>(calling.token, { client: clientOptions(calling) });
  const reachUntil = createReach({ clock, log, pace, resting });
  const isAnswered = createAlbums();
  const showIn = createShow({ api: bot.api, log });

  const download = async (file: IncomingFile): Promise<Uint8Array> => {
    const { file_path } = await bot.api.getFile(file.fileId);
    return outside.fetchFile(`${calling.apiRoot}/file/bot${calling.token}/${file_path}`);
  };

  async function openTurn(ctx: Ctx, from: User, signal: AbortSignal): Promise<OpenTurn> {
    const now = clock.now();
    const telegramId = BigInt(from.id);
    const [speaker, row] = await Promise.all([
      acquaintance.speaker({ telegramId, languageCode: from.language_code ?? null, displayName: from.first_name }, now),
      database.db.focus.findUnique({ where: { chatId: telegramId }, omit: { updatedAt: true } }),
    ]);
    const focus: FocusRow = row ?? noFocus(telegramId);
    const show = showIn(telegramId, reachUntil(signal));
    return createTurn({ ctx, speaker, focus, show, now, texts, download });
  }

  async function route(ctx: Ctx, opened: OpenTurn): Promise<void> {
    const { turn } = opened;
    if (ctx.callbackQuery) return await router.tap(turn, ctx.callbackQuery.data ?? "");
    if (ctx.editedMessage) return await router.fallback.edited(turn);
    if (!ctx.message) return;
    const command = /^\/([a-z_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(ctx.message.text ?? "");
    if (command?.[1] && (await router.command(turn, command[1].toLowerCase(), command[2]?.trim() ?? ""))) return;
    const heard = hear(ctx.message);
    if (isAnswered(turn.chatId, heard)) return;
    const listening = await heardBy(ctx, opened.focus());
    const talk = listening && router.talk(listening.kind);
    if (talk) await talk(turn, listening.args, heard);
    else await router.fallback.unclaimed(turn, heard);
  }

  const signals = new WeakMap<Update, AbortSignal>();
  const outcomes = new WeakMap<Update, OpenTurn>();

  bot.on("my_chat_member", async (ctx) => {
    const { chat, from, new_chat_member } = ctx.myChatMember;
    if (chat.type !== "private") {
      if (new_chat_member.status !== "left" && new_chat_member.status !== "kicked") await leaveGroup(ctx);
      return;
    }
    await acquaintance.reachable(BigInt(from.id), new_chat_member.status !== "kicked", clock.now());
  });
  bot.on(["message", "edited_message", "callback_query"], async (ctx) => {
    if (ctx.chat && ctx.chat.type !== "private") return;
    const signal = signals.get(ctx.update) ?? new AbortController().signal;
    ctx.turn = await openTurn(ctx, ctx.from, signal);
    outcomes.set(ctx.update, ctx.turn);
    try {
      await route(ctx, ctx.turn);
    } finally {
      ctx.turn.answerTap();
    }
    await ctx.turn.finish();
  });

  /** The bot speaks with people one by one; in a group it says so and leaves. */
  async function leaveGroup(ctx: Ctx): Promise<void> {
    const locale = ctx.from?.language_code === "en" ? "en" : "ru";
    const word = texts.voice({ locale })("common-no-groups");
    await ctx.reply(word).catch(() => log.info("group-word-refused", {}));
    await ctx.leaveChat().catch(() => log.info("group-not-left", {}));
  }

  return {
    api: bot.api,
    /** Asks Telegram who we are; call before the first update. */
    init: async (signal?: AbortSignal) => {
      await bot.init(signal && aborts(signal));
      return bot.botInfo;
    },
    /** Handles one update; see `HandleUpdate`. */
    handle: async (update: Update, signal: AbortSignal): Promise<FocusRow | null> => {
      signals.set(update, signal);
      await bot.handleUpdate(update).catch((error: unknown) => {
        throw error instanceof BotError ? error.error : error;
      });
      return outcomes.get(update)?.changedFocus() ?? null;
    },
    /** Apologises in the chat of an update that could not be handled. */
    giveUp: async (update: Update): Promise<void> => {
      const from = update.message?.from ?? update.callback_query?.from ?? update.edited_message?.from;
      if (!from) return;
      const ctx: Ctx = new Context(update, bot.api, bot.botInfo);
      const opened = await openTurn(ctx, from, new AbortController().signal);
      await router.fallback.sorry(opened.turn);
    },
  };
}

export type TropaBot = ReturnType<typeof createBot>;
export type { Turn };
