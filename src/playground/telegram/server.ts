/** Puts the local Telegram together: people and chats on one side, the Bot API over HTTP on the other. */
import { randomBytes } from "node:crypto";
import { createDispatch } from "./dispatch.ts";
import { createFaultPlan } from "./faults.ts";
import { createFloods } from "./floods.ts";
import { groupActions } from "./groups.ts";
import { createEmulatorServer } from "./http.ts";
import type { BotIdentity, Change, Emulator, EmulatorOptions, Faults, Reading } from "./model.ts";
import { peopleActions } from "./people.ts";
import { createPolling } from "./polling.ts";
import { commandsShown } from "./profile.ts";
import { chatMessage } from "./screens.ts";
import type { Settings, Station } from "./station.ts";
import { createUpdates } from "./updates.ts";
import { createWebhook } from "./webhook.ts";
import { createWorld } from "./world.ts";

const BOT_ID = 7_100_000_001;

/**
 * Starts a local Telegram on a loopback address. It lives in this process and keeps everything in memory;
 * `close` cuts all connections. Rejects when the port is taken.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { clock, port = 0, host = "127.0.0.1", limits = "none" } = options;
  const bot: BotIdentity = { id: BOT_ID, username: "tropa_local_bot", first_name: "Tropa", ...options.bot };
  const token = options.token ?? `${bot.id}:AA${randomBytes(25).toString("base64url").slice(0, 33)}`;
  const station = createStation(options, bot, limits);
  const { world, updates, floods } = station;
  const plan = createFaultPlan();
  const server = createEmulatorServer({
    clock,
    token,
    dispatch: createDispatch(station),
    plan,
    floods,
    fileAt: (path) => world.filesByPath.get(path),
  });
  const address = await server.listen(port, host);

  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    token,
    bot,
    ...peopleActions(station),
    ...groupActions(station),
    ...reading(station, server),
    faults: faultControls(plan, updates, server.cut),
    restartUpdateIds: updates.restartIds,
    push: (update) => updates.push({ ...update }),
    repeat: updates.repeat,
    close: async () => {
      station.webhook.set({ url: "" });
      await server.close();
    },
  };
}

function createStation(
  { clock, polls = "timed" }: EmulatorOptions,
  bot: BotIdentity,
  limits: "telegram" | "none",
): Station {
  const updates = createUpdates(clock);
  const webhook = createWebhook(clock, updates);
  const settings: Settings = {
    commands: new Map(),
    names: {},
    descriptions: {},
    shortDescriptions: {},
    menuButtons: new Map(),
    loggedOut: false,
  };
  return {
    world: createWorld(clock, bot),
    updates,
    polling: createPolling(clock, updates, webhook.isSet, polls === "timed"),
    webhook,
    floods: createFloods(clock, limits),
    settings,
  };
}

type ServerSide = Pick<ReturnType<typeof createEmulatorServer>, "calls" | "inFlight">;

function reading({ world, updates, polling, webhook, floods, settings }: Station, server: ServerSide): Reading {
  return {
    chat: (chatId) => [...(world.chats.get(chatId)?.messages.values() ?? [])].map(chatMessage),
    typing: (chatId) => {
      const typing = world.chats.get(chatId)?.typing;
      return typing && typing.until > world.clock.monotonic() ? typing.action : undefined;
    },
    keyboard: (chatId) => world.chats.get(chatId)?.keyboard,
    subscribe: (listener: (change: Change) => void) => {
      world.listeners.add(listener);
      return () => void world.listeners.delete(listener);
    },
    calls: server.calls,
    violations: floods.violations,
    taps: () => [...world.taps.values()],
    pending: updates.pending,
    inFlight: () => server.inFlight() + webhook.posting(),
    polling: polling.isWaiting,
    commands: () => [...settings.commands.values()],
    commandsFor: (userId) => commandsShown(settings, userId, world.person(userId).user.language_code),
    profile: () => ({
      names: { ...settings.names },
      descriptions: { ...settings.descriptions },
      shortDescriptions: { ...settings.shortDescriptions },
    }),
    webhookUrl: webhook.url,
    deepLink: (payload) => `https://t.me/${world.bot.username}?start=${payload}`,
  };
}

function faultControls(plan: ReturnType<typeof createFaultPlan>, updates: Station["updates"], cut: () => void): Faults {
  return {
    add: plan.add,
    clear: () => {
      plan.clear();
      updates.duplicate(1);
      updates.reorder(1, 1);
    },
    duplicates: updates.duplicate,
    reorder: (window, seed = 1) => updates.reorder(window, seed),
    flush: updates.flush,
    outage: () => {
      const end = plan.beginOutage();
      cut();
      return end;
    },
    latency: plan.setLatency,
  };
}
