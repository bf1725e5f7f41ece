import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { runNode, stoppable } from "./child.mjs";
import { inRoot } from "./places.mjs";
import { setUpOrExit } from "./set-up.mjs";

const RESULTS = ".setup/vitest.json";

const CHECKS = [
  { name: "lint and format", args: [inRoot("node_modules/@biomejs/biome/bin/biome"), "ci", "--colors=off"] },
  { name: "types", args: [inRoot("node_modules/typescript/bin/tsc"), "-p", "."] },
  { name: "migrations match the schema", args: [inRoot("scripts/migration.mjs"), "--check"] },
];

/** The registry may lack the linter's program for this machine; elsewhere the same files are linted. */
const LINTER_MISSING = /Cannot find module '@biomejs\/cli-/;

async function check({ name, args }) {
  const { code, output } = await runNode(args);
  if (LINTER_MISSING.test(output)) {
    console.log(`- ${name}: not here, the registry has no Biome for this machine`);
    return true;
  }
  console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}`);
  return code === 0;
}

async function checks() {
  const failed = [];
  for (const one of CHECKS) if (!(await check(one))) failed.push(one.name);
  return failed;
}

/** A file that cannot be loaded has no tests to fail: it counts as one. An error outside any test makes the run fail, too. */
function count(code) {
  const path = inRoot(RESULTS);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const found = JSON.parse(readFileSync(path, "utf8"));
  const broken = found.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = found.numFailedTests + broken;
  return {
    passed: found.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

async function vitest(args) {
  mkdirSync(inRoot(".setup"), { recursive: true });
  rmSync(inRoot(RESULTS), { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${inRoot(RESULTS)}`];
  // The tests set their own environment; a production setting of this shell is not theirs.
  const env = { ...process.env, NODE_ENV: "test" };
  const { code } = await runNode([inRoot("node_modules/vitest/vitest.mjs"), "run", ...reporters, ...args], {
    show: true,
    env,
  });
  return count(code);
}

function conclude({ passed, failed, skipped }) {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function everything() {
  const complaints = await checks();
  // A developer wants the complaint at once; the build server wants to hear everything.
  if (complaints.length > 0 && !process.env.CI) return { passed: 0, failed: complaints.length, skipped: 0 };
  const counted = await vitest([]);
  if (complaints.length > 0) console.log(`\nNot passed before the tests: ${complaints.join(", ")}`);
  return { ...counted, failed: counted.failed + complaints.length };
}

await setUpOrExit({ tests: true });
const args = process.argv.slice(2);
conclude(await stoppable(() => (args.length > 0 ? vitest(args) : everything())));
