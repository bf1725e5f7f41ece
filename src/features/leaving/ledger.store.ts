/** The ledger of erasures: a file beside the database, so that a restored copy can be told what it must forget again. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type LedgerLine, ledgerLineSchema } from "./model.ts";

const NAME = "erasures.jsonl";
const OWNER_ONLY = 0o600;

export type Ledger = {
  /** What was erased, in the order in which it was; a line that was torn by a kill is none. */
  read(): LedgerLine[];
  /** On the disk when it returns. Ids and an instant only. */
  append(line: LedgerLine): void;
  /** Removes copies of the database that a migration left in the folder: they hold what is erased here. */
  dropCopies(): void;
};

function readLine(text: string): LedgerLine[] {
  try {
    const line = ledgerLineSchema.safeParse(JSON.parse(text));
    return line.success ? [line.data] : [];
  } catch {
    return [];
  }
}

const isMigrationCopy = (name: string): boolean => name.includes(".before-");

export function createLedger(folder: string): Ledger {
  const file = join(folder, NAME);
  const content = (): string => (existsSync(file) ? readFileSync(file, "utf8") : "");
  return {
    read: () => content().split("\n").flatMap(readLine),
    append: (line) => {
      const torn = !/(?:^|\n)$/.test(content());
      const handle = openSync(file, "a", OWNER_ONLY);
      writeSync(handle, `${torn ? "\n" : ""}${JSON.stringify(line)}\n`);
      fsyncSync(handle);
      closeSync(handle);
    },
    dropCopies: () => {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) if (isMigrationCopy(name)) rmSync(join(folder, name), { force: true });
    },
  };
}
