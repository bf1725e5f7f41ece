/**
 * The playground: a local Telegram with a chat page, so that a school can try the bot without a token or a phone.
 * Several people sit side by side, links open as any of them, and the clock moves forward on demand.
 */
import { once } from "node:events";
import { join } from "node:path";
import { SECOND } from "#core/clock.ts";
import type { Locale } from "#core/screen.ts";
import type { ShiftableClock } from "#platform/clock.ts";
import { loadTexts } from "#platform/i18n.ts";
import { clockSeen, createActions, type PlaygroundHooks } from "./actions.ts";
import { createAssets, projectRoot } from "./assets.ts";
import type { Happening } from "./seen.ts";
import { createPageServer, type PageServer } from "./server.ts";
import type { Emulator } from "./telegram/model.ts";
import { startEmulator } from "./telegram/server.ts";
import { createWorld, type World } from "./world.ts";

export type { PlaygroundHooks } from "./actions.ts";

export type PlaygroundOptions = {
  clock: ShiftableClock;
  /** Of the chat page; 0 or absent: any free port. */
  port?: number;
  /** Loopback names only; 127.0.0.1 by default. */
  host?: "127.0.0.1" | "localhost" | "::1";
  hooks?: PlaygroundHooks;
  /** In which language the first people are named; ru by default. */
  locale?: Locale;
  bot?: { username?: string; first_name?: string };
};

export type Playground = {
  /** What the bot is told as its apiRoot and token. */
  apiRoot: string;
  token: string;
  /** Of the chat page, with a slash at the end; `?as=<id, @username, name or role>&start=<payload>` opens a link as that person. */
  url: string;
  emulator: Emulator;
  /** Gives what the app can do once it runs; replaces what was given before. */
  attach(hooks: PlaygroundHooks): void;
  close(): Promise<void>;
};

/** Who sits at the page when it first opens. */
const CAST = ["owner", "mentor", "mentee", "guardian"] as const;
const CLOCK_NEWS = 10 * SECOND;

function seat(world: World, root: string, locale: Locale): void {
  const t = loadTexts(join(root, "locales")).voice({ locale });
  for (const role of CAST) world.add({ name: t.plain(`playground-person-${role}`), role, languageCode: locale });
}

/** Starts the emulator and the page. Rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { clock, port = 0, host = "127.0.0.1", locale = "ru", bot } = options;
  let hooks = options.hooks ?? {};
  const stop = new AbortController();
  const root = projectRoot();
  const emulator = await startEmulator({ clock, ...(bot ? { bot } : {}) });
  let page: PageServer | undefined;
  const hear = (happening: Happening) => page?.tell(happening);
  const world = createWorld({ clock, emulator, signal: stop.signal, hear });
  seat(world, root, locale);

  page = createPageServer({
    emulator,
    asset: createAssets(root),
    act: createActions({ clock, emulator, world, hooks: () => hooks, hear, signal: stop.signal }),
    greeting: async () => ({
      kind: "world",
      world: {
        bot: { username: emulator.bot.username },
        clock: await clockSeen(clock, hooks),
        chats: world.chats(),
      },
    }),
  });
  const { server } = page;
  const listening = once(server, "listening");
  server.listen(port, host);
  try {
    await listening;
  } catch (error) {
    stop.abort();
    await emulator.close();
    throw error;
  }
  void tellTheTime(clock, () => hooks, hear, stop.signal);

  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    apiRoot: emulator.url,
    token: emulator.token,
    url: `http://${host === "::1" ? "[::1]" : host}:${bound}/`,
    emulator,
    attach(given) {
      hooks = given;
    },
    async close() {
      stop.abort();
      server.closeAllConnections();
      server.close();
      await emulator.close();
    },
  };
}

/** Keeps the pages' clock right and their connections alive until `signal` aborts. */
async function tellTheTime(
  clock: ShiftableClock,
  hooks: () => PlaygroundHooks,
  hear: (happening: Happening) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(CLOCK_NEWS, signal);
    if (!signal.aborted) hear({ kind: "clock", clock: await clockSeen(clock, hooks()) });
  }
}
