import { describe, expect, it } from "vitest";
import { SECOND } from "#core/clock.ts";
import { virtualClock } from "#platform/clock.ts";
import { createLifetime } from "#platform/lifetime.ts";
import { silentLog } from "#platform/log.ts";

function life() {
  const clock = virtualClock(new Date("2026-09-01T00:00:00Z"));
  const exits: number[] = [];
  const lifetime = createLifetime({ clock, log: silentLog, exit: (code) => exits.push(code) });
  return { clock, exits, lifetime };
}

describe("the end of the process", () => {
  it("closes what was opened last first, and leaves with the code", async () => {
    const { lifetime, exits } = life();
    const order: string[] = [];
    for (const what of ["database", "app", "http"]) {
      await lifetime.onEnd(what, async () => {
        order.push(what);
      });
    }
    await lifetime.end(2);
    expect(order).toEqual(["http", "app", "database"]);
    expect(exits).toEqual([2]);
  });

  it("happens once, with the first code", async () => {
    const { lifetime, exits } = life();
    let closed = 0;
    await lifetime.onEnd("app", async () => {
      closed += 1;
    });
    await Promise.all([lifetime.end(2), lifetime.end(0)]);
    expect([closed, exits]).toEqual([1, [2]]);
  });

  it("goes on when something cannot be closed", async () => {
    const { lifetime, exits } = life();
    let closed = false;
    await lifetime.onEnd("database", async () => {
      closed = true;
    });
    await lifetime.onEnd("app", () => Promise.reject(new Error("stuck")));
    await lifetime.end(0);
    expect([closed, exits]).toEqual([true, [0]]);
  });

  it("closes at once what was opened after the end had come", async () => {
    const { lifetime } = life();
    await lifetime.end(0);
    let closed = false;
    await lifetime.onEnd("app", async () => {
      closed = true;
    });
    expect([closed, lifetime.ending]).toEqual([true, true]);
  });

  it("comes within nine seconds even when something never closes", async () => {
    const { lifetime, exits, clock } = life();
    await lifetime.onEnd("app", () => new Promise(() => {}));
    const ended = lifetime.end(0);
    await clock.advance(8.9 * SECOND);
    expect(exits).toEqual([]);
    await clock.advance(0.2 * SECOND);
    await ended;
    expect(exits).toEqual([1]);
  });

  it("takes the two signals of one Ctrl-C for one wish", async () => {
    const { lifetime, exits, clock } = life();
    let close = () => {};
    await lifetime.onEnd(
      "app",
      () =>
        new Promise((resolve) => {
          close = resolve;
        }),
    );
    lifetime.signal();
    await clock.advance(50);
    lifetime.signal();
    expect(exits).toEqual([]);
    close();
    await lifetime.end(0);
    expect(exits).toEqual([0]);
  });

  it("comes at once when a signal is repeated", async () => {
    const { lifetime, exits, clock } = life();
    await lifetime.onEnd("app", () => new Promise(() => {}));
    lifetime.signal();
    await clock.advance(2 * SECOND);
    lifetime.signal();
    expect(exits).toEqual([130]);
  });
});
