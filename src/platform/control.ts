/**
 * The operator's door into the running process: a local socket that speaks JSON lines. The command line asks here first
 * and opens the database itself only when nobody runs, for an SQLite file belongs to one process.
 */
import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { z } from "zod";
import { controlAddress, openDoor } from "./control-address.ts";
import { isSameSecret } from "./http-body.ts";
import type { Log } from "./log.ts";
import { deriveKey } from "./secret.ts";

/** What a command answers: a JSON value, or a code of why it could not. */
export type ControlAnswer = { kind: "done"; value: unknown } | { kind: "refused"; reason: string };

/** A command of the running process; `args` come from outside and are not trusted. A throw is told as "failed". */
export type ControlCommand = (args: unknown) => Promise<ControlAnswer>;

export type ControlOptions = {
  dataDir: string;
  /** The installation's; who can read it may command. */
  secret: Buffer;
  commands: Record<string, ControlCommand>;
  log: Log;
};

/** "taken": another process answers there already, as when two instances share a data folder. */
export type ControlOpened = { kind: "open"; close(): Promise<void> } | { kind: "taken" };

export const controlKey = (secret: Buffer): string => deriveKey(secret, "control");

/** A request is a line of at most this many signs. */
const LINE = 64_000;
const request = z.object({ key: z.string(), command: z.string(), args: z.unknown() });

function parsed(line: string): z.infer<typeof request> | undefined {
  try {
    return request.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function obey(line: string, { secret, commands, log }: ControlOptions): Promise<ControlAnswer> {
  const asked = parsed(line);
  if (!asked || !isSameSecret(asked.key, controlKey(secret))) return { kind: "refused", reason: "forbidden" };
  const command = Object.hasOwn(commands, asked.command) ? commands[asked.command] : undefined;
  if (!command) return { kind: "refused", reason: "unknown" };
  try {
    return await command(asked.args);
  } catch (error) {
    log.error("control-failed", { error });
    return { kind: "refused", reason: "failed" };
  }
}

/** Answers a connection's lines one after another; whoever sends an endless line is cut off. */
async function serve(socket: Socket, options: ControlOptions): Promise<void> {
  socket.on("error", () => socket.destroy());
  let length = 0;
  socket.on("data", (piece) => {
    length = piece.includes("\n") ? 0 : length + piece.length;
    if (length > LINE) socket.destroy();
  });
  for await (const line of createInterface({ input: socket })) {
    const answer = await obey(line, options);
    if (!socket.destroyed) socket.write(`${JSON.stringify(answer)}\n`);
  }
}

/** Opens the door, for this user only. What a dead process left in its place is cleared away. */
export async function openControl(options: ControlOptions): Promise<ControlOpened> {
  const address = controlAddress(options.dataDir);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    void serve(socket, options).catch(() => socket.destroy());
  });
  if (!(await openDoor(server, address))) return { kind: "taken" };
  server.on("error", (error) => options.log.error("control-broken", { error }));
  return {
    kind: "open",
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
        if (!address.pipe) rmSync(address.path, { force: true });
      }),
  };
}
