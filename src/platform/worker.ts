/** The thread of heavy work, bundled as `dist/worker.js`: see `heavy.ts`. No logic. */
import { fileWorks } from "./files/heavy.ts";
import { serveHeavy } from "./heavy.ts";

await serveHeavy(fileWorks);
