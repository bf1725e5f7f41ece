/** Turns types of the specification into checks, once; a check of a good value makes no garbage. */
import { SPEC, type SpecType } from "./spec.ts";
import { isUpload } from "./upload.ts";

/** What is wrong with a value and where in it; `at` is a dotted path, empty for the value itself. */
export type Flaw = { at: string; says: string };
export type Check = (value: unknown) => Flaw | undefined;

const OBJECT = "must be of type Object";
const named = new Map<string, Check>();
const flaw = (says: string): Flaw => ({ at: "", says });
const inside = (key: string | number, inner: Flaw): Flaw => ({
  at: inner.at ? `${key}.${inner.at}` : `${key}`,
  says: inner.says,
});
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isUpload(value);

const WORDS: Record<string, Check> = {
  string: (value) => (typeof value === "string" ? undefined : flaw("must be of type String")),
  number: (value) => (Number.isFinite(value) ? undefined : flaw("must be of type Number")),
  boolean: (value) => (typeof value === "boolean" ? undefined : flaw("must be of type Boolean")),
  true: (value) => (value === true ? undefined : flaw("must be true")),
  file: (value) => (isUpload(value) ? undefined : flaw("must be a file")),
  any: () => undefined,
  never: () => flaw("can't be given here"),
};

/** The check for a type; types that refer to themselves are fine. */
export function compile(type: SpecType): Check {
  if (typeof type === "string") return WORDS[type] ?? (() => flaw(`has a type that is not known here: ${type}`));
  if ("ref" in type) return reference(type.ref);
  if ("is" in type) return oneOf(type.is);
  if ("list" in type) return listOf(compile(type.list));
  if ("union" in type) return anyOf(type.union);
  return objectOf(type.object);
}

function reference(name: string): Check {
  return (value) => {
    let check = named.get(name);
    if (!check) {
      check = compile(SPEC.types[name] ?? "any");
      named.set(name, check);
    }
    return check(value);
  };
}

function oneOf(literals: readonly (string | number | boolean)[]): Check {
  const allowed = new Set<unknown>(literals);
  return (value) => (allowed.has(value) ? undefined : flaw("has a value that is not one of those declared"));
}

function listOf(item: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return flaw("must be of type Array");
    for (let index = 0; index < value.length; index++) {
      const found = item(value[index]);
      if (found) return inside(index, found);
    }
    return undefined;
  };
}

/** Checks an object with exactly these fields; a name that ends in "?" may be absent, and null counts as absent. */
export function objectOf(fields: { [field: string]: SpecType }): Check {
  const checks = new Map<string, Check>();
  const required: string[] = [];
  for (const [field, type] of Object.entries(fields)) {
    const name = field.replace("?", "");
    checks.set(name, compile(type));
    if (name === field) required.push(name);
  }
  return (value) => {
    if (!isObject(value)) return flaw(OBJECT);
    for (const key in value) {
      const inner = value[key];
      if (inner === undefined || inner === null) continue;
      const found = (checks.get(key) ?? unknown)(inner);
      if (found) return inside(key, found);
    }
    const missing = required.find((key) => value[key] === undefined || value[key] === null);
    return missing === undefined ? undefined : inside(missing, flaw(MISSING));
  };
}

export const UNKNOWN = "is not known";
export const MISSING = "is required";
const unknown: Check = () => flaw(UNKNOWN);

/** Accepts what any of the types accepts; otherwise tells the flaw of the form that was probably meant. */
function anyOf(types: readonly SpecType[]): Check {
  const forms = types.map((type) => ({ check: compile(type), tag: tagOf(type) }));
  return (value) => {
    let deepest: Flaw | undefined;
    for (const { check, tag } of forms) {
      if (tag && isObject(value) && value[tag.field] !== undefined && !tag.values.includes(value[tag.field])) continue;
      const found = check(value);
      if (!found) return undefined;
      if (!deepest || found.at.length > deepest.at.length) deepest = found;
    }
    return deepest ?? flaw("has a type that is not one of those declared");
  };
}

type Tag = { field: string; values: unknown[] };

/** The field whose literal value tells this form of a union from the others, such as `type`. */
function tagOf(type: SpecType): Tag | undefined {
  if (typeof type === "string") return undefined;
  if ("ref" in type) return tagOf(SPEC.types[type.ref] ?? "any");
  if (!("object" in type)) return undefined;
  for (const field of ["type", "source", "status"]) {
    const literal = type.object[field];
    if (typeof literal === "object" && "is" in literal) return { field, values: literal.is };
  }
  return undefined;
}
