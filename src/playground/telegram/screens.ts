/** What a person sees: messages as plain data for tests and for the playground's page. */
import { shownButtons } from "./keyboards.ts";
import type { ChatMessage, EmulatedUser } from "./model.ts";
import type { Person, Stored, StoredFile } from "./world.ts";

const MILLISECONDS = 1000;

/** The message as it looks now; a copy that later changes do not reach. */
export function chatMessage(stored: Stored): ChatMessage {
  return {
    id: stored.id,
    kind: stored.kind,
    from: stored.from.id,
    byBot: stored.byBot,
    date: new Date(stored.date * MILLISECONDS),
    ...(stored.editDate === undefined ? {} : { editedAt: new Date(stored.editDate * MILLISECONDS) }),
    edited: stored.editDate !== undefined,
    text: stored.text,
    entities: stored.entities,
    ...(stored.html === undefined ? {} : { html: stored.html }),
    buttons: shownButtons(stored.markup),
    ...(stored.replyKeyboard ? { replyKeyboard: stored.replyKeyboard } : {}),
    ...(stored.file ? { file: shownFile(stored.file) } : {}),
    silent: stored.silent,
    protected: stored.protected,
    pinned: stored.pinned,
    ...(stored.replyTo === undefined ? {} : { replyTo: stored.replyTo }),
    ...(stored.albumId === undefined ? {} : { albumId: stored.albumId }),
    forwarded: stored.origin !== undefined,
    reactions: [...stored.reactions],
  };
}

const shownFile = ({ id, name, mime, bytes }: StoredFile) => ({ id, name, mime, size: bytes.length, bytes });

export function emulatedUser({ user, blocked, deactivated, started }: Person): EmulatedUser {
  return {
    id: user.id,
    firstName: user.first_name,
    ...(user.last_name === undefined ? {} : { lastName: user.last_name }),
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.language_code === undefined ? {} : { languageCode: user.language_code }),
    blocked,
    deactivated,
    started,
  };
}
