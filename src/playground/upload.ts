/** Files on their way from the page to the emulator and back. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { pictureType } from "./seen.ts";
import type { Emulator, NewFile } from "./telegram/model.ts";

/** What the page may send at once: one file of the size that bots are given, or several smaller ones. */
const UPLOAD_BYTES = 50 * 1024 * 1024;
export const JSON_BYTES = 256 * 1024;

/** The whole body, or null when it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function filesOf(form: FormData): Promise<NewFile[]> {
  const caption = form.get("caption");
  const files = form.getAll("file").filter((part) => part instanceof File);
  return Promise.all(
    files.map(async (file, index) => ({
      name: file.name,
      mime: file.type || "application/octet-stream",
      bytes: new Uint8Array(await file.arrayBuffer()),
      ...(index === 0 && typeof caption === "string" && caption ? { caption } : {}),
    })),
  );
}

/**
 * Sends what the form holds as its `user`: one picture as a photo unless `as` is "file", one file as it is, several as an album.
 * Returns the HTTP status: 413 when it is too long, 400 when it is no such form.
 */
export async function receiveFiles(request: IncomingMessage, emulator: Emulator): Promise<number> {
  const body = await readBody(request, UPLOAD_BYTES);
  if (!body) return 413;
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return 400;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const user = Number(form.get("user"));
  const files = await filesOf(form);
  const [first] = files;
  if (!first || !Number.isSafeInteger(user)) return 400;
  if (files.length > 1) emulator.sendAlbum(user, files);
  else if (pictureType(first.bytes) && form.get("as") !== "file") emulator.sendPhoto(user, first);
  else emulator.sendFile(user, first, form.has("replyTo") ? { replyTo: Number(form.get("replyTo")) } : {});
  return 200;
}

const quoted = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** Gives out the file of a message: pictures may be shown, everything else is a download. */
export function giveFile(path: string, emulator: Emulator, response: ServerResponse): void {
  const [, chatId, messageId] = /^\/files\/(-?\d+)\/(\d+)$/.exec(path) ?? [];
  const known = emulator.users().some((user) => user.id === Number(chatId));
  const message = known ? emulator.chat(Number(chatId)).find((one) => one.id === Number(messageId)) : undefined;
  const file = message?.file;
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const shown = pictureType(file.bytes);
  response.writeHead(200, {
    "content-type": shown ?? "application/octet-stream",
    "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${quoted(file.name)}`,
    "content-length": file.bytes.byteLength,
  });
  response.end(file.bytes);
}
