/** The process: reads the settings and runs the bot until a signal, or says what is wrong with them. */
import { readConfig, withEnvFile } from "#platform/config.ts";
import { stayLean } from "#platform/lean.ts";
import { readSecret } from "#platform/secret.ts";
import { runBot } from "./run.ts";

stayLean();
const cwd = process.cwd();
const read = readConfig(withEnvFile(process.env, cwd), { cwd, secretIn: readSecret });
if (read.kind === "ok") await runBot(read.config);
else {
  for (const line of read.lines) console.error(line);
  process.exitCode = 1;
}
