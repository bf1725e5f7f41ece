/**
 * Derives what the Bot API accepts from the declarations of `@grammyjs/types` and writes it to
 * `src/playground/telegram/spec.json`. Run it after an upgrade of grammY: `node scripts/bot-api-spec.mjs`.
 * TypeScript 7 has no compiler API, and the declarations are regular, so a small parser reads them.
 *
 * A type in the result is one of: "string" "number" "boolean" "true" "file" "any" "never", `{ is: [literals] }`,
 * `{ list: type }`, `{ union: [types] }`, `{ ref: name }`, or `{ object: { name: type, "name?": type } }`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TYPES = join(ROOT, "node_modules/@grammyjs/types");
export const SPEC_FILE = join(ROOT, "src/playground/telegram/spec.json");

const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+|("(?:[^"\\]|\\.)*")|(`[^`]*`)|(0x[0-9A-Fa-f]+|\d+)|([\p{L}_$][\p{L}\d_$]*)|(=>|[^\s\w])/guy;

function tokenize(source) {
  const tokens = [];
  for (const [, text, pattern, number, word, sign] of source.matchAll(TOKEN)) {
    if (text) tokens.push({ literal: JSON.parse(text) });
    else if (pattern) tokens.push({ sign: "string" });
    else if (number) tokens.push({ literal: Number(number) });
    else if (word || sign) tokens.push({ sign: word ?? sign });
  }
  return tokens;
}

/** Reads declarations from a token list; a type alias that it cannot read becomes opaque, which matters only when it is used. */
function reader(tokens) {
  let at = 0;
  const peek = (ahead = 0) => tokens[at + ahead]?.sign;
  const is = (sign) => {
    if (peek() !== sign) return false;
    at++;
    return true;
  };
  const need = (sign) => {
    if (!is(sign))
      throw new Error(`expected ${sign} at token ${at}, found ${JSON.stringify(tokens.slice(at - 8, at + 3))}`);
  };
  const list = (one, separator, end) => {
    const all = [];
    while (!is(end)) {
      all.push(one());
      if (!is(separator) && peek() !== end) throw new Error(`expected ${separator} or ${end} at token ${at}`);
    }
    return all;
  };
  const name = () => tokens[at++].sign;
  const path = () => {
    let whole = name();
    while (is(".")) whole += `.${name()}`;
    return whole;
  };
  const typeParameter = () => {
    name();
    if (is("extends")) type();
    if (is("=")) type();
  };
  const parameters = () => (is("<") ? list(typeParameter, ",", ">") : []);
  const argument = () => {
    name();
    is("?");
    need(":");
    return type();
  };

  function primary() {
    const token = tokens[at];
    if (token && "literal" in token) {
      at++;
      return { is: [token.literal] };
    }
    if (is("readonly")) return postfix();
    if (is("keyof")) return { keyof: postfix() };
    if (is("typeof")) return { typeof: path() };
    if (is("{")) return { object: members() };
    if (is("(")) {
      const inner = type();
      need(")");
      return inner;
    }
    const named = path();
    return { name: named, args: is("<") ? list(type, ",", ">") : [] };
  }
  function postfix() {
    let made = primary();
    while (is("[")) {
      if (is("]")) made = { list: made };
      else {
        made = { of: made, at: type() };
        need("]");
      }
    }
    return made;
  }
  const joined = (part, sign, wrap) => {
    is(sign);
    const all = [part()];
    while (is(sign)) all.push(part());
    return all.length === 1 ? all[0] : wrap(all);
  };
  const intersection = () => joined(postfix, "&", (all) => ({ all }));
  const type = () => joined(intersection, "|", (union) => ({ union }));

  function members() {
    const found = {};
    while (!is("}")) {
      is("readonly");
      const key = tokens[at++];
      const label = key.sign ?? key.literal;
      const optional = is("?");
      if (is("(")) {
        const args = list(argument, ",", ")");
        need(":");
        type();
        found[label] = { type: { method: args[0] }, optional };
      } else {
        need(":");
        found[label] = { type: type(), optional };
      }
      is(";");
    }
    return found;
  }
  function skip() {
    for (let depth = 0; at < tokens.length; at++) {
      const sign = peek();
      if (depth === 0 && sign === ";") return at++;
      if (sign === "{" || sign === "(") depth++;
      if (sign === "}" || sign === ")") depth--;
    }
  }
  function alias() {
    const start = at;
    try {
      const made = type();
      need(";");
      return made;
    } catch {
      at = start;
      skip();
      return { opaque: true };
    }
  }
  /** Adds every declaration up to `end` to `into`, those of a namespace as `Namespace.Name`. */
  function declarations(into, scope, end) {
    while (at < tokens.length && !is(end)) {
      is("export");
      is("declare");
      if (is("namespace")) {
        const inner = `${name()}.`;
        need("{");
        declarations(into, inner, "}");
      } else if (is("interface")) {
        const label = scope + name();
        parameters();
        const base = is("extends")
          ? list(() => ({ name: path(), args: is("<") ? list(type, ",", ">") : [] }), ",", "{")
          : need("{");
        into.set(label, { scope, type: { all: [...(base ?? []), { object: members() }] } });
      } else if (is("type")) {
        const label = scope + name();
        parameters();
        need("=");
        into.set(label, { scope, type: alias() });
      } else if (is("const")) {
        const label = `typeof ${name()}`;
        need(":");
        into.set(label, { scope, type: alias() });
      } else skip();
    }
    return into;
  }
  return declarations;
}

const WORDS = {
  string: "string",
  number: "number",
  boolean: "boolean",
  any: "any",
  unknown: "any",
  never: "never",
  undefined: "never",
};

/** Turns parsed declarations into the plain types of the result, collecting what they refer to. */
function resolver(declared) {
  const types = {};
  const find = (label, scope) =>
    declared.has(scope + label) ? scope + label : declared.has(label) ? label : undefined;

  /** The members of an object type, by name, each with the scope in which its own type is to be read. */
  const members = (type, scope) => {
    if (type.object) return Object.entries(type.object).map(([key, member]) => [key, { ...member, scope }]);
    if (type.typeof) return members(declared.get(`typeof ${type.typeof}`).type, scope);
    if (type.all ?? type.union) return (type.all ?? type.union).flatMap((part) => members(part, scope));
    if (type.name === "Record") return [];
    if (type.name === "Omit") {
      const out = expand(type.args[1], "file", scope).is;
      return members(type.args[0], scope).filter(([key]) => !out.includes(key));
    }
    const declaration = declared.get(find(type.name, scope));
    if (!declaration) throw new Error(`not an object: ${JSON.stringify(type)}`);
    return members(declaration.type, declaration.scope);
  };
  const object = (type, file, scope) => {
    const fields = members(type, scope).map(([key, member]) => [
      member.optional || member.type.name === "undefined" ? `${key}?` : key,
      expand(member.type, file, member.scope),
    ]);
    return { object: Object.fromEntries(fields) };
  };
  function union(parts) {
    const flat = parts.flatMap((part) => part.union ?? [part]);
    const literals = flat.flatMap((part) => part.is ?? []);
    const others = flat.filter((part) => !part.is && part !== "never");
    const unique = [...new Map(others.map((part) => [JSON.stringify(part), part])).values()];
    if (literals.length > 0 && !unique.includes("string")) unique.unshift({ is: [...new Set(literals)] });
    return unique.length === 1 ? unique[0] : { union: unique };
  }
  function named({ name: label, args }, file, scope) {
    const first = args[0];
    if (WORDS[label]) return WORDS[label];
    if (label === "true") return "true";
    if (label === "false") return { is: [false] };
    if (label === "F") return file;
    if (label === "Array" || label === "ReadonlyArray") return { list: expand(first, file, scope) };
    if (label === "Record") return "any";
    if (label === "Exclude") {
      const all = expand(first, file, scope);
      const out = expand(args[1], file, scope).is;
      return all.is && out ? { is: all.is.filter((one) => !out.includes(one)) } : all;
    }
    if (label === "Omit") return object({ name: label, args }, file, scope);
    const full = find(label, scope);
    if (!full) throw new Error(`unknown type ${label}`);
    const inner = first && expand(first, file, scope) === "never" ? "never" : file;
    const ref = inner === "never" && first ? `${full}<never>` : full;
    if (!(ref in types)) {
      types[ref] = {};
      const declaration = declared.get(full);
      types[ref] = expand(declaration.type, inner, declaration.scope || `${full}.`);
    }
    return { ref };
  }
  function expand(type, file, scope) {
    if (type.opaque) throw new Error("a declaration that this parser cannot read is in use");
    if (type.is) return type;
    if (type.list) return { list: expand(type.list, file, scope) };
    if (type.union) return union(type.union.map((part) => expand(part, file, scope)));
    if (type.keyof) return { is: members(type.keyof, scope).map(([key]) => key) };
    if (type.of) {
      const asked = expand(type.at, file, scope).is;
      const found = members(type.of, scope).filter(([key]) => asked.includes(key));
      return union(found.map(([, member]) => expand(member.type, file, member.scope)));
    }
    if (type.all) {
      const useful = type.all.filter((part) => part.name !== "Record");
      return useful.length === 1 && !useful[0].object
        ? expand(useful[0], file, scope)
        : object({ all: useful }, file, scope);
    }
    if (type.object) return object(type, file, scope);
    return named(type, file, scope);
  }
  return { types, expand };
}

const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The whole specification: every method with its parameters, and every type that these and the `roots` use. */
export function deriveSpec({ folder = TYPES, roots = [] } = {}) {
  const declared = new Map();
  for (const file of readdirSync(folder)
    .filter((one) => one.endsWith(".d.ts"))
    .sort()) {
    reader(tokenize(readFileSync(join(folder, file), "utf8")))(declared, "");
  }
  const { types, expand } = resolver(declared);
  const methods = {};
  const api = declared.get("ApiMethods").type.object;
  for (const [label, member] of Object.entries(api)) {
    const target = member.type.method === undefined && member.type.of ? member.type.at.is[0] : label;
    const args = api[target].type.method;
    methods[label] = args ? expand(args, "file", "").object : {};
  }
  for (const root of roots) expand({ name: root, args: [] }, "file", "");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { source: `@grammyjs/types ${version}`, methods: sorted(methods), types: sorted(types) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(SPEC_FILE, JSON.stringify(deriveSpec()));
  execFileSync(join(ROOT, "node_modules/.bin/biome"), ["format", "--write", SPEC_FILE], { cwd: ROOT });
}
