/**
 * Work too heavy for the process that answers people: run in a thread of its own with a limit of memory and of time,
 * from the bundled file. Without that file (a developer's run from sources) it is done in this process.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { type Clock, MINUTE } from "#core/clock.ts";

/** Functions of plain data, by name. What goes in and out must survive a structured clone. */
export type HeavyWorks = Record<string, (payload: never) => unknown>;

export type HeavyOutcome<Result> =
  | { kind: "done"; result: Result }
  /** It wanted more memory than it may have. */
  | { kind: "tooBig" }
  | { kind: "tooLong" }
  /** The caller's signal ended it. */
  | { kind: "stopped" }
  /** It threw: a mistake of ours, or input that the work cannot digest. The error's name only. */
  | { kind: "broke"; reason: string };

export type Heavy<Works extends HeavyWorks> = {
  run<Name extends keyof Works & string>(
    name: Name,
    payload: Parameters<Works[Name]>[0],
    options?: { signal?: AbortSignal },
  ): Promise<HeavyOutcome<Awaited<ReturnType<Works[Name]>>>>;
};

export type HeavyParts<Works extends HeavyWorks> = {
  works: Works;
  clock: Clock;
  /** The bundled thread (see `findWorker`); null: in this process. */
  file: string | null;
  limits?: { memoryMb?: number; timeMs?: number };
};

const MEMORY_MB = 256;
const TIME = 5 * MINUTE;

/** The bundled thread below the project's folder, when the project is built. */
export function findWorker(root: string): string | null {
  const file = join(root, "dist", "worker.js");
  return existsSync(file) ? file : null;
}

type Order = { name: string; payload: unknown };
type Reply = { kind: "done"; result: unknown } | { kind: "broke"; reason: string };

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

async function perform(works: HeavyWorks, { name, payload }: Order): Promise<Reply> {
  const work = works[name];
  if (!work) return { kind: "broke", reason: "noSuchWork" };
  try {
    return { kind: "done", result: await work(payload as never) };
  } catch (error) {
    return { kind: "broke", reason: nameOf(error) };
  }
}

/** The thread's side: does the one work that it was started for. */
export async function serveHeavy(works: HeavyWorks): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error("not a thread");
  const reply = await perform(works, workerData as Order);
  const bytes = reply.kind === "done" && reply.result instanceof Uint8Array ? reply.result : undefined;
  port.postMessage(reply, bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
}

export function createHeavy<Works extends HeavyWorks>({ works, clock, file, limits }: HeavyParts<Works>): Heavy<Works> {
  const inThread = async (order: Order, path: string, signal?: AbortSignal): Promise<HeavyOutcome<unknown>> => {
    if (signal?.aborted) return { kind: "stopped" };
    const ended = new AbortController();
    const thread = new Worker(path, {
      workerData: order,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits?.memoryMb ?? MEMORY_MB },
    });
    const outcome = new Promise<HeavyOutcome<unknown>>((resolve) => {
      thread.once("message", (reply: Reply) => resolve(reply));
      thread.once("error", (error) =>
        resolve(isOutOfMemory(error) ? { kind: "tooBig" } : { kind: "broke", reason: nameOf(error) }),
      );
      thread.once("exit", () => resolve({ kind: "broke", reason: "exit" }));
      signal?.addEventListener("abort", () => resolve({ kind: "stopped" }), { once: true, signal: ended.signal });
      void clock.sleep(limits?.timeMs ?? TIME, ended.signal).then(() => resolve({ kind: "tooLong" }));
    });
    try {
      return await outcome;
    } finally {
      ended.abort();
      await thread.terminate();
    }
  };
  return {
    async run(name, payload, options = {}) {
      const order = { name, payload };
      const outcome = file === null ? await perform(works, order) : await inThread(order, file, options.signal);
      return outcome as HeavyOutcome<Awaited<ReturnType<Works[typeof name]>>>;
    },
  };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
