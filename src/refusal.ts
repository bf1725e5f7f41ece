import { CopyError, DatabaseBusyError, DatabaseUnreachableError, MigrationError } from "#platform/db/index.ts";

/** What the operator is told of an error that ended a start; "unforeseen" belongs into the log. */
export type Refusal = { kind: "foreseen" | "unforeseen"; line: string };

const FORESEEN = [CopyError, DatabaseBusyError, DatabaseUnreachableError, MigrationError];

/** One line for an error. The message of one that nobody foresaw may hold what people wrote, and is left out. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Error && FORESEEN.some((kind) => error instanceof kind)) {
    return { kind: "foreseen", line: error.message };
  }
  const name = error instanceof Error ? error.name : "something unknown";
  return { kind: "unforeseen", line: `Failed: ${name}; the log says where` };
}
