/** Being the one process of several that polls Telegram, ticks and sends. */
export type Leadership = {
  /** Aborts when leadership is gone, for instance with the connection that held it: stop polling and sending at once. */
  readonly lost: AbortSignal;
  /** Hands leadership over. */
  release(): Promise<void>;
};
