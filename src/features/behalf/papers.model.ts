import type { Definition, Size } from "#features/questionnaires/model.ts";
import type { Participant } from "#features/questionnaires/runs.model.ts";

/** A questionnaire to be printed for somebody who has not sent one. */
export type Blank = { code: string; definition: Definition; size: Size; participant: Participant };
