/** Checks a call against the specification and says no in Telegram's words where it has words for it. */
import { badRequest, Refusal } from "./refusal.ts";
import { type Check, createSchemas, type Flaw, MISSING, UNKNOWN } from "./schema.ts";
import { SPEC, type SpecType } from "./spec.ts";

export type Parameters = Record<string, unknown>;
/** How a form field is read: as it stands, or as a number, a truth value, or JSON. */
type Reading = "text" | "number" | "boolean" | "json";

type Method = { name: string; check: Check; readings: Map<string, Reading> };

const { objectOf } = createSchemas(SPEC.types);

/** Telegram's names of methods are case-insensitive. */
const methods = new Map<string, Method>(
  Object.entries(SPEC.methods).map(([name, fields]) => [
    name.toLowerCase(),
    { name, check: objectOf(fields), readings: readingsOf(fields) },
  ]),
);

/** The method's name as it is declared; 404 when there is none. */
export function methodNamed(name: string): string {
  const method = methods.get(name.toLowerCase());
  if (!method) throw new Refusal(404, "Not Found");
  return method.name;
}

/** Throws a refusal unless every parameter is declared, of the right type, and none is missing. */
export function validate(name: string, params: Parameters): void {
  const found = methods.get(name.toLowerCase())?.check(params);
  if (found) throw badRequest(wordsFor(name, found));
}

/** Gives the fields of a form the types that the method declares; those unknown stay as they are, to be refused. */
export function readForm(name: string, fields: Parameters): Parameters {
  const readings = methods.get(name.toLowerCase())?.readings;
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === "string" ? readField(key, value, readings?.get(key) ?? "text") : value,
    ]),
  );
}

function readField(key: string, value: string, reading: Reading): unknown {
  if (reading === "text") return value;
  if (reading === "number") return value.trim() === "" ? undefined : Number(value);
  if (reading === "boolean") return ["true", "yes", "1"].includes(value.toLowerCase());
  if (value === "") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${key.replaceAll("_", " ")} JSON object`);
  }
}

function readingsOf(fields: { [field: string]: SpecType }): Map<string, Reading> {
  return new Map(Object.entries(fields).map(([field, type]) => [field.replace("?", ""), readingOf(type)]));
}

function readingOf(type: SpecType): Reading {
  if (typeof type === "string") {
    if (type === "number") return "number";
    return type === "boolean" || type === "true" ? "boolean" : "text";
  }
  if ("is" in type) return type.is.every((one) => typeof one === "number") ? "number" : "text";
  if ("union" in type) return type.union.some((one) => readingOf(one) === "text") ? "text" : "json";
  if ("ref" in type) return readingOf(SPEC.types[type.ref] ?? "any") === "text" ? "text" : "json";
  return "json";
}

const EMPTY: Record<string, string> = {
  text: "Message text is empty",
  chat_id: "chat_id is empty",
  from_chat_id: "chat_id is empty",
  message_ids: "Message identifiers are not specified",
  file_id: "file_id not specified",
  document: "there is no document in the request",
  photo: "there is no photo in the request",
  media: "media not found",
  action: "wrong parameter action in request",
  callback_query_id: "query is too old and response timeout expired or query ID is invalid",
};

function wordsFor(name: string, { at, says }: Flaw): string {
  const top = at.split(".")[0] ?? at;
  if (says === UNKNOWN && at === top) return `unknown parameter "${at}" of ${name}`;
  if (says === UNKNOWN) return `unknown field "${at}" of ${name}`;
  if (says === MISSING && at === top) return EMPTY[at] ?? `parameter "${at}" is required`;
  if (says === MISSING) return `Can't find field "${at}"`;
  if (top === "parse_mode") return "Unsupported parse_mode";
  if (top === "action") return "wrong parameter action in request";
  return `Field "${at}" ${says}`;
}
