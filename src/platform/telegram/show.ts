/** Puts a `Screen` into a chat: edits the message whose button was tapped when that is possible, sends a new one otherwise. */
import type { Api } from "grammy";
import type { Screen } from "#core/screen.ts";
import type { Log } from "#platform/log.ts";
import { htmlToPlain, screenToEdit, screenToFile, screenToPayload } from "./payload.ts";
import type { Reach } from "./reach.ts";
import { aborts } from "./signal.ts";

export type Show = {
  /** A new message. Gives its id, or null when the person cannot be reached. */
  send(screen: Screen): Promise<number | null>;
  /** New content for an old message; "gone" when it cannot be edited any more. */
  edit(messageId: number, screen: Screen): Promise<"shown" | "gone">;
  /** Takes the buttons off a message that is no longer the present screen; fails silently. */
  retire(messageId: number): Promise<void>;
};

export function createShow({ api, log }: { api: Api; log: Log }) {
  return (chatId: bigint, reach: Reach): Show => {
    const chat = Number(chatId);

    async function sendText(screen: Screen): Promise<number | null> {
      const { text, options } = screenToPayload(screen);
      const sent = await reach(chatId, (signal) => api.sendMessage(chat, text, options, aborts(signal)));
      if (sent.kind === "done") return sent.value.message_id;
      if (sent.kind !== "badEntities") return null;
      log.error("broken-entities", { at: "send" });
      const { parse_mode: _, ...plain } = options;
      const again = await reach(chatId, (signal) => api.sendMessage(chat, htmlToPlain(text), plain, aborts(signal)));
      return again.kind === "done" ? again.value.message_id : null;
    }

    async function sendFile(screen: Screen, file: { bytes: Uint8Array; name: string }): Promise<number | null> {
      const sent = await reach(chatId, async (signal) => {
        const { file: input, options } = screenToFile(screen, file);
        const message = screen.picture
          ? await api.sendPhoto(chat, input, options, aborts(signal))
          : await api.sendDocument(chat, input, options, aborts(signal));
        return message.message_id;
      });
      return sent.kind === "done" ? sent.value : null;
    }

    return {
      send: (screen) => {
        const file = screen.picture ?? screen.document;
        return file ? sendFile(screen, file) : sendText(screen);
      },
      edit: async (messageId, screen) => {
        const { text, options } = screenToEdit(screen);
        const edited = await reach(chatId, (signal) =>
          api.editMessageText(chat, messageId, text, options, aborts(signal)),
        );
        if (edited.kind === "badEntities") log.error("broken-entities", { at: "edit" });
        return edited.kind === "gone" || edited.kind === "badEntities" ? "gone" : "shown";
      },
      retire: async (messageId) => {
        await reach(chatId, (signal) =>
          api.editMessageReplyMarkup(chat, messageId, { reply_markup: { inline_keyboard: [] } }, aborts(signal)),
        );
      },
    };
  };
}
