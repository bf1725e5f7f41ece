/** What a message holds, in our words. */
import type { Message } from "@grammyjs/types";
import { cleanText } from "#core/text.ts";
import type { Heard } from "./turn.ts";

/** Telegram gives no name for some documents. */
const UNNAMED = "file";

type Other = Extract<Heard, { kind: "other" }>["what"];

function otherKind(message: Message): Other {
  if (message.voice || message.video_note || message.audio) return "voice";
  if (message.sticker || message.animation) return "sticker";
  if (message.photo) return "photo";
  if (message.location || message.venue) return "place";
  if (message.contact) return "contact";
  if (message.video) return "video";
  if (message.poll) return "poll";
  return "thing";
}

/** Reads a message; a text is cleaned of what no database and no screen can hold, and is otherwise as it was typed. */
export function hear(message: Message): Heard {
  if (message.text !== undefined) return { kind: "text", text: cleanText(message.text) };
  if (message.document && !message.animation) {
    const { file_id, file_name, mime_type, file_size } = message.document;
    const file = { fileId: file_id, name: file_name ?? UNNAMED, mime: mime_type ?? "", size: file_size ?? 0 };
    return { kind: "file", file, caption: cleanText(message.caption ?? ""), albumId: message.media_group_id ?? null };
  }
  return { kind: "other", what: otherKind(message), albumId: message.media_group_id ?? null };
}
