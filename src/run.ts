/** Running the bot: opens one thing after another and names each to the lifetime, which closes them in the opposite order. */
import type { App } from "#app";
import { systemClock } from "#platform/clock.ts";
import type { Config, LiveConfig, Port } from "#platform/config.ts";
import { openControl } from "#platform/control.ts";
import { type Http, type HttpOptions, openHttp } from "#platform/http.ts";
import { createLifetime, type Lifetime, watchProcess } from "#platform/lifetime.ts";
import { createLog, type Log } from "#platform/log.ts";
import { createMetrics, type Metrics } from "#platform/metrics.ts";
import { readSecret } from "#platform/secret.ts";
import { sayLink, type Terminal, terminalOf } from "#platform/terminal.ts";
import { createTicker } from "#platform/ticker.ts";
import { type BotEnd, openBot } from "./open.ts";
import { commandsOf } from "./operator.ts";
import { refusalOf } from "./refusal.ts";
import { openStage, type Stage } from "./stage.ts";

/** A start that cannot be, in the operator's words. */
class StartRefused extends Error {
  override readonly name = "StartRefused";
}

type Running = { config: Config; log: Log; metrics: Metrics; terminal: Terminal; lifetime: Lifetime };

const ENDS: Record<BotEnd, { code: number; line: string }> = {
  conflict: { code: 2, line: "Another process receives this bot's updates: Telegram allows one. This one stops." },
  displaced: {
    code: 1,
    line: "The connection to PostgreSQL that made this process the leader has ended; another may lead by now. This one stops: start it again.",
  },
  unauthorized: { code: 1, line: "BOT_TOKEN: Telegram does not know this token; @BotFather shows the present one" },
};

/** A port that nobody chose gives way to a free one in the playground; a deployed bot's is looked for where it is expected. */
async function openPort({ port, chosen }: Port, playing: boolean, options: Omit<HttpOptions, "port">): Promise<Http> {
  const opened = await openHttp({ ...options, port });
  if (opened.kind === "open") return opened.http;
  if (opened.kind === "portTaken" && playing && !chosen) return openPort({ port: 0, chosen: true }, playing, options);
  const wrong = opened.kind === "portTaken" ? "is taken by another program" : `cannot be opened (${opened.code})`;
  throw new StartRefused(
    `HTTP_PORT: port ${port} ${wrong}; choose another, for example ${port + 1}, or 0 for any free one`,
  );
}

async function openWeb({ config, log, metrics, lifetime }: Running, live: LiveConfig, app: App): Promise<void> {
  const { mode } = live;
  const playing = config.mode.kind === "playground";
  const webhook =
    mode.kind === "webhook" ? { webhook: { path: mode.path, secret: mode.secret, onUpdate: app.receive } } : {};
  const host = playing ? { host: "127.0.0.1" } : {};
  const http = await openPort(config.http, playing, { ...host, ...webhook, health: app.health, metrics, log });
  await lifetime.onEnd("http", http.close);
  log.info("listening", { port: http.port });
}

async function openDoor({ config, log, lifetime }: Running, app: App, { showLink }: Stage): Promise<void> {
  const { dataDir } = config;
  const commands = commandsOf({ app, showLink });
  const control = await openControl({ dataDir, secret: readSecret(dataDir), commands, log });
  if (control.kind === "open") await lifetime.onEnd("control", control.close);
  else log.warn("control-taken");
}

async function start(running: Running): Promise<void> {
  const { config, log, metrics, terminal, lifetime } = running;
  const stage = await openStage(config, terminal);
  await lifetime.onEnd("stage", stage.close);
  const ended = (why: BotEnd) => {
    terminal.say(ENDS[why].line);
    void lifetime.end(ENDS[why].code);
  };
  const { app, close } = await openBot(stage.config, {
    clock: stage.clock,
    log,
    metrics,
    playing: config.mode.kind === "playground",
    ended,
  });
  await lifetime.onEnd("bot", close);
  if (lifetime.ending) return;
  // The webhook's address is answered before Telegram is told of it.
  await openWeb(running, stage.config, app);
  await openDoor(running, app, stage);
  await app.start();
  if (lifetime.ending) return;
  // Not waited for: while a long job or a broadcast goes on, the next look joins it and finds what else is due.
  const look = async () => void app.tick().catch((error: unknown) => log.error("tick-failed", { error }));
  const ticker = createTicker({ tick: look, log });
  await lifetime.onEnd("ticker", ticker.stop);
  ticker.start();
  stage.attach(app);
  log.info("started", { mode: config.mode.kind });
  if (!terminal.attended) return;
  const link = await app.ownerLink();
  await sayLink(terminal, { ...link, url: stage.showLink(link.url) }, config.mode.kind !== "playground");
}

/** Runs the bot until a signal or a failure ends the process. */
export async function runBot(config: Config): Promise<void> {
  const terminal = terminalOf(process.stdout);
  const clock = systemClock;
  const log = createLog({ clock, level: config.logLevel, secrets: config.secrets, short: terminal.attended });
  const lifetime = createLifetime({ clock, log, exit: (code) => process.exit(code) });
  watchProcess(lifetime, log);
  const metrics = createMetrics({ clock, machine: true });
  try {
    await start({ config, log, metrics, terminal, lifetime });
  } catch (error) {
    if (lifetime.ending) return;
    if (error instanceof StartRefused) console.error(error.message);
    else tellFailure(error, config, log);
    await lifetime.end(1);
  }
}

/** The playground's people are invented: there an error may be shown whole to whoever works on the bot. */
function tellFailure(error: unknown, { mode }: Config, log: Log): void {
  const { kind, line } = refusalOf(error);
  console.error(line);
  if (kind === "foreseen") return;
  log.error("start-failed", { error });
  if (mode.kind === "playground") console.error(error);
}
