/**
 * In which order messages leave when Telegram's limits make them wait: what answers a person first,
 * then what reminds one person, then what goes to many.
 */
export const LANES = ["reply", "reminder", "broadcast"] as const;

export type Lane = (typeof LANES)[number];
