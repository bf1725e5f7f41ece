import { inRoot } from "./places.mjs";
import { setUpOrExit } from "./set-up.mjs";

const PARENT_CHECK_MS = 500;

/**
 * npm passes a signal on to its shell, and some shells die of it without passing it on; a killed npm passes nothing.
 * Started by npm, the bot therefore stops when whoever started it is gone.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_CHECK_MS);
  watch.unref();
}

stopWithNpm();
await setUpOrExit();
process.chdir(inRoot());
process.setSourceMapsEnabled(true);
await import("../../dist/main.js");
