/** What the printed papers are made from. */
import type { LedgerLine } from "./ledger.model.ts";
import type { ConsentKind, Facts, Reader } from "./model.ts";

/** The ledger as it is exported. */
export type LedgerPaper = {
  school: string;
  programme: string;
  lines: LedgerLine[];
  timeZone: string;
  madeAt: Date;
};

/** One consent to be signed. */
export type FormPaper = {
  kind: ConsentKind;
  reader: Reader;
  /** The document with its names filled in; the first line is the title. */
  text: string;
  version: number;
  facts: Facts;
  /** The participant's code. */
  code: string;
  /** The participant's class; empty: not known. */
  className: string;
};
