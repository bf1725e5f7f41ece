/** Files that a bot sends: their sizes, and whether a picture is one. */
import { badRequest, Refusal } from "./refusal.ts";
import { documentContent, photoContent } from "./shapes.ts";
import { isUpload, type Upload } from "./upload.ts";
import type { Stored, StoredFile, World } from "./world.ts";

const MEGABYTE = 1024 * 1024;
const LARGEST_UPLOAD = 50 * MEGABYTE;
const LARGEST_PHOTO = 10 * MEGABYTE;
const LONGEST_SIDES = 10_000;
const WIDEST_RATIO = 20;
/** For a picture whose header does not tell. */
const ASSUMED = { width: 800, height: 600 };

export type Media = Pick<Stored, "kind" | "content"> & { file: StoredFile };

/** A document from an upload or from the id of a file that Telegram has. */
export function documentOf(world: World, given: Upload | string): Media {
  const file = fileOf(world, given, "documents");
  return { kind: "document", file, content: documentContent(file) };
}

/** A photo; refused unless it is a PNG or JPEG that Telegram would show. */
export function photoOf(world: World, given: Upload | string): Media {
  if (isUpload(given) && given.bytes.length > LARGEST_PHOTO) {
    const size = given.bytes.length;
    throw badRequest(`file of size ${size} bytes is too big for a photo; the maximum size is ${LARGEST_PHOTO} bytes`);
  }
  if (isUpload(given) && given.bytes.length > 0 && !imageSize(given.bytes)) throw badRequest("IMAGE_PROCESS_FAILED");
  const file = fileOf(world, given, "photos");
  const size = imageSize(file.bytes);
  if (!size) throw badRequest("can't use file of type Document as Photo");
  const { width, height } = size;
  if (width + height > LONGEST_SIDES || Math.max(width / height, height / width) > WIDEST_RATIO) {
    throw badRequest("PHOTO_INVALID_DIMENSIONS");
  }
  return { kind: "photo", file, content: photoContent(file, size) };
}

function fileOf(world: World, given: Upload | string, folder: string): StoredFile {
  if (isUpload(given)) {
    if (given.bytes.length > LARGEST_UPLOAD) throw new Refusal(413, "Request Entity Too Large");
    if (given.bytes.length === 0) throw badRequest("file must be non-empty");
    return world.keepFile(folder, { ...given, mime: mimeOf(given) });
  }
  const known = typeof given === "string" ? world.files.get(given) : undefined;
  if (!known) throw badRequest("wrong remote file identifier specified: Wrong string length");
  return known;
}

const MIMES: Record<string, string> = {
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ics: "text/calendar",
  jpg: "image/jpeg",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** Telegram goes by the name when the bot did not say what kind of file it is. */
function mimeOf({ name, mime }: Upload): string {
  if (mime !== "application/octet-stream") return mime;
  return MIMES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? mime;
}

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/** Width and height of a PNG or JPEG; undefined for anything else. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, index) => bytes[index] === byte)) {
    if (bytes.length < 24) return ASSUMED;
    return sane(view.getUint32(16), view.getUint32(20));
  }
  return JPEG.every((byte, index) => bytes[index] === byte) ? jpegSize(view) : undefined;
}

function jpegSize(view: DataView): { width: number; height: number } {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sane(view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return ASSUMED;
}

const sane = (width: number, height: number) => (width > 0 && height > 0 ? { width, height } : ASSUMED);
