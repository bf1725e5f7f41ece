/** Turns types of the specification into checks, once; a check of a good value makes no garbage. */
import type { Spec, SpecType } from "./spec.ts";
import { isUpload } from "./upload.ts";

/** What is wrong with a value and where in it; `at` is a dotted path, empty for the value itself. */
export type Flaw = { at: string; says: string };
export type Check = (value: unknown) => Flaw | undefined;

const flaw = (says: string): Flaw => ({ at: "", says });
const inside = (key: string | number, inner: Flaw): Flaw => ({
  at: inner.at ? `${key}.${inner.at}` : `${key}`,
  says: inner.says,
});
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isUpload(value);

export const UNKNOWN = "is not known";
export const MISSING = "is required";
const unknown: Check = () => flaw(UNKNOWN);

const WORDS: Record<string, Check> = {
  string: (value) => (typeof value === "string" ? undefined : flaw("must be of type String")),
  number: (value) => (Number.isFinite(value) ? undefined : flaw("must be of type Number")),
  boolean: (value) => (typeof value === "boolean" ? undefined : flaw("must be of type Boolean")),
  true: (value) => (value === true ? undefined : flaw("must be true")),
  file: (value) => (isUpload(value) ? undefined : flaw("must be a file")),
  any: () => undefined,
  never: () => flaw("can't be given here"),
};

export type Schemas = ReturnType<typeof createSchemas>;

/** Checks for types that refer to each other by these names; types that refer to themselves are fine. */
export function createSchemas(types: Spec["types"]) {
  const named = new Map<string, Check>();

  function compile(type: SpecType): Check {
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
        check = compile(types[name] ?? "any");
        named.set(name, check);
      }
      return check(value);
    };
  }
  /** Checks an object with exactly these fields; a name that ends in "?" may be absent. */
  function objectOf(fields: { [field: string]: SpecType }): Check {
    const entries = Object.entries(fields).map(([field, type]) => [field.replace("?", ""), compile(type)] as const);
    const required = Object.keys(fields).filter((field) => !field.endsWith("?"));
    return checkFields(new Map(entries), required);
  }
  /** Accepts what any of the types accepts; otherwise tells the flaw of the form that was probably meant. */
  function anyOf(forms: readonly SpecType[]): Check {
    const compiled = forms.map((type) => ({ check: compile(type), tag: tagOf(type) }));
    return (value) => {
      let deepest: Flaw | undefined;
      for (const { check, tag } of compiled) {
        if (tag && isObject(value) && value[tag.field] !== undefined && !tag.values.includes(value[tag.field]))
          continue;
        const found = check(value);
        if (!found) return undefined;
        if (!deepest || weight(found) > weight(deepest)) deepest = found;
      }
      return deepest ?? flaw("has a type that is not one of those declared");
    };
  }
  /** The field whose literal value tells this form of a union from the others, such as `type`. */
  function tagOf(type: SpecType): { field: string; values: unknown[] } | undefined {
    if (typeof type === "string") return undefined;
    if ("ref" in type) return tagOf(types[type.ref] ?? "any");
    if (!("object" in type)) return undefined;
    for (const field of TAGS) {
      const literal = type.object[field];
      if (typeof literal === "object" && "is" in literal) return { field, values: literal.is };
    }
    return undefined;
  }

  return { compile, objectOf };
}

/** A wrong value tells more than a missing field, and that more than a field of another form; then the deeper the better. */
function weight({ at, says }: Flaw): number {
  const rank = says === UNKNOWN ? 0 : says === MISSING ? 1 : 2;
  return rank * 10_000 + at.length;
}

const TAGS = ["type", "source", "status"];

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

function checkFields(checks: Map<string, Check>, required: readonly string[]): Check {
  return (value) => {
    if (!isObject(value)) return flaw("must be of type Object");
    for (const key in value) {
      const inner = value[key];
      if (inner === undefined) continue;
      const found = (checks.get(key) ?? unknown)(inner);
      if (found) return inside(key, found);
    }
    const missing = required.find((key) => value[key] === undefined);
    return missing === undefined ? undefined : inside(missing, flaw(MISSING));
  };
}
