import { describe, expect, it } from "vitest";
import { silentLog } from "#platform/log.ts";
import { createTicker } from "#platform/ticker.ts";

describe("the ticker", () => {
  it("never ticks twice at the same time", async () => {
    let ticks = 0;
    let finish = () => {};
    const ticker = createTicker({
      log: silentLog,
      tick: () => {
        ticks += 1;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
    });
    const both = Promise.all([ticker.now(), ticker.now()]);
    expect(ticks).toBe(1);
    finish();
    await both;
    const again = ticker.now();
    expect(ticks).toBe(2);
    finish();
    await again;
  });

  it("goes on after a tick that failed", async () => {
    let ticks = 0;
    const events: string[] = [];
    const log = { ...silentLog, error: (event: string) => void events.push(event) };
    const ticker = createTicker({
      log,
      tick: async () => {
        ticks += 1;
        throw new Error("database gone");
      },
    });
    await ticker.now();
    await ticker.now();
    expect(ticks).toBe(2);
    expect(events).toEqual(["tick-failed", "tick-failed"]);
  });

  it("waits for the running tick when it stops, and ticks no more", async () => {
    const order: string[] = [];
    let finish = () => {};
    const ticker = createTicker({
      log: silentLog,
      tick: async () => {
        order.push("tick");
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        order.push("done");
      },
    });
    ticker.start();
    void ticker.now();
    const stopped = ticker.stop().then(() => order.push("stopped"));
    finish();
    await stopped;
    await ticker.now();
    expect(order).toEqual(["tick", "done", "stopped"]);
  });
});
