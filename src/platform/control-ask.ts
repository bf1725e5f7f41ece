import { createConnection, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type ControlAnswer, controlKey } from "./control.ts";
import { controlAddress } from "./control-address.ts";

/** "nobody": no process runs on this data folder. "lost": one did, and ended before it answered. */
export type Asked = ControlAnswer | { kind: "nobody" } | { kind: "lost" };

const answer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), value: z.unknown() }),
  z.object({ kind: z.literal("refused"), reason: z.string() }),
]);

function connect(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once("connect", () => resolve(socket)).once("error", () => resolve(undefined));
  });
}

export type AskOptions = {
  dataDir: string;
  secret: Buffer;
  command: string;
  args?: unknown;
  /** When it aborts, the answer is "lost". */
  signal?: AbortSignal;
};

/** Asks the process that runs on this data folder. */
export async function askControl({ dataDir, secret, command, args = null, signal }: AskOptions): Promise<Asked> {
  const socket = await connect(controlAddress(dataDir).path);
  if (!socket) return { kind: "nobody" };
  const end = () => socket.destroy();
  signal?.addEventListener("abort", end, { once: true });
  try {
    socket.on("error", end);
    socket.write(`${JSON.stringify({ key: controlKey(secret), command, args })}\n`);
    for await (const line of createInterface({ input: socket })) return answer.parse(JSON.parse(line));
    return { kind: "lost" };
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}
