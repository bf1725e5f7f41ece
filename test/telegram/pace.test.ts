import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "#core/clock.ts";
import { LANES, type Lane } from "#core/notice.ts";
import { virtualClock } from "#platform/clock.ts";
import { createPace } from "#platform/telegram/pace.ts";

function world() {
  const clock = virtualClock(new Date("2026-11-20T12:00:00Z"));
  const pace = createPace({ clock });
  const gone: { chat: bigint; lane: Lane; at: number }[] = [];
  const wants = (chat: number, lane: Lane) =>
    pace.turn(BigInt(chat), lane).then(() => {
      gone.push({ chat: BigInt(chat), lane, at: clock.monotonic() });
    });
  return { clock, pace, gone, wants };
}

describe("Telegram's pace", () => {
  it("lets 25 a second go, and never 30 within any second", async () => {
    const { clock, gone, wants } = world();
    for (let chat = 0; chat < 300; chat++) void wants(chat, "broadcast");
    await clock.advance(11 * SECOND);
    expect(gone).toHaveLength(279);
    await clock.advance(SECOND);
    expect(gone).toHaveLength(300);
    for (const { at } of gone)
      expect(gone.filter((one) => one.at >= at && one.at < at + SECOND).length).toBeLessThan(30);
  });

  it("lets three go to one chat at once and then one a second", async () => {
    const { clock, gone, wants } = world();
    for (let n = 0; n < 5; n++) void wants(1, "reminder");
    await clock.advance(0);
    expect(gone).toHaveLength(3);
    await clock.advance(10 * SECOND);
    expect(gone.map((one) => one.at)).toEqual([0, 0, 0, 1_000, 2_000]);
  });

  it("lets answers go at once, counts them, and makes the others wait for it", async () => {
    const { clock, gone, wants } = world();
    for (let chat = 0; chat < 50; chat++) void wants(chat, "reply");
    void wants(100, "reminder");
    await clock.advance(0);
    expect(gone.filter((one) => one.lane === "reply")).toHaveLength(50);
    expect(gone.filter((one) => one.lane === "reminder")).toHaveLength(0);
    await clock.advance(2 * SECOND);
    expect(gone.filter((one) => one.lane === "reminder")).toHaveLength(1);
  });

  it("lets a reminder overtake a broadcast that waits", async () => {
    const { clock, gone, wants } = world();
    for (let chat = 0; chat < 50; chat++) void wants(chat, "broadcast");
    for (let chat = 100; chat < 110; chat++) void wants(chat, "reminder");
    await clock.advance(SECOND);
    const reminders = gone.flatMap((one, place) => (one.lane === "reminder" ? [place] : []));
    expect(Math.max(...reminders)).toBeLessThan(16);
  });

  it("keeps a chat's order within a lane", async () => {
    const { clock, pace } = world();
    const order: number[] = [];
    for (let n = 0; n < 6; n++) void pace.turn(1n, "reminder").then(() => order.push(n));
    await clock.advance(MINUTE);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("forgets idle chats", async () => {
    const { clock, pace } = world();
    for (let chat = 0; chat < 5_000; chat++) {
      await pace.turn(BigInt(chat), "reply");
      if (chat % 100 === 0) await clock.advance(10 * SECOND);
    }
    expect(pace.chatsKnown()).toBeLessThan(600);
  });
});

describe("after a 429", () => {
  it("the chat is silent in every lane, and the message's lane and those after it stand still", async () => {
    const { clock, gone, pace, wants } = world();
    pace.flooded(1n, "reminder", 5_000);
    void wants(1, "reply");
    void wants(2, "reminder");
    void wants(3, "broadcast");
    void wants(4, "reply");
    await clock.advance(5 * SECOND);
    expect(gone.map((one) => one.chat)).toEqual([4n]);
    await clock.advance(SECOND);
    expect(gone).toHaveLength(4);
  });

  it("an answer to somebody who was written to often pauses that chat only", async () => {
    const { clock, gone, pace, wants } = world();
    for (let n = 0; n < 4; n++) await pace.turn(1n, "reply");
    pace.flooded(1n, "reply", 5_000);
    for (const chat of [1, 2]) void wants(chat, "reply");
    await clock.advance(SECOND);
    expect(gone.map((one) => one.chat)).toEqual([2n]);
  });

  it("an answer refused without such a reason stops everything: the bot as a whole is too fast", async () => {
    const { clock, gone, pace, wants } = world();
    await pace.turn(1n, "reply");
    pace.flooded(1n, "reply", 5_000);
    for (const lane of LANES) void wants(2, lane);
    await clock.advance(5 * SECOND);
    expect(gone).toHaveLength(0);
  });

  it("who would not wait so long is told when to come again", async () => {
    const { clock, pace } = world();
    pace.flooded(1n, "broadcast", 30_000);
    expect(await pace.turn(2n, "broadcast", { patienceMs: 10_000 })).toEqual({ kind: "later", afterMs: 30_050 });
    await clock.advance(25 * SECOND);
    const turn = pace.turn(2n, "broadcast", { patienceMs: 10_000 });
    await clock.advance(6 * SECOND);
    expect(await turn).toEqual({ kind: "go" });
  });

  it("waiting ends when the process stops", async () => {
    const { clock, pace } = world();
    pace.flooded(1n, "reply", 30_000);
    const stop = new AbortController();
    const turn = pace.turn(1n, "reply", { signal: stop.signal });
    await clock.advance(SECOND);
    stop.abort();
    expect(await turn).toMatchObject({ kind: "later" });
    expect(clock.nextSleeper()).not.toBeNull();
    await clock.advance(MINUTE);
    expect(clock.nextSleeper()).toBeNull();
  });

  it("nothing ever goes before its time, whatever comes in whatever order", async () => {
    const event = fc.record({
      chat: fc.integer({ min: 1, max: 4 }),
      lane: fc.constantFrom(...LANES),
      floodMs: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: null }),
      pauseMs: fc.integer({ min: 0, max: 3_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const { clock, gone, pace, wants } = world();
        const silentUntil = new Map<bigint, number>();
        let seen = 0;
        const check = () => {
          for (; seen < gone.length; seen++) {
            const one = gone[seen];
            if (one) expect(one.at).toBeGreaterThanOrEqual(silentUntil.get(one.chat) ?? 0);
          }
        };
        for (const { chat, lane, floodMs, pauseMs } of events) {
          if (floodMs === null) void wants(chat, lane);
          else {
            pace.flooded(BigInt(chat), lane, floodMs);
            silentUntil.set(BigInt(chat), Math.max(silentUntil.get(BigInt(chat)) ?? 0, clock.monotonic() + floodMs));
          }
          await clock.advance(pauseMs);
          check();
        }
        await clock.advance(10 * MINUTE);
        check();
        expect(gone).toHaveLength(events.filter((one) => one.floodMs === null).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an outage", () => {
  it("is known by eight broken calls in a row and makes reminders wait, but not answers", async () => {
    const { pace } = world();
    const known = Array.from({ length: 9 }, () => pace.broke());
    expect(known).toEqual([...Array(7).fill(false), true, true]);
    expect(pace.pausedFor("reply")).toBe(0);
    expect(pace.pausedFor("reminder")).toBe(1_000);
    pace.answered();
    expect(pace.broke()).toBe(false);
  });
});
