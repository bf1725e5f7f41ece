import { writeSheet } from "./sheet.ts";

/** What is done with files in a thread of its own. */
export const fileWorks = { writeSheet };

export type FileWorks = typeof fileWorks;
