import type { DatabaseKind } from "#platform/db/index.ts";

const ALL: DatabaseKind[] = ["sqlite", "postgresql"];

/** The engines that this run tests: both, unless `TEST_ENGINES` names some, separated by commas. */
export const engines: DatabaseKind[] = ALL.filter((kind) => {
  const wanted = process.env.TEST_ENGINES?.split(",") ?? ALL;
  return wanted.some((name) => name.trim() === kind);
});
