/** How much memory the process takes: a small school's machine runs the bot beside other things. */
import { setFlagsFromString } from "node:v8";

/**
 * The heap may grow by less than V8 would let it between two collections: under load the bot stays a third smaller, for a few
 * more collections, each short. Called once, first of all. The young generation is held small by `--max-semi-space-size`,
 * which newer Nodes take at the start only (`npm start`, `deploy/`).
 */
export const stayLean = (): void => setFlagsFromString("--heap-growing-percent=30");
