/** A file that came inside a request. Only the body parser makes one, so that JSON cannot pretend to be a file. */

export type Upload = { name: string; mime: string; bytes: Uint8Array };

const made = new WeakSet<object>();

export function makeUpload(name: string, mime: string, bytes: Uint8Array): Upload {
  const upload = { name, mime, bytes };
  made.add(upload);
  return upload;
}

export const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" && value !== null && made.has(value);

/** A copy of `value` for the call log, in which files stand as name and size. */
export function withoutBytes(value: unknown): unknown {
  if (isUpload(value)) return { file: value.name, size: value.bytes.length };
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBytes(inner)]));
}
