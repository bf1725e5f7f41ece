/** All that leaving does, put together out of its parts. */
import type { Clock } from "#core/clock.ts";
import type { Keeping, Leaver } from "#core/contribution.ts";
import type { Consents } from "#features/consents/index.ts";
import type { Jobs } from "#features/jobs/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programmes } from "#features/programmes/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import type { Log } from "#platform/log.ts";
import { createErasing } from "./erasing.service.ts";
import { type ExportParts, eraseOldExports, exportJob, orderExport } from "./export.service.ts";
import { createLedger } from "./ledger.store.ts";
import { createPrivacy } from "./privacy.service.ts";
import { createLeaving } from "./service.ts";
import { createTodos } from "./todos.service.ts";

export type LeaveParts = Pick<ExportParts, "texts" | "heavy" | "paper"> & {
  database: Database;
  clock: Clock;
  log: Log;
  /** Where the ledger of erasures lies. */
  folder: string;
  people: People;
  programmes: Programmes;
  contents: Contents;
  /** In the order in which they are told. */
  keepings: readonly Keeping[];
  leavers: readonly Leaver[];
  notices: () => Pick<Planning, "plan" | "cancel">;
  jobs: () => Pick<Jobs, "enqueue">;
  consents: () => Pick<Consents, "withdrawAll" | "mine" | "stateOf">;
};

export function createLeave(parts: LeaveParts) {
  const notices: Pick<Planning, "plan" | "cancel"> = {
    plan: (tx, wanted) => parts.notices().plan(tx, wanted),
    cancel: (tx, which) => parts.notices().cancel(tx, which),
  };
  const { keepings } = parts;
  const erasing = createErasing({
    ...parts,
    notices,
    keepings,
    ledger: createLedger(parts.folder),
    stands: async (tx, ids) =>
      [...(await parts.consents().stateOf(tx, ids)).values()].some(({ kind }) => kind === "complete"),
  });
  const leaving = createLeaving({ ...parts, notices, erasing });
  const privacy = createPrivacy({ ...parts, keepings, erasing, leaving });
  const exporting: ExportParts = { ...parts, privacy: () => privacy };
  return {
    leaving,
    privacy,
    erasing,
    keepings,
    todos: createTodos(parts),
    job: exportJob(exporting),
    order: (personId: string): Promise<void> => orderExport(exporting, personId),
    /** Hourly: pauses end, what is due is erased, exports that were sent go. */
    tidy: async (now: Date): Promise<void> => {
      await leaving.endPauses(now);
      await erasing.eraseDue(now);
      await eraseOldExports(exporting, now);
    },
  };
}

export type Leave = ReturnType<typeof createLeave>;
