import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { inRoot } from "./places.mjs";
import { setUpOrExit } from "./set-up.mjs";

/** Every program that is started by itself: the benches, and the bots beside which ours is measured. */
const ENTRIES = ["bench/run.ts", "bench/rivals/grammy.ts", "bench/rivals/telegraf.ts"];

// The bot is built as it is shipped; the benches are bundled beside it, for older Nodes read no TypeScript.
await setUpOrExit({ tests: true });
await build({
  absWorkingDir: inRoot(),
  entryPoints: ENTRIES.map((path) => inRoot(path)),
  outdir: ".setup/bench",
  outbase: "bench",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
process.setSourceMapsEnabled(true);
await import(pathToFileURL(inRoot(".setup/bench/run.js")).href);
