// `npm run -s bench -- <name> [--json]`: sets up what is missing, bundles the benches and runs the one that is asked for.
import { checkNode } from "./ground/node-version.mjs";

if (checkNode()) import("./ground/run-bench.mjs");
