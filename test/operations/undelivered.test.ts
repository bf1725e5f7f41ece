/** A webhook that Telegram cannot reach: the owner hears of it when it lasts. */
import { afterEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "#core/clock.ts";
import type { Alarms } from "#features/operations/alarms.service.ts";
import { createWatching } from "#features/operations/watching.service.ts";
import { systemClock, virtualClock } from "#platform/clock.ts";
import { createApi } from "#platform/telegram/client.ts";
import { readUndelivered } from "#platform/telegram/undelivered.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { until } from "#test/support/process.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A bot before a Telegram that calls an address where nobody listens. */
async function unreached() {
  const emulator = await startEmulator({ clock: systemClock });
  closing.push(emulator.close);
  const api = createApi({ token: emulator.token, apiRoot: emulator.url });
  await api.setWebhook("http://127.0.0.1:9");
  return { emulator, undelivered: () => readUndelivered(api) };
}

describe("a webhook that Telegram cannot reach", () => {
  it("is known by what Telegram says of it, and told after an hour, not at once", async () => {
    const { emulator, undelivered } = await unreached();
    expect(await undelivered()).toEqual({ pending: 0, failedAt: null });
    emulator.say(emulator.addUser({ firstName: "Вера" }).id, "Здравствуйте");
    await until("a call has failed", async () => (await undelivered()).failedAt !== null);
    const told: string[] = [];
    const alarms: Alarms = {
      raise: async (alarm) => void told.push(alarm),
      since: async () => null,
      clear: async (alarm) => void told.push(`no ${alarm}`),
    };
    const clock = virtualClock(systemClock.now());
    const { database, close } = await openTestDatabase("sqlite", { clock });
    closing.push(close);
    const outside = { database, clock, alarms, room: async () => null };
    let state = await undelivered();
    const watching = createWatching({ ...outside, undelivered: async () => state });
    await watching.tick("Europe/Moscow", null);
    expect(told).not.toContain("webhook");
    await clock.advance(HOUR + MINUTE);
    state = { ...state, failedAt: clock.now() };
    await watching.tick("Europe/Moscow", null);
    expect(told).toContain("webhook");
    await clock.advance(HOUR + MINUTE);
    state = { pending: 0, failedAt: clock.now() };
    await watching.tick("Europe/Moscow", null);
    expect(told).toContain("no webhook");
  });
});
