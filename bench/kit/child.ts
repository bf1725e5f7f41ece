/** A program that is measured from outside: started, watched by the system's own figures, stopped or killed. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import type { Clock } from "#core/clock.ts";

export type Child = {
  /** Resident memory in megabytes (of 1,048,576 bytes). */
  memoryMb(): number;
  /** Processor time used since the start, in milliseconds; NaN where the system does not tell it. */
  cpuMs(): number;
  /** What it has printed. */
  output(): string;
  running(): boolean;
  /** Ends it with this signal and waits until it is gone. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
};

export type Launch = {
  /** Arguments of this very Node. */
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Where its output goes; appended to. */
  logFile: string;
};

const BYTES_PER_KB = 1024;
/** `/proc/<pid>/stat` counts in hundredths of a second. */
const TICK_MS = 10;

const read = (file: string): string | null => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
};

function memoryMb(pid: number): number {
  const kept = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  const kilobytes = kept ?? execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(kilobytes) / BYTES_PER_KB;
}

function cpuMs(pid: number): number {
  // The name in brackets may hold spaces; the 14th and 15th fields are the times in user and in system mode.
  const fields = (read(`/proc/${pid}/stat`) ?? "").replace(/^.*\) /s, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

/** Starts the program with the environment given and nothing of ours but `PATH`. */
export function launch({ args, cwd, env, logFile }: Launch): Child {
  const log = openSync(logFile, "a");
  const outside = { PATH: process.env.PATH ?? "", ...env };
  const child = spawn(process.execPath, args, { cwd, env: outside, stdio: ["ignore", log, log] });
  closeSync(log);
  // Whatever ends the bench, nothing of it stays behind.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  const { pid } = child;
  if (pid === undefined) throw new Error(`could not start ${args.join(" ")}`);
  return {
    memoryMb: () => memoryMb(pid),
    cpuMs: () => cpuMs(pid),
    output: () => read(logFile) ?? "",
    running: () => child.exitCode === null && child.signalCode === null,
    end: async (signal) => {
      child.kill(signal);
      await gone(child);
    },
  };
}

const WATCH_EVERY = 100;

/** The highest memory of the program while `work` is done. */
export async function peakMemoryMb<Value>(
  child: Child,
  clock: Clock,
  work: () => Promise<Value>,
): Promise<{ value: Value; memoryMb: number }> {
  const done = new AbortController();
  let peak = 0;
  const watching = (async () => {
    while (!done.signal.aborted) {
      peak = Math.max(peak, child.memoryMb());
      await clock.sleep(WATCH_EVERY, done.signal);
    }
  })();
  const value = await work().finally(() => done.abort());
  await watching;
  return { value, memoryMb: peak };
}
