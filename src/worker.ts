/** The thread of heavy work; `scripts/build` bundles it as `dist/worker.js`. No logic. */
import { fileWorks } from "#platform/files/heavy.ts";
import { serveHeavy } from "#platform/worker.ts";

await serveHeavy(fileWorks);
