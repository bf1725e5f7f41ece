/** The way to Telegram and back: how calls are made, at which pace messages leave, how files come. */
import type { Clock } from "#core/clock.ts";
import type { LiveConfig } from "#platform/config.ts";
import { LARGEST_FILE } from "#platform/files/content.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import { createProxyAgent, download } from "#platform/proxy.ts";
import { createApi, createPollApi } from "#platform/telegram/client.ts";
import { createPace } from "#platform/telegram/pace.ts";
import { createResting } from "#platform/telegram/resting.ts";
import { createSender } from "#platform/telegram/send.ts";
import { readUndelivered } from "#platform/telegram/undelivered.ts";

type WayParts = { config: LiveConfig; clock: Clock; log: Log; metrics: Metrics };

/** How the app reaches Telegram. */
export function createWay({ config, clock, log, metrics }: WayParts) {
  const agent = createProxyAgent(config.proxyUrl);
  const calling = { token: config.mode.token, apiRoot: config.apiRoot, agent };
  const pace = createPace({ clock, onFlood: metrics.flooded });
  const api = createApi(calling);
  return {
    calling,
    api,
    pace,
    pollApi: createPollApi(calling),
    /** What Telegram says of its calls to us; null where we ask Telegram. */
    undelivered: config.mode.kind === "webhook" ? () => readUndelivered(api) : null,
    sender: createSender({ api, pace, log }),
    resting: createResting(),
    fetchFile: async (url: string): Promise<Uint8Array> => {
      const file = await download(url, { limitBytes: LARGEST_FILE, agent });
      if (file.kind !== "done") throw new Error(`a file did not come: ${file.kind}`);
      return file.bytes;
    },
  };
}

export type Way = ReturnType<typeof createWay>;
