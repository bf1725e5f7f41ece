/** Methods around messages: answers to taps, actions shown in the chat, files to fetch, pins, reactions, chats. */
import { knownChat, messageIn, reachableChat } from "./chats.ts";
import type { CallbackAnswer } from "./model.ts";
import { badRequest, notEmulated } from "./refusal.ts";
import { apiChat, fileFields } from "./shapes.ts";
import type { Given, Methods, Station } from "./station.ts";
import { CALLBACK_LIFE } from "./world.ts";

const LONGEST_ANSWER = 200;
const LARGEST_DOWNLOAD = 20 * 1024 * 1024;
const ACTION_LIFE = 5_000;
const TOO_OLD = "query is too old and response timeout expired or query ID is invalid";

export function conversingMethods(station: Station): Methods {
  const { world } = station;
  return {
    answerCallbackQuery: (given) => answer(station, given),
    sendChatAction: (given) => {
      const chat = reachableChat(world, given.chat_id);
      chat.typing = { action: given.action, until: world.clock.monotonic() + ACTION_LIFE };
      world.tell({ kind: "typing", chatId: chat.id });
      return true;
    },
    getFile: (given) => {
      if (given.file_id === "") throw badRequest("file_id not specified");
      const file = world.files.get(given.file_id);
      if (!file) throw badRequest("wrong file_id or the file is temporarily unavailable");
      if (file.bytes.length > LARGEST_DOWNLOAD) throw badRequest("file is too big");
      return { ...fileFields(file), file_path: file.path };
    },
    pinChatMessage: (given) => pin(station, given.chat_id, given.message_id, true),
    unpinChatMessage: (given) => pin(station, given.chat_id, given.message_id, false),
    setMessageReaction: (given) => react(station, given),
    getChat: (given) => ({
      ...apiChat(world, knownChat(world, given.chat_id)),
      accent_color_id: 0,
      max_reaction_count: 11,
    }),
    leaveChat: (given) => leave(station, given.chat_id),
  };
}

function answer({ world }: Station, given: Given<"answerCallbackQuery">): true {
  if ((given.text ?? "").length > LONGEST_ANSWER) throw badRequest("MESSAGE_TOO_LONG");
  const tap = world.taps.get(given.callback_query_id);
  const age = tap ? world.clock.now().getTime() - tap.at.getTime() : 0;
  if (tap?.state().kind !== "waiting" || age > CALLBACK_LIFE) throw badRequest(TOO_OLD);
  const opensBot = new RegExp(`^(https://t\\.me/|tg://resolve\\?domain=)${world.bot.username}\\b`, "i");
  if (given.url !== undefined && given.url !== "" && !opensBot.test(given.url)) throw badRequest("URL_INVALID");
  const shown: CallbackAnswer = {
    ...(given.text ? { text: given.text } : {}),
    ...(given.url ? { url: given.url } : {}),
    alert: given.show_alert ?? false,
  };
  tap.finish(shown);
  world.tell({ kind: "answered", chatId: tap.chatId, tapId: tap.id, answer: shown });
  return true;
}

function pin({ world }: Station, chatId: number | string, messageId: number | undefined, pinned: boolean): true {
  const chat = reachableChat(world, chatId);
  const last = [...chat.messages.values()].findLast((stored) => stored.pinned);
  const id = messageId ?? (pinned ? undefined : (last?.id ?? -1));
  const stored = messageIn(chat, id, pinned ? "message to pin" : "message to unpin");
  stored.pinned = pinned;
  world.tell({ kind: "edited", chatId: chat.id, messageId: stored.id });
  return true;
}

function react({ world }: Station, given: Given<"setMessageReaction">): true {
  const stored = messageIn(reachableChat(world, given.chat_id), given.message_id, "message to react");
  const reactions = given.reaction ?? [];
  if (reactions.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  stored.reactions = reactions.map((reaction) => {
    if (reaction.type !== "emoji") throw notEmulated(`a reaction of type ${reaction.type}`);
    return reaction.emoji;
  });
  world.tell({ kind: "edited", chatId: stored.chat.id, messageId: stored.id });
  return true;
}

function leave({ world, updates }: Station, chatId: number | string): true {
  const chat = reachableChat(world, chatId);
  if (chat.kind === "private") throw badRequest("chat member status can't be changed in private chats");
  chat.bot = "left";
  updates.push(botMoved(world, chat, world.bot, "member", "left"));
  return true;
}

/** The update that tells the bot that its own place in a chat has changed. */
export function botMoved(
  world: Station["world"],
  chat: Parameters<typeof apiChat>[1],
  by: { id: number; is_bot: boolean; first_name: string },
  before: string,
  now: string,
) {
  const member = (status: string) => ({ user: world.bot, status, ...(status === "kicked" ? { until_date: 0 } : {}) });
  const change: Record<string, unknown> = {
    chat: apiChat(world, chat),
    from: by,
    date: world.unixNow(),
    old_chat_member: member(before),
    new_chat_member: member(now),
  };
  return { my_chat_member: change };
}
