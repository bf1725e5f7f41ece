/** Methods that change or remove messages that stand in a chat already. */
import type { InlineKeyboardMarkup } from "@grammyjs/types";
import { type ChatId, messageIn, reachableChat } from "./chats.ts";
import { checkMarkup } from "./keyboards.ts";
import { documentOf, type Media, photoOf } from "./media.ts";
import { badRequest, notEmulated } from "./refusal.ts";
import { captionOf } from "./sending.ts";
import { apiMessage } from "./shapes.ts";
import type { Given, Methods, Station } from "./station.ts";
import { type ReadText, readCaption, readText } from "./text.ts";
import type { Stored } from "./world.ts";

const DELETE_WINDOW_SECONDS = 48 * 3600;
const MOST_AT_ONCE = 100;
const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

type Target = {
  chat_id?: ChatId;
  message_id?: number;
  inline_message_id?: string;
  reply_markup?: InlineKeyboardMarkup;
};
type NewLook = Partial<ReadText> & Partial<Media> & { markup: InlineKeyboardMarkup | undefined };

export function editingMethods(station: Station): Methods {
  return {
    editMessageText: (given) => {
      if (!("text" in given) || given.text === undefined) throw notEmulated("rich messages");
      const text = readText({ ...given, text: given.text });
      const { stored, markup } = target(station, given);
      if (stored.kind !== "text") throw badRequest("there is no text in the message to edit");
      return change(station, stored, { ...text, markup });
    },
    editMessageCaption: (given) => {
      const caption = readCaption(captionOf(given));
      const { stored, markup } = target(station, given);
      if (!stored.file) throw badRequest("there is no caption in the message to edit");
      return change(station, stored, { ...caption, markup });
    },
    editMessageReplyMarkup: (given) => {
      const { stored, markup } = target(station, given);
      return change(station, stored, { markup });
    },
    editMessageMedia: (given) => {
      const media = mediaOf(station, given);
      const { stored, markup } = target(station, given);
      return change(station, stored, { ...media, ...readCaption(captionOf(given.media)), markup });
    },
    deleteMessage: (given) => {
      const stored = messageIn(reachableChat(station.world, given.chat_id), given.message_id, "message to delete");
      if (!isDeletable(station, stored)) throw badRequest("message can't be deleted for everyone");
      remove(station, stored);
      return true;
    },
    deleteMessages: (given) => deleteMany(station, given),
  };
}

function target(station: Station, given: Target): { stored: Stored; markup: InlineKeyboardMarkup | undefined } {
  if (given.inline_message_id !== undefined) throw badRequest("MESSAGE_ID_INVALID");
  const markup = checkMarkup(given.reply_markup);
  const chat = reachableChat(station.world, given.chat_id ?? "");
  const stored = messageIn(chat, given.message_id, "message to edit");
  if (!stored.byBot || stored.origin || stored.replyKeyboard || stored.kind === "service") {
    throw badRequest("message can't be edited");
  }
  return { stored, markup };
}

function change(station: Station, stored: Stored, look: NewLook) {
  const { markup, ...content } = look;
  if (isSame(stored, look)) throw badRequest(NOT_MODIFIED);
  const touchesContent = Object.keys(content).length > 0;
  if (touchesContent && content.html === undefined) delete stored.html;
  Object.assign(stored, content);
  if (markup) stored.markup = markup;
  else delete stored.markup;
  stored.editDate = station.world.unixNow();
  station.world.tell({ kind: "edited", chatId: stored.chat.id, messageId: stored.id });
  return apiMessage(station.world, stored);
}

function isSame(stored: Stored, { text, entities, markup, file }: NewLook): boolean {
  if (file && file.id !== stored.file?.id) return false;
  if (text !== undefined && text !== stored.text) return false;
  if (entities && JSON.stringify(entities) !== JSON.stringify(stored.entities)) return false;
  return JSON.stringify(markup ?? null) === JSON.stringify(stored.markup ?? null);
}

function mediaOf({ world }: Station, { media }: Given<"editMessageMedia">): Media {
  if (media.type === "photo") return photoOf(world, media.media);
  if (media.type === "document") return documentOf(world, media.media);
  throw notEmulated(`editing a message to ${media.type}`);
}

const isDeletable = ({ world }: Station, stored: Stored): boolean =>
  world.unixNow() - stored.date < DELETE_WINDOW_SECONDS && (stored.byBot || stored.chat.kind === "private");

function remove({ world }: Station, stored: Stored): void {
  stored.chat.messages.delete(stored.id);
  world.tell({ kind: "deleted", chatId: stored.chat.id, messageId: stored.id });
}

function deleteMany(station: Station, given: Given<"deleteMessages">): true {
  const chat = reachableChat(station.world, given.chat_id);
  if (given.message_ids.length === 0) throw badRequest("Message identifiers are not specified");
  if (given.message_ids.length > MOST_AT_ONCE) throw badRequest("Too many message identifiers specified");
  const found = given.message_ids.flatMap((id) => chat.messages.get(id) ?? []);
  if (!found.every((stored) => isDeletable(station, stored))) throw badRequest("message can't be deleted for everyone");
  for (const stored of found) remove(station, stored);
  return true;
}
