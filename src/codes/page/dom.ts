/** Making and filling what the page shows. */

type Props = Partial<{
  id: string;
  class: string;
  type: string;
  accept: string;
  value: string;
  rows: string;
  for: string;
}>;

/** An element with attributes and children; text stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  props: Props = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A field under its label. */
export function field<Name extends "input" | "textarea" | "select">(
  name: Name,
  id: string,
  label: string,
  props: Props = {},
  ...children: Node[]
): { row: HTMLElement; input: HTMLElementTagNameMap[Name] } {
  const input = make(name, { id, ...props }, ...children);
  return { row: make("div", {}, make("label", { for: id }, label), input), input };
}

export function button(label: string, act: () => void | Promise<void>): HTMLButtonElement {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", () => void act());
  return made;
}

/** Lines as a table; the first row is the heading when `headed`. */
export function tableOf(rows: readonly (readonly string[])[], headed = true): HTMLTableElement {
  const table = make("table");
  for (const [at, row] of rows.entries()) {
    const kind = headed && at === 0 ? "th" : "td";
    table.append(make("tr", {}, ...row.map((cell) => make(kind, {}, cell))));
  }
  return table;
}

/** Gives the browser a file to save. */
export function save(name: string, content: Uint8Array | string, type: string): void {
  const part = typeof content === "string" ? content : new Uint8Array(content);
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the bytes by the time it is idle again.
  requestIdleCallback(() => URL.revokeObjectURL(url), { timeout: 60_000 });
}

export const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
