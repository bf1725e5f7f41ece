// `npm start`: sets up what is missing, then runs the bot in this very process, so that a signal reaches the bot itself.
import { checkNode } from "./ground/node-version.mjs";

if (checkNode()) import("./ground/run-bot.mjs");
