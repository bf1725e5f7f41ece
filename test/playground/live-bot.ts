/** The bot as `npm start` leaves it running on a machine without a token: a process of its own with the playground. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BOT } from "#test/support/process.ts";

export type LiveBot = {
  /** The playground's page. */
  page: string;
  /** Everything that it wrote. */
  output(): string;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
};

const PAGE = /(http:\/\/127\.0\.0\.1:\d+\/)/;
const STARTED = /"event":"started"/;

/** Starts it in an empty folder with an empty HOME; resolves once the page can be opened. */
export async function startLiveBot(): Promise<LiveBot> {
  const home = mkdtempSync(join(tmpdir(), "tropa-live-"));
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: home,
    DATA_DIR: join(home, "data"),
    HTTP_PORT: "0",
    PLAYGROUND_PORT: "0",
  };
  const child = spawn(process.execPath, [BOT], { cwd: home, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const closed = once(child, "close");
  const page = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      output += piece.toString();
      const found = PAGE.exec(output)?.[1];
      if (found && STARTED.test(output)) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("close", () => reject(new Error(`the bot ended before it started:\n${output}`)));
  });
  return {
    page,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      await closed;
      rmSync(home, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}
