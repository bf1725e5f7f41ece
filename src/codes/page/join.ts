/** «Подставить имена»: a table or a paper of the bot, and the key, become the same with names. */
import { isOffice, joinOffice, namesOf, paperLines, withNames } from "#codes/papers.ts";
import { readLines } from "#codes/table.ts";
import { button, bytesOf, field, make, save, tableOf } from "./dom.ts";
import { keyFrom, rowsOf } from "./give.ts";
import type { Words } from "./words.ts";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const TYPES: Record<string, string> = {
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  csv: "text/csv",
};

const endOf = (name: string): string => name.toLowerCase().split(".").at(-1) ?? "";

export function joinSection(t: Words): HTMLElement {
  const file = field("input", "join-file", t("codes-join-file"), { type: "file", accept: ".xlsx,.csv,.docx" });
  const keyFile = field("input", "join-key", t("codes-join-key"), { type: "file", accept: ".json" });
  const phrase = field("input", "join-phrase", t("codes-passphrase"), { type: "password" });
  const told = make("p", { class: "told hidden-on-paper", id: "join-told" });
  const shown = make("div", { id: "join-shown" });
  const tell = (key: string, args: Record<string, number> = {}) => {
    told.textContent = t(key, args);
  };

  /** The file with names, and its rows to be looked at; null: it cannot be read. */
  async function joined(bytes: Uint8Array, name: string, names: ReturnType<typeof namesOf>) {
    if (!isOffice(bytes)) {
      const text = withNames(new TextDecoder().decode(bytes), names);
      return { content: text, rows: readLines(text) };
    }
    const done = joinOffice(bytes, names);
    if (done.kind === "broken") return null;
    const rows = endOf(name) === "docx" ? paperLines(done.bytes).map((line) => [line]) : await rowsOf(done.bytes);
    return { content: done.bytes, rows };
  }

  async function join(): Promise<void> {
    shown.replaceChildren();
    const chosen = file.input.files?.[0];
    const keys = keyFile.input.files?.[0];
    if (!chosen || !keys) return tell("codes-join-choose");
    const people = await keyFrom(keys, phrase.input.value, tell);
    if (!people) return;
    const made = await joined(await bytesOf(chosen), chosen.name, namesOf(people)).catch(() => null);
    if (!made) return tell("codes-file-broken");
    tell("codes-join-done", { count: people.length });
    const isPaper = endOf(chosen.name) === "docx";
    const actions = make(
      "div",
      { class: "hidden-on-paper" },
      button(t("codes-join-save"), () => save(chosen.name, made.content, TYPES[endOf(chosen.name)] ?? "text/plain")),
      button(t("codes-join-print"), () => window.print()),
    );
    shown.append(actions, tableOf(made.rows, !isPaper));
  }

  return make(
    "section",
    {},
    make(
      "div",
      { class: "hidden-on-paper" },
      make("h2", {}, t("codes-join")),
      make("p", { class: "quiet" }, t("codes-join-why")),
      ...[file, keyFile, phrase].map(({ row }) => row),
      button(t("codes-join-go"), join),
    ),
    told,
    shown,
  );
}
