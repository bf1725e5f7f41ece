// `npm run test:nodes`: builds and runs a quick part of the suite on the newer Nodes, taken from npm. `--all` runs the whole suite.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run, stoppable } from "./ground/child.mjs";
import { inRoot } from "./ground/places.mjs";
import { setUpOrExit } from "./ground/set-up.mjs";

const VERSIONS = ["22", "24"];
const QUICK = ["test/process", "test/db", "test/telegram", "test/people"];

/** The binary alone: the package `node` fetches it by an install script, which does not run here. */
async function fetchNode(version, folder) {
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const npm = ["install", `${name}@${version}`, "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"];
  const { code, output } = await run("npm", npm);
  if (code !== 0) throw new Error(`npm has no ${name}@${version}:\n${output}`);
  return join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
}

async function tryOn(version, tests) {
  const folder = mkdtempSync(join(tmpdir(), "tropa-node-"));
  try {
    const node = await fetchNode(version, folder);
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}`, NODE_ENV: "test" };
    const steps = [
      ["--version"],
      [inRoot("scripts/build.mjs")],
      [inRoot("node_modules/vitest/vitest.mjs"), "run", ...tests],
    ];
    for (const args of steps) if ((await run(node, args, { show: true, env })).code !== 0) return false;
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await setUpOrExit({ tests: true });
const tests = process.argv.includes("--all") ? [] : QUICK.filter((path) => existsSync(inRoot(path)));
for (const version of VERSIONS) {
  const passed = await stoppable(() => tryOn(version, tests));
  console.log(`Node ${version}: ${passed ? "passed" : "failed"}`);
  if (!passed) process.exitCode = 1;
}
