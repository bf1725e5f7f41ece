/** People as a school has them: a long list comes in, somebody is searched for, somebody asks for all that is kept. */
import type { Bench } from "./kit/bench.ts";
import { exportMeasures } from "./people-export.ts";
import { listMeasures } from "./people-lists.ts";
import { searchMeasures } from "./people-search.ts";

export const people: Bench = async (outside) => [
  ...(await listMeasures(outside)),
  ...(await searchMeasures(outside)),
  ...(await exportMeasures(outside)),
];
