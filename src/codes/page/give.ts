/** «Дать коды»: a list with names becomes a list without, and a key. */
import { readXlsx } from "hucre/xlsx";
import { readKey, writeKey } from "#codes/key.ts";
import { type Coded, giveCodes, intoKey, SIDES, type Side } from "#codes/naming.ts";
import { isOffice } from "#codes/papers.ts";
import { namelessLines, readLines, readPeople } from "#codes/table.ts";
import { button, bytesOf, field, make, save, tableOf } from "./dom.ts";
import { columnWords, type Words } from "./words.ts";

const sideOf = (text: string): Side => SIDES.find((side) => side === text) ?? "mentee";

/** The rows of the first sheet of a workbook, or of a text. */
export async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  if (!isOffice(bytes)) return readLines(new TextDecoder().decode(bytes));
  const book = await readXlsx(bytes);
  const rows = book.sheets[0]?.rows ?? [];
  return rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell).trim())));
}

/** A key file and its passphrase, as chosen on the page; null: a passphrase or another file is needed, and it was said so. */
export async function keyFrom(
  file: File | undefined,
  passphrase: string,
  tell: (key: string) => void,
): Promise<Coded[] | null> {
  if (!file) return [];
  const read = await readKey(await file.text(), passphrase);
  if (read.kind === "key") return read.people;
  tell(read.kind === "locked" ? "codes-key-locked" : "codes-key-odd");
  return null;
}

export function giveSection(t: Words): HTMLElement {
  const file = field("input", "list-file", t("codes-give-file"), { type: "file", accept: ".xlsx,.csv,.txt" });
  const pasted = field("textarea", "list-text", t("codes-give-paste"));
  const sides = SIDES.map((side) => make("option", { value: side }, t(`codes-side-${side}`)));
  const side = field("select", "list-side", t("codes-give-side"), {}, ...sides);
  const from = field("input", "list-from", t("codes-give-from"), { type: "number", value: "1" });
  const oldKey = field("input", "give-key", t("codes-give-key"), { type: "file", accept: ".json" });
  const phrase = field("input", "give-phrase", t("codes-passphrase"), { type: "password" });
  const told = make("p", { class: "told", id: "give-told" });
  const shown = make("div", { id: "give-shown" });
  const tell = (key: string, args: Record<string, number> = {}) => {
    told.textContent = t(key, args);
  };

  async function give(): Promise<void> {
    shown.replaceChildren();
    const chosen = file.input.files?.[0];
    const rows = chosen ? await rowsOf(await bytesOf(chosen)).catch(() => null) : readLines(pasted.input.value);
    if (!rows) return tell("codes-file-broken");
    const fallback = sideOf(side.input.value);
    const people = readPeople(rows, columnWords(), fallback);
    if (people.length === 0) return tell("codes-give-nobody");
    const key = await keyFrom(oldKey.input.files?.[0], phrase.input.value, tell);
    if (!key) return;
    const given = giveCodes(people, key, { [fallback]: Number(from.input.value) || 1 });
    tell("codes-give-done", { count: given.length });
    const titles = [
      t("codes-column-number"),
      t("codes-column-code"),
      t("codes-column-class"),
      t("codes-column-role"),
    ] as const;
    const words = { mentee: t("codes-cell-mentee"), mentor: t("codes-cell-mentor"), staff: t("codes-cell-staff") };
    shown.append(
      button(t("codes-give-save-list"), () => save("tropa-list.csv", namelessLines(given, titles, words), "text/csv")),
      button(t("codes-give-save-key"), async () =>
        save("tropa-key.json", await writeKey(intoKey(key, given), phrase.input.value), "application/json"),
      ),
      tableOf([
        [t("codes-column-code"), t("codes-column-name"), t("codes-column-class")],
        ...given.map(({ code, name, className }) => [code, name, className]),
      ]),
    );
  }

  return make(
    "section",
    { class: "hidden-on-paper" },
    make("h2", {}, t("codes-give")),
    make("p", { class: "quiet" }, t("codes-give-why")),
    ...[file, pasted, side, from, oldKey, phrase].map(({ row }) => row),
    button(t("codes-give-go"), give),
    told,
    shown,
  );
}
