/** Fluent files as the guards see them. */
import { type Expression, type Pattern, parse, type SelectExpression } from "@fluent/syntax";
import { at, type Source } from "./tree.ts";

export type Message = {
  key: string;
  /** `file:line: key` */
  where: string;
  variables: string[];
  selects: SelectExpression[];
  /** The text in every form that its selectors allow, one after the other, a variable as `{x}`. */
  forms: string[];
};

type Gathered = { variables: Set<string>; selects: SelectExpression[] };

function formsOfExpression(expression: Expression, gathered: Gathered): string[] {
  if (expression.type === "SelectExpression") {
    gathered.selects.push(expression);
    formsOfExpression(expression.selector, gathered);
    return expression.variants.flatMap((variant) => formsOf(variant.value, gathered));
  }
  if (expression.type === "VariableReference") gathered.variables.add(expression.id.name);
  if (expression.type === "StringLiteral") return [expression.parse().value];
  return expression.type === "VariableReference" ? [`{${expression.id.name}}`] : [""];
}

/** Each selector is varied while the others keep their last form: enough to see every word in its sentence. */
function formsOf(pattern: Pattern, gathered: Gathered): string[] {
  return pattern.elements
    .map((element): string[] => {
      if (element.type === "TextElement") return [element.value];
      const { expression } = element;
      return expression.type === "Placeable" ? [""] : formsOfExpression(expression, gathered);
    })
    .reduce<string[]>(
      (heads, tails) => [
        ...heads.slice(0, -1).map((head) => head + (tails.at(-1) ?? "")),
        ...tails.map((tail) => (heads.at(-1) ?? "") + tail),
      ],
      [""],
    );
}

/** The form of a text in one variant of a selector. */
export const variantText = (pattern: Pattern): string =>
  formsOf(pattern, { variables: new Set(), selects: [] }).at(-1) ?? "";

/** The messages of a file and what is wrong with its syntax; a key that comes twice is a mistake too. */
export function messagesOf(source: Source): { messages: Message[]; mistakes: string[] } {
  const messages: Message[] = [];
  const mistakes: string[] = [];
  for (const entry of parse(source.text, { withSpans: true }).body) {
    const start = entry.span?.start ?? 0;
    if (entry.type === "Junk")
      mistakes.push(at(source, start, `cannot be read: ${entry.annotations[0]?.message ?? ""}`));
    if (entry.type !== "Message") continue;
    const key = entry.id.name;
    const where = at(source, entry.id.span?.start ?? start, key);
    if (messages.some((message) => message.key === key)) mistakes.push(`${where} comes twice`);
    if (!entry.value) mistakes.push(`${where} has no text`);
    if (entry.attributes.length > 0) mistakes.push(`${where} has attributes, which no view reads`);
    const gathered: Gathered = { variables: new Set(), selects: [] };
    const forms = entry.value ? formsOf(entry.value, gathered) : [];
    messages.push({ key, where, variables: [...gathered.variables].sort(), selects: gathered.selects, forms });
  }
  return { messages, mistakes };
}
