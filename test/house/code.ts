/** What TypeScript and JavaScript files hold besides comments, and how long their functions are. */
import { at, type Source } from "./tree.ts";

const TOKENS = [
  /\/\/[^\n]*|\/\*[\s\S]*?\*\//y,
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/y,
  /(?<=(?:^|[(,=:[!&|?{};>\n]|return)\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//y,
];

function tokenAt(text: string, index: number): { kind: "comment" | "literal"; length: number } | null {
  for (const [which, token] of TOKENS.entries()) {
    token.lastIndex = index;
    const found = token.exec(text)?.[0];
    if (found) return { kind: which === 0 ? "comment" : "literal", length: found.length };
  }
  return null;
}

const blank = (text: string): string => text.replace(/[^\n]/g, " ");

/** The same text with every comment made blank; places stay where they were. */
export function withoutComments(text: string): string {
  let code = "";
  for (let index = 0; index < text.length; ) {
    const token = tokenAt(text, index);
    const piece = text.slice(index, index + (token?.length ?? 1));
    code += token?.kind === "comment" ? blank(piece) : piece;
    index += piece.length;
  }
  return code;
}

/** Words for people belong to `locales/`; a comment may quote the school. */
export function cyrillicInCode(source: Source): string[] {
  const code = withoutComments(source.text);
  return [...code.matchAll(/\p{Script=Cyrillic}[^"'`\n]*/gu)].map((found) =>
    at(source, found.index, `Cyrillic in code: ${found[0].trim()}`),
  );
}

const OPENS = /(?:\bfunction\b.*|=>\s*|^\s*(?:async\s+)?[\w$]+\([^;]*\)(?::[^;]*)?\s)\{$/;
const CONTROL = /^\s*(?:\}\s*)?(?:if|for|while|switch|else|try|catch|do)\b/;
const indentOf = (line: string): number => line.length - line.trimStart().length;

type Open = { line: number; indent: number; own: number };

/**
 * Functions whose own lines exceed the limit. What stands in functions inside is not counted: a factory that returns an
 * object of use cases is as long as its wiring. Relies on the formatter: a body ends where a brace stands in its column.
 */
export function longFunctions(source: Source, limit: number): string[] {
  const complaints: string[] = [];
  const open: Open[] = [];
  source.text.split("\n").forEach((line, index) => {
    const innermost = open.at(-1);
    if (innermost) innermost.own += 1;
    if (innermost && line.trimStart().startsWith("}") && indentOf(line) === innermost.indent) {
      open.pop();
      const own = innermost.own - 1;
      if (own > limit)
        complaints.push(`${source.path}:${innermost.line}: a function of ${own} own lines (most: ${limit})`);
    }
    if (OPENS.test(line) && !CONTROL.test(line)) open.push({ line: index + 1, indent: indentOf(line), own: 0 });
  });
  return complaints;
}
