/** Reads multipart/form-data: fields as text, files as uploads. Tolerant of line ends, bounded in parts and sizes. */
import { badRequest } from "./refusal.ts";
import { makeUpload, type Upload } from "./upload.ts";

export type Form = { fields: Record<string, string>; files: Map<string, Upload> };

const MOST_PARTS = 200;
const LONGEST_HEADERS = 8_192;

/** The boundary of a content type, or undefined when it has none. */
export const boundaryOf = (contentType: string): string | undefined =>
  /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType)?.slice(1).find(Boolean);

/** Reads a whole body; what stands before the first and after the last boundary is ignored. */
export function readMultipart(body: Buffer, boundary: string): Form {
  const form: Form = { fields: {}, files: new Map() };
  const mark = Buffer.from(`--${boundary}`);
  let start = body.indexOf(mark);
  if (start < 0) throw badRequest("can't parse multipart form data");
  for (let parts = 0; ; parts++) {
    if (parts > MOST_PARTS) throw badRequest("too many parts in the form data");
    const from = start + mark.length;
    if (body.toString("latin1", from, from + 2) === "--") return form;
    const end = body.indexOf(mark, from);
    if (end < 0) throw badRequest("can't parse multipart form data");
    readPart(body.subarray(from, end), form);
    start = end;
  }
}

function readPart(part: Buffer, form: Form): void {
  const begin = lineEnd(part, 0);
  const blank = blankLine(part, begin);
  if (blank.at < 0 || blank.at > LONGEST_HEADERS) throw badRequest("can't parse multipart form data");
  const headers = part.toString("utf8", begin, blank.at);
  const content = part.subarray(blank.end, withoutLineEnd(part));
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? "";
  const name = attribute(disposition, "name");
  if (name === undefined) return;
  const fileName = attribute(disposition, "filename");
  if (fileName === undefined) {
    form.fields[name] = content.toString("utf8");
    return;
  }
  const mime = /^content-type:\s*([^\r\n;]+)/im.exec(headers)?.[1]?.trim() ?? "application/octet-stream";
  form.files.set(name, makeUpload(cleanName(fileName), mime, new Uint8Array(content)));
}

const lineEnd = (part: Buffer, at: number): number =>
  part[at] === 13 && part[at + 1] === 10 ? at + 2 : part[at] === 10 ? at + 1 : at;

function blankLine(part: Buffer, from: number): { at: number; end: number } {
  const strict = part.indexOf("\r\n\r\n", from);
  if (strict >= 0) return { at: strict, end: strict + 4 };
  const loose = part.indexOf("\n\n", from);
  return { at: loose, end: loose + 2 };
}

function withoutLineEnd(part: Buffer): number {
  if (part.at(-1) !== 10) return part.length;
  return part.at(-2) === 13 ? part.length - 2 : part.length - 1;
}

/**
 * A parameter of a header. RFC 5987 names win; quotes are escaped as browsers do (%22) or by backslashes; a name without
 * quotes goes on to the next parameter, and a file's name, which grammY writes last and bare, to the end of the line.
 */
function attribute(header: string, name: string): string | undefined {
  const extended = new RegExp(`[;\\s]${name}\\*=UTF-8''([^;\\s]+)`, "i").exec(header)?.[1];
  if (extended !== undefined) return decoded(extended);
  const bare = name === "filename" ? ".*" : "[^;\\s]+";
  const plain = new RegExp(`[;\\s]${name}=(?:"((?:\\\\.|[^"\\\\])*)"|(${bare}))`, "i").exec(header);
  if (!plain) return undefined;
  const [, quoted, unquoted = ""] = plain;
  return quoted === undefined ? unquoted.trim() : unescaped(quoted);
}

const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, "$1").replace(/%22|%0D|%0A/g, (code) => decodeURIComponent(code));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Only the last part of a path, as Telegram keeps it. */
const cleanName = (name: string): string => name.split(/[/\\]/).at(-1)?.replaceAll("\0", "") || "file";
