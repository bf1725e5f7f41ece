// `npm run setup`: what `npm start` and `npm test` do by themselves before anything else; for images and units.
import { checkNode } from "./ground/node-version.mjs";

if (checkNode()) import("./ground/set-up.mjs").then((it) => it.setUpOrExit());
