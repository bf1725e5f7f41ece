/** Methods that put a new message into a chat. */
import type { ReplyParameters } from "@grammyjs/types";
import { type ChatId, messageIn, reachableChat } from "./chats.ts";
import { checkMarkup, isInline, type Markup, shownKeyboard } from "./keyboards.ts";
import { documentOf, photoOf } from "./media.ts";
import { badRequest } from "./refusal.ts";
import { apiMessage } from "./shapes.ts";
import type { Given, Methods, Station } from "./station.ts";
import { type GivenText, type ReadText, readCaption, readText } from "./text.ts";
import type { Chat, Stored } from "./world.ts";

/** What all sending methods share. */
type Envelope = {
  chat_id: ChatId;
  disable_notification?: boolean;
  protect_content?: boolean;
  reply_parameters?: ReplyParameters;
  reply_to_message_id?: number;
  reply_markup?: Markup;
};
type Content = Partial<ReadText> & Pick<Stored, "kind"> & Partial<Pick<Stored, "content" | "file" | "origin">>;

export function sendingMethods(station: Station): Methods {
  const { world } = station;
  const send = (envelope: Envelope, content: (chat: Chat) => Content) =>
    apiMessage(world, post(station, envelope, content));
  return {
    sendMessage: (given) => {
      const text = readText(given);
      return send(given, () => ({ kind: "text", ...text }));
    },
    sendDocument: (given) => {
      const caption = readCaption(captionOf(given));
      return send(given, () => ({ ...documentOf(world, given.document), ...caption }));
    },
    sendPhoto: (given) => {
      const caption = readCaption(captionOf(given));
      return send(given, () => ({ ...photoOf(world, given.photo), ...caption }));
    },
    copyMessage: (given) => copy(station, given),
    forwardMessage: (given) => forward(station, given),
  };
}

type Captioned = Pick<Given<"sendDocument">, "caption" | "parse_mode" | "caption_entities">;

export const captionOf = (given: Captioned): GivenText => ({
  text: given.caption ?? "",
  parse_mode: given.parse_mode,
  entities: given.caption_entities,
});

function post(station: Station, envelope: Envelope, contentFor: (chat: Chat) => Content): Stored {
  const { world, floods } = station;
  const markup = checkMarkup(envelope.reply_markup);
  const chat = reachableChat(world, envelope.chat_id);
  const replyTo = repliedTo(chat, envelope);
  const content = contentFor(chat);
  floods.spend(chat.id);
  const keyboard = markup && shownKeyboard(markup);
  return world.post(chat, {
    byBot: true,
    from: world.bot,
    silent: envelope.disable_notification ?? false,
    protected: envelope.protect_content ?? false,
    ...content,
    ...(markup && isInline(markup) ? { markup } : {}),
    ...(keyboard ? { replyKeyboard: keyboard } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

function repliedTo(chat: Chat, { reply_parameters, reply_to_message_id }: Envelope): number | undefined {
  const id = reply_parameters?.message_id ?? reply_to_message_id;
  if (id === undefined || chat.messages.has(id)) return id;
  if (reply_parameters?.allow_sending_without_reply) return undefined;
  throw badRequest("message to be replied not found");
}

function copy(station: Station, given: Given<"copyMessage">) {
  const source = messageIn(reachableChat(station.world, given.from_chat_id), given.message_id, "message to copy");
  if (source.kind === "service") throw badRequest("message can't be copied");
  const caption = given.caption === undefined ? {} : readCaption(captionOf(given));
  return { message_id: post(station, given, () => ({ ...contentOf(source), ...caption })).id };
}

function forward(station: Station, given: Given<"forwardMessage">) {
  const { world } = station;
  const source = messageIn(reachableChat(world, given.from_chat_id), given.message_id, "message to forward");
  if (source.kind === "service" || source.protected) throw badRequest("message can't be forwarded");
  const origin = { type: "user" as const, sender_user: source.from, date: source.date };
  return apiMessage(
    world,
    post(station, given, () => ({ ...contentOf(source), origin })),
  );
}

/** Copies and forwards carry everything but the buttons. */
const contentOf = ({ kind, text, entities, html, file, content }: Stored) => ({
  kind,
  text,
  entities,
  content,
  ...(html === undefined ? {} : { html }),
  ...(file ? { file } : {}),
});
