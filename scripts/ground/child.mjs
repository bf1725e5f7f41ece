import { spawn } from "node:child_process";
import { ROOT } from "./places.mjs";

const running = new Set();

/**
 * Runs a program to its end and resolves to `{ code, output }`; a program killed by a signal has code 1.
 * With `show` its output goes straight to the terminal and `output` is empty.
 */
export function run(program, args, { show = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: show ? "inherit" : ["ignore", "pipe", "pipe"] });
    running.add(child);
    const heard = [];
    child.stdout?.on("data", (piece) => heard.push(piece));
    child.stderr?.on("data", (piece) => heard.push(piece));
    const end = (code, more = "") => {
      running.delete(child);
      resolve({ code, output: Buffer.concat(heard).toString() + more });
    };
    child.on("error", (error) => end(1, error.message));
    child.on("close", (code) => end(code ?? 1));
  });
}

/** Runs a script or a package's program with this very Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Does the work; a signal meanwhile stops the programs that were started and ends this process. */
export async function stoppable(work) {
  const handlers = Object.entries(SIGNALS).map(([signal, code]) => {
    const stop = () => {
      for (const child of running) child.kill(signal);
      process.exit(code);
    };
    process.once(signal, stop);
    return () => process.off(signal, stop);
  });
  try {
    return await work();
  } finally {
    for (const forget of handlers) forget();
  }
}
