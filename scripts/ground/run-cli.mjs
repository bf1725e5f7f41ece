import { inRoot } from "./places.mjs";
import { setUpOrExit } from "./set-up.mjs";

await setUpOrExit();
process.chdir(inRoot());
process.setSourceMapsEnabled(true);
await import("../../dist/cli.js");
