/** From an HTTP request to the parameters of a call: JSON, urlencoded, multipart, and the query string. */
import type { IncomingMessage } from "node:http";
import { boundaryOf, readMultipart } from "./multipart.ts";
import { badRequest, Refusal } from "./refusal.ts";
import { isUpload, type Upload } from "./upload.ts";
import { type Parameters, readForm } from "./validate.ts";

/** 50 MB for a file and something for the fields around it. */
const MOST_BYTES = 51 * 1024 * 1024;
const ATTACHED = "attach://";

/** The whole body; 413 when it exceeds what Telegram takes. Rejects when the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  if (size > MOST_BYTES) throw new Refusal(413, "Request Entity Too Large");
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** The parameters of a call, with uploads in the places that refer to them. */
export function readParameters(method: string, contentType: string, body: Buffer, query: URLSearchParams): Parameters {
  const asked = query.size > 0 ? readForm(method, Object.fromEntries(query)) : {};
  if (body.length === 0) return asked;
  const type = contentType.toLowerCase();
  if (type.startsWith("application/json")) return { ...asked, ...readJson(body) };
  if (type.startsWith("multipart/form-data")) {
    const { fields, files } = readMultipart(body, boundaryOf(contentType) ?? "");
    return { ...asked, ...attach(readForm(method, fields), files) };
  }
  return { ...asked, ...readForm(method, Object.fromEntries(new URLSearchParams(body.toString("utf8")))) };
}

function readJson(body: Buffer): Parameters {
  try {
    const parsed: unknown = JSON.parse(body.toString("utf8"));
    if (isRecord(parsed)) return withoutNulls(parsed);
  } catch {
    throw badRequest("can't parse JSON encoded request");
  }
  throw badRequest("can't parse JSON encoded request: it must be an Object");
}

/** A parameter that is null was not given. */
function withoutNulls(params: Parameters): Parameters {
  for (const key of Object.keys(params)) if (params[key] === null) delete params[key];
  return params;
}

const isRecord = (value: unknown): value is Parameters =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Puts files where `attach://name` stands; a file nobody refers to is the parameter of its own name. */
function attach(params: Parameters, files: Map<string, Upload>): Parameters {
  const used = new Set<string>();
  const replace = (value: unknown): unknown => {
    if (typeof value === "string" && value.startsWith(ATTACHED)) {
      const name = value.slice(ATTACHED.length);
      const file = files.get(name);
      used.add(name);
      if (!file) throw badRequest("file not found among the attached files");
      return file;
    }
    if (Array.isArray(value)) return value.map(replace);
    if (!isRecord(value) || isUpload(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  const attached: Parameters = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, replace(value)]));
  for (const [name, file] of files) {
    if (!used.has(name)) attached[name] = file;
  }
  return attached;
}
