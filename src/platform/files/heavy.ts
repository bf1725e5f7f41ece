import { writePaper } from "./paper.ts";
import { writeSheet } from "./sheet.ts";

/** What is done with files in a thread of its own. */
export const fileWorks = { writeSheet, writePaper };

export type FileWorks = typeof fileWorks;
