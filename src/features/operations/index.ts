/**
 * Operations: the bot's own life, for whoever installed it. Every night a copy is made; after a copy was put back nothing is said
 * unasked until the owner says go; the owner hears when a copy fails, the disk fills up, the bot was down or out of reach, or
 * something had to be given up, each once and with what to do.
 */
export { operationsChat } from "./chat.ts";
export type { Resumed, Resuming } from "./model.ts";
export { RESUMING } from "./model.ts";
export { operationsNotices } from "./notices.ts";
export { createOperations, type Operations, type Upkeep } from "./service.ts";
export { restoredSettings } from "./store.ts";
