/** The operator's commands in a process of their own, as `npm run -s cli` runs them. */
import { spawn } from "node:child_process";
import { inRoot } from "#platform/root.ts";

export type Command = {
  ended: Promise<{ code: number | null; output: string }>;
  kill(): void;
};

export type Where = { databaseUrl: string; dataDir: string };

const TOKEN = `123456789:${"x".repeat(35)}`;

export function command({ databaseUrl, dataDir }: Where, ...words: string[]): Command {
  const given = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: "http://127.0.0.1:1",
  };
  const env = { PATH: process.env.PATH ?? "", HOME: dataDir, NODE_ENV: "production", ...given };
  const child = spawn(process.execPath, [inRoot("dist", "cli.js"), ...words], { cwd: dataDir, env });
  let output = "";
  const hear = (piece: Buffer) => {
    output += piece.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<{ code: number | null; output: string }>((done) => {
    child.on("close", (code) => done({ code, output }));
  });
  return { ended, kill: () => void child.kill("SIGKILL") };
}

export const run = (where: Where, ...words: string[]) => command(where, ...words).ended;
