import type { Api } from "grammy";

/** grammY types its signals by a polyfill; Node's own signal serves it and lacks only a legacy event property. */
type GrammySignal = NonNullable<Parameters<Api["getMe"]>[0]>;

/** `signal` as grammY's calls take it. */
export const aborts = (signal: AbortSignal): GrammySignal => signal as GrammySignal;
