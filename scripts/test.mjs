// `npm test`: sets up what is missing, then lints, checks types and migrations, and runs every test.
// With arguments (`npm test -- test/people`) it hands them to vitest and runs nothing else.
import { checkNode } from "./ground/node-version.mjs";

if (checkNode()) import("./ground/run-tests.mjs");
