/** What Telegram shows of the bot: command menus, name, description. */
import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Locale } from "#core/screen.ts";
import { aborts } from "./signal.ts";

export type Introduction = {
  /** For all private chats, by language; null: every other language. */
  menus: { language: Locale | null; commands: BotCommand[] }[];
  presentation: { language: Locale | null; name: string; description: string; short: string }[];
  /** Menus of single chats. */
  chats: { chatId: bigint; commands: BotCommand[] }[];
};

const inLanguage = (language: Locale | null) => (language ? { language_code: language } : {});

/** The menu of one chat. It is a convenience: a failure is passed over, and the next start tries again. */
export async function showMenu(api: Api, { chatId, commands }: Introduction["chats"][number]): Promise<void> {
  await api.setMyCommands(commands, { scope: { type: "chat", chat_id: Number(chatId) } }).catch(() => undefined);
}

/** Tells Telegram all of it; repeating it changes nothing. Rejects with grammY's error when a call fails. */
export async function introduce(
  api: Api,
  { menus, presentation, chats }: Introduction,
  signal: AbortSignal,
): Promise<void> {
  const stop = aborts(signal);
  for (const { language, commands } of menus)
    await api.setMyCommands(commands, { scope: { type: "all_private_chats" }, ...inLanguage(language) }, stop);
  for (const { chatId, commands } of chats)
    await api
      .setMyCommands(commands, { scope: { type: "chat", chat_id: Number(chatId) } }, stop)
      .catch(() => undefined);
  for (const one of presentation) await present(api, one, stop);
}

/** Only what differs is told: Telegram lets a bot change its name a few times a day. */
async function present(
  api: Api,
  { language, name, description, short }: Introduction["presentation"][number],
  stop: ReturnType<typeof aborts>,
): Promise<void> {
  const code = inLanguage(language);
  if ((await api.getMyName(code, stop)).name !== name) await api.setMyName(name, code, stop);
  const shown = await api.getMyDescription(code, stop);
  if (shown.description !== description) await api.setMyDescription(description, code, stop);
  const brief = await api.getMyShortDescription(code, stop);
  if (brief.short_description !== short) await api.setMyShortDescription(short, code, stop);
}
