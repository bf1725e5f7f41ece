/** All that acting for others offers, put together. */
import { createEntering, type EnteringParts } from "./entering.service.ts";
import { createPapers, type PapersParts, papersJob } from "./papers.service.ts";
import { createSearch, type SearchParts } from "./search.service.ts";
import { createTables, type TableParts } from "./table.service.ts";
import { createTelling, type TellParts } from "./tell.service.ts";

export type BehalfParts = Omit<EnteringParts & TableParts & SearchParts & TellParts & PapersParts, "notices"> & {
  notices: EnteringParts["notices"];
};

export function createBehalf(parts: BehalfParts) {
  const later = { ...parts, notices: () => parts.notices };
  return {
    entering: createEntering(parts),
    search: createSearch(parts),
    tables: createTables(parts),
    telling: createTelling(parts),
    papers: createPapers(later),
    job: papersJob(later),
  };
}

export type Behalf = ReturnType<typeof createBehalf>;
