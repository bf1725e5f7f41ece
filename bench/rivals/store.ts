/** The rivals' memory: one SQLite file at the same journal settings as ours, a value per key, and the answers in the end. */
import Sqlite from "libsql";

export type Store = {
  /** What was written last, as it was. */
  read<Value>(key: string): Value | undefined;
  write(key: string, value: unknown): void;
  remove(key: string): void;
  saveAnswers(chat: number, answers: Record<string, unknown>): void;
};

export function openStore(file: string): Store {
  const db = new Sqlite(file);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "cache_size = -16000"]) db.pragma(pragma);
  db.exec("CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
  db.exec("CREATE TABLE IF NOT EXISTS answers (chat INTEGER PRIMARY KEY, value TEXT NOT NULL)");
  const read = db.prepare("SELECT value FROM state WHERE key = ?");
  const write = db.prepare("INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  const remove = db.prepare("DELETE FROM state WHERE key = ?");
  const save = db.prepare("INSERT OR REPLACE INTO answers VALUES (?, ?)");
  return {
    read: (key) => {
      const row: unknown = read.get([key]);
      return typeof row === "object" && row !== null && "value" in row ? JSON.parse(String(row.value)) : undefined;
    },
    write: (key, value) => void write.run([key, JSON.stringify(value)]),
    remove: (key) => void remove.run([key]),
    saveAnswers: (chat, answers) => void save.run([chat, JSON.stringify(answers)]),
  };
}
