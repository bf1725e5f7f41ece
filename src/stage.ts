import type { App } from "#app";
import type { Clock } from "#core/clock.ts";
import { shiftableClock, systemClock } from "#platform/clock.ts";
import type { Config, LiveConfig } from "#platform/config.ts";
import { loadTexts } from "#platform/i18n.ts";
import { inRoot } from "#platform/root.ts";
import type { Terminal } from "#platform/terminal.ts";
import type { Filled, InventedOutside } from "#playground/invented.ts";
import type { ShowLink } from "./operation.ts";

/** Where the bot plays: before Telegram, or before the local one. */
export type Stage = {
  config: LiveConfig;
  clock: Clock;
  showLink: ShowLink;
  /** Once the app is there: what the playground's page may ask of it. */
  attach(app: App): void;
  close(): Promise<void>;
};

/** `https://t.me/<bot>?start=<payload>` as an address of the playground's page, opened by the owner there. */
export function playgroundLink(page: string, link: string): string {
  const payload = new URL(link).searchParams.get("start") ?? "";
  return `${page}?as=owner&start=${encodeURIComponent(payload)}`;
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

const LOOK_AGAIN_MS = 20;

/** After the playground's clock moved: says what became due, and waits until the bot has nothing left to do. */
async function settle(app: App, signal: AbortSignal): Promise<void> {
  await app.tick();
  while (!app.idle() && !signal.aborted) await systemClock.sleep(LOOK_AGAIN_MS, signal);
}

/** Invents a programme once; whoever asks again is shown the same people. */
function inventing(outside: Omit<InventedOutside, "t">): () => Promise<Filled> {
  let filled: Promise<Filled> | null = null;
  async function fill(): Promise<Filled> {
    const { fillInvented } = await import("#playground/invented.ts");
    const t = loadTexts(inRoot("locales")).voice({ locale: outside.locale });
    return await fillInvented({ ...outside, t });
  }
  return () => {
    filled ??= fill().catch((error: unknown) => {
      filled = null;
      throw error;
    });
    return filled;
  };
}

/** The playground is loaded only here: a deployed bot never reads it. */
async function openPlayground(config: Config, terminal: Terminal): Promise<Stage> {
  const { startPlayground } = await import("#playground/index.ts");
  const clock = shiftableClock();
  const on = (port: number) => startPlayground({ clock, port, locale: config.defaultLocale });
  const { port, chosen } = config.playground;
  const playground = await on(port).catch((error: unknown) => {
    if (chosen || !isPortTaken(error)) throw error;
    return on(0);
  });
  terminal.say(`No BOT_TOKEN: this is the playground, a local Telegram in your browser.\n  ${playground.url}`);
  const { apiRoot, token } = playground;
  const closing = new AbortController();
  const showLink: ShowLink = (link) => playgroundLink(playground.url, link);
  return {
    config: { ...config, mode: { kind: "polling", token }, apiRoot, proxyUrl: undefined },
    clock,
    showLink,
    attach: (app) => {
      const ownerLink = async () => (await app.ownerLink()).url;
      const { emulator } = playground;
      playground.attach({
        ownerLink,
        fill: inventing({ emulator, clock, locale: config.defaultLocale, ownerLink }),
        nextDue: app.nextDue,
        idle: () => settle(app, closing.signal),
      });
    },
    close: () => {
      closing.abort();
      return playground.close();
    },
  };
}

/** Rejects when a port that was chosen for the playground is taken. */
export async function openStage(config: Config, terminal: Terminal): Promise<Stage> {
  const { mode } = config;
  if (mode.kind === "playground") return openPlayground(config, terminal);
  const live: Stage = {
    config: { ...config, mode },
    clock: systemClock,
    showLink: (link) => link,
    attach: () => {},
    close: async () => {},
  };
  return live;
}
