/** What the next free text in a chat means, and which message is its present screen. */
export type FocusRow = {
  chatId: bigint;
  /** The talk that listens; empty: none. */
  kind: string;
  /** Its arguments, JSON. */
  args: string;
  /** The conversation's own state, JSON; may be lost. */
  state: string;
  screenId: number | null;
};

/** Nobody listens, and no screen is known. */
export const noFocus = (chatId: bigint): FocusRow => ({ chatId, kind: "", args: "{}", state: "", screenId: null });
