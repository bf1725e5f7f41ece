/** `npm run -s cli -- <command>`: the operator's commands. Exit codes: 0 done, 1 not done, 2 not understood. */
import { systemClock } from "#platform/clock.ts";
import { type Config, readConfig, withEnvFile } from "#platform/config.ts";
import type { ControlAnswer } from "#platform/control.ts";
import { askControl } from "#platform/control-ask.ts";
import { createLog } from "#platform/log.ts";
import { createMetrics } from "#platform/metrics.ts";
import { readSecret } from "#platform/secret.ts";
import { terminalOf } from "#platform/terminal.ts";
import { openBot } from "./open.ts";
import type { LoneOperation, Operation } from "./operation.ts";
import { operations } from "./operator.ts";
import { refusalOf } from "./refusal.ts";

const terminal = terminalOf(process.stdout);

const complain = (line: string, code: 1 | 2): number => {
  console.error(line);
  return code;
};

/** Only what went wrong, beside the answer: stdout belongs to the command. */
const logOf = (secrets: string[]) =>
  createLog({ clock: systemClock, level: "error", secrets, write: (line) => void process.stderr.write(line) });

const noSecret = (): Buffer => Buffer.alloc(0);

const nameOf = (name: string, { usage }: Operation | LoneOperation) => `${name} ${usage}`.trimEnd();

function help(): number {
  const lines = Object.entries(operations).map(([name, it]) => `  ${nameOf(name, it).padEnd(28)} ${it.about}`);
  terminal.say(["npm run -s cli -- <command> [--json]", ...lines, `  ${"help".padEnd(28)} this page`].join("\n"));
  return 0;
}

/** Nobody runs: a bot is opened for this one command. */
async function performHere(config: Config, operation: Operation, args: unknown): Promise<ControlAnswer> {
  const { mode } = config;
  if (mode.kind === "playground")
    return { kind: "refused", reason: "the playground is not running; begin it with: npm start" };
  const log = logOf(config.secrets);
  const metrics = createMetrics({ clock: systemClock });
  const bot = await openBot({ ...config, mode }, { clock: systemClock, log, metrics, ended: () => {} });
  try {
    return await operation.perform({ app: bot.app, showLink: (url) => url }, args);
  } finally {
    await bot.close();
  }
}

async function perform(config: Config, name: string, operation: Operation, args: unknown): Promise<ControlAnswer> {
  const { dataDir } = config;
  const asked = await askControl({ dataDir, secret: readSecret(dataDir), command: name, args });
  if (asked.kind === "nobody") return performHere(config, operation, args);
  if (asked.kind === "lost") return { kind: "refused", reason: "the bot ended before it answered; try again" };
  return asked;
}

async function obey(words: string[]): Promise<number> {
  const [name = "help", ...rest] = words.filter((word) => word !== "--json");
  if (name === "help" || name === "--help") return help();
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) return complain(`There is no command «${name}»; see: npm run -s cli -- help`, 2);
  const read = operation.read(rest);
  if (read.kind === "usage") return complain(`Usage: npm run -s cli -- ${nameOf(name, operation)}`, 2);
  const cwd = process.cwd();
  const isLone = "alone" in operation;
  // A damaged secret is what a restore may be for: a command without a bot derives nothing from it.
  const settings = readConfig(withEnvFile(process.env, cwd), { cwd, secretIn: isLone ? noSecret : readSecret });
  if (settings.kind === "mistakes") return complain(settings.lines.join("\n"), 1);
  const { config } = settings;
  const answer = isLone
    ? await operation.alone({ config, cwd, now: systemClock.now() }, read.args)
    : await perform(config, name, operation, read.args);
  if (answer.kind === "refused") return complain(`Not done: ${answer.reason}`, 1);
  if (words.includes("--json")) terminal.say(JSON.stringify(answer.value));
  else await operation.print(answer.value, terminal);
  return 0;
}

try {
  process.exitCode = await obey(process.argv.slice(2));
} catch (error) {
  const { kind, line } = refusalOf(error);
  if (kind === "unforeseen") logOf([]).error("command-failed", { error });
  process.exitCode = complain(line, 1);
}
