/** The Bot API's own shapes of what the world remembers. */
import type { Stored, StoredFile, World } from "./world.ts";

type Json = Record<string, unknown>;

/** A `Chat`, as the bot sees it. */
export function apiChat(world: World, chat: Stored["chat"]): Json {
  if (chat.kind !== "private") return { id: chat.id, type: chat.kind, title: chat.title };
  const { first_name, last_name, username } = world.person(chat.id).user;
  return {
    id: chat.id,
    type: "private",
    first_name,
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
  };
}

/** A `Message` with the message it replies to, one level deep. */
export function apiMessage(world: World, stored: Stored, deep = true): Json {
  const hasText = stored.kind === "text";
  const answered = stored.replyTo === undefined ? undefined : stored.chat.messages.get(stored.replyTo);
  const message: Json = {
    message_id: stored.id,
    from: stored.from,
    chat: apiChat(world, stored.chat),
    date: stored.date,
    ...stored.content,
  };
  if (stored.editDate !== undefined) message.edit_date = stored.editDate;
  if (stored.text !== "") message[hasText ? "text" : "caption"] = stored.text;
  if (stored.entities.length > 0) message[hasText ? "entities" : "caption_entities"] = stored.entities;
  if (stored.markup) message.reply_markup = stored.markup;
  if (stored.albumId !== undefined) message.media_group_id = stored.albumId;
  if (stored.protected) message.has_protected_content = true;
  if (stored.origin) message.forward_origin = stored.origin;
  if (deep && answered) message.reply_to_message = apiMessage(world, answered, false);
  return message;
}

/** A message as it stands in a callback query: one that is gone is only a place. */
export function apiMaybeMessage(world: World, chat: Stored["chat"], messageId: number): Json {
  const stored = chat.messages.get(messageId);
  return stored ? apiMessage(world, stored) : { chat: apiChat(world, chat), message_id: messageId, date: 0 };
}

export const documentContent = (file: StoredFile): Json => ({
  document: { ...fileFields(file), file_name: file.name, mime_type: file.mime },
});

export const photoContent = (file: StoredFile, size: { width: number; height: number }): Json => ({
  photo: [{ ...fileFields(file), ...size }],
});

export const fileFields = (file: StoredFile): Json => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_size: file.bytes.length,
});
