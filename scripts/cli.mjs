// `npm run -s cli -- <command>`: sets up what is missing, then runs an operator's command.
import { checkNode } from "./ground/node-version.mjs";

if (checkNode()) import("./ground/run-cli.mjs");
