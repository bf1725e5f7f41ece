/** Finding the chat that a call names, and refusing those that the bot cannot reach. */
import { badRequest, forbidden } from "./refusal.ts";
import type { Chat, Stored, World } from "./world.ts";

export type ChatId = number | string;

/** The chat of a private conversation or a group in which the bot may write; otherwise a refusal. */
export function reachableChat(world: World, chatId: ChatId): Chat {
  const id = readId(chatId);
  return id > 0 ? reachablePerson(world, id) : reachableGroup(world, id);
}

/** The chat itself, also when the bot cannot write to it any more. */
export function knownChat(world: World, chatId: ChatId): Chat {
  const chat = world.chats.get(readId(chatId));
  if (!chat || (chat.kind === "private" && !world.person(chat.id).started)) throw badRequest("chat not found");
  return chat;
}

/** The message that a call speaks of, or a refusal that calls it `role`. */
export function messageIn(chat: Chat, messageId: number | undefined, role: string): Stored {
  if (messageId === undefined) throw badRequest("message identifier is not specified");
  const stored = chat.messages.get(messageId);
  if (!stored) throw badRequest(`${role} not found`);
  return stored;
}

function readId(chatId: ChatId): number {
  const id = Number(chatId);
  if (chatId === "") throw badRequest("chat_id is empty");
  if (!Number.isSafeInteger(id) || id === 0) throw badRequest("chat not found");
  return id;
}

function reachablePerson(world: World, id: number): Chat {
  const person = world.people.get(id);
  if (!person) throw badRequest("chat not found");
  if (person.deactivated) throw forbidden("user is deactivated");
  if (!person.started) {
    const seen = [...world.chats.values()].some((chat) => chat.bot === "member" && chat.members.has(id));
    throw seen ? forbidden("bot can't initiate conversation with a user") : badRequest("chat not found");
  }
  if (person.blocked) throw forbidden("bot was blocked by the user");
  return world.privateChat(id);
}

function reachableGroup(world: World, id: number): Chat {
  const chat = world.chats.get(id);
  if (!chat) throw badRequest("chat not found");
  if (chat.migratedTo !== undefined) {
    throw badRequest("group chat was upgraded to a supergroup chat", { migrate_to_chat_id: chat.migratedTo });
  }
  if (chat.bot === "kicked") throw forbidden(`bot was kicked from the ${chat.kind} chat`);
  if (chat.bot === "left") throw forbidden(`bot is not a member of the ${chat.kind} chat`);
  return chat;
}
