import { loadShipped } from "#features/questionnaires/index.ts";
import { inRoot } from "#platform/root.ts";

export const shippedWords = () => loadShipped(inRoot("locales", "questionnaires")).words;
