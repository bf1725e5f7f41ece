/** What a copy of the database is, and what can go wrong with it. */
import type { Applied } from "#platform/db/migrate/index.ts";
import type { DatabaseKind } from "#platform/db/types.ts";

/** A copy as it was checked after it was written. */
export type Dumped = {
  engine: DatabaseKind;
  /** The file's name in its folder. */
  file: string;
  /** How many rows each table had. */
  rows: Record<string, number>;
  /** The migrations that the database had. */
  migrations: Applied[];
};

/** Short constant words: people are told by them what to do. */
export type CopyTrouble =
  /** `pg_dump` and its siblings are not in PATH. */
  | "noTool"
  /** `pg_dump` is of an older major version than the server. */
  | "oldTool"
  /** The disk is full. */
  | "noSpace"
  /** What was written is not what was to be copied. */
  | "damaged"
  /** The process is stopping. */
  | "stopped"
  | "failed";

/** A copy that was not made or not put back; the message is for the operator and holds nothing that people wrote. */
export class CopyError extends Error {
  override readonly name = "CopyError";
  readonly reason: CopyTrouble;
  constructor(reason: CopyTrouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

export type DumpOptions = {
  /** As `openDatabase` takes it. */
  url: string;
  dataDir: string;
  /** Where the copy's file is written; it is there and empty. */
  folder: string;
  signal?: AbortSignal | undefined;
};

export type PutBackOptions = {
  url: string;
  dataDir: string;
  folder: string;
  dumped: Dumped;
  /** Ends the name under which the present database is kept. */
  stamp: string;
  /** Rows of `Setting` that are there from the first moment on. */
  settings: Record<string, string>;
  now: Date;
};

/** Where the database as it was before is kept; null: there was none. */
export type PutBack = { kept: string | null };
