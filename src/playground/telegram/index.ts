/**
 * A local Telegram for tests and for the playground: the Bot API over real HTTP, as strict as the real one, and people
 * who write, tap, block and see. It promises that what it accepts, Telegram accepts; what it cannot play, it says so
 * with "Not emulated". All its time is the clock that it is given.
 */

export type * from "./model.ts";
export { startEmulator } from "./server.ts";
