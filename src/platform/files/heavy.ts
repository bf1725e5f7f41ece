import { writePaper } from "./paper.ts";
import { writeSheet } from "./sheet.ts";
import { readTable } from "./table.ts";

/** What is done with files in a thread of its own. */
export const fileWorks = { writeSheet, writePaper, readTable };

export type FileWorks = typeof fileWorks;
