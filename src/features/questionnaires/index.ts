/**
 * Questionnaires: what the school asks people before, during and after mentoring. Definitions are data; a run that was begun stays on
 * its version. Every answer is saved at once under its question's key, so a restart, a deploy or a week's pause loses nothing,
 * and a tap or a typed answer that belongs to an earlier screen is shown the present one instead.
 */

export { questionnairesChat } from "./chat.ts";
export type { EnteringParts, PaperResult } from "./entering.service.ts";
export { exportCells, exportColumns } from "./export.rules.ts";
export { questionnairesGuide, questionnairesKept } from "./guide.ts";
export { questionnairesKeeping, questionnairesLeaver } from "./keeping.service.ts";
export { type PaperQuestion, paperQuestions, questionTitled, readCell, readDay } from "./paper.rules.ts";
export { listed, whole } from "./review.view.ts";
export { createQuestionnaires, type Questionnaires } from "./service.ts";
export { loadShipped, type Shipped } from "./shipped.store.ts";
export { speechOf } from "./texts.rules.ts";
export { activeAnswers } from "./visible.rules.ts";
