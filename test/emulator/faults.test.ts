import { describe, expect, it } from "vitest";
import type { Fault } from "#playground/telegram/model.ts";
import { type Kit, kit, until } from "./kit.ts";

/** What a bot meets when it sends a text: a status and body, or a broken connection. */
async function attempt({ emulator, ann }: Kit, text: string): Promise<string> {
  try {
    const response = await fetch(`${emulator.url}/bot${emulator.token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: ann.id, text }),
    });
    return `${response.status} ${await response.text()}`;
  } catch {
    return "broken";
  }
}
const seen = ({ emulator, ann }: Kit) =>
  emulator
    .chat(ann.id)
    .map((message) => message.text)
    .slice(1);
const outcomes = ({ emulator }: Kit) =>
  emulator.calls.filter((call) => call.method === "sendMessage").map((call) => call.outcome);

describe("a fault on demand", () => {
  it.each<[Fault, RegExp, boolean]>([
    [{ kind: "500" }, /^500 .*"error_code":500/, false],
    [{ kind: "502-html" }, /^502 <html>/, false],
    [{ kind: "429", retryAfter: 7 }, /^429 .*"retry_after":7/, false],
    [{ kind: "400", description: "Bad Request: chat not found" }, /^400 .*chat not found/, false],
    [{ kind: "403", description: "Forbidden: bot was blocked by the user" }, /^403 .*blocked/, false],
    [{ kind: "409" }, /^409 .*Conflict/, false],
    [{ kind: "reset-before" }, /^broken$/, false],
    [{ kind: "reset-after" }, /^broken$/, true],
    [{ kind: "truncated" }, /^broken$/, true],
  ])("%o", async (fault, met, done) => {
    const made = await kit();
    made.emulator.faults.add({ ...fault, times: 1 });
    expect(await attempt(made, "x")).toMatch(met);
    expect(seen(made)).toEqual(done ? ["x"] : []);
    expect(outcomes(made)).toEqual([{ kind: "fault", fault: fault.kind, done }]);
    expect(await attempt(made, "y")).toMatch(/^200/);
  });

  it("strikes the n-th call of a method, as many times as told, and counts its hits", async () => {
    const made = await kit();
    const fault = made.emulator.faults.add({ kind: "500", method: "sendMessage", nth: 2, times: 2 });
    for (const text of ["1", "2", "3", "4"]) await attempt(made, text);
    expect(seen(made)).toEqual(["1", "4"]);
    expect(fault.hits()).toBe(2);
    expect(await made.say("getMe")).toBe("ok");
  });

  it("leaves getUpdates alone unless it is named", async () => {
    const made = await kit();
    made.emulator.faults.add({ kind: "500" });
    expect(await made.say("getUpdates")).toBe("ok");
    made.emulator.faults.add({ kind: "500", method: /^getU/ });
    expect(await made.say("getUpdates")).toContain("Internal Server Error");
    made.emulator.faults.clear();
    expect(await made.say("getUpdates")).toBe("ok");
  });

  it("with a probability strikes the same calls under the same seed", async () => {
    const run = async () => {
      const made = await kit();
      made.emulator.faults.add({ kind: "500", probability: 0.5, seed: 3 });
      for (let at = 0; at < 20; at++) await attempt(made, `${at}`);
      return seen(made);
    };
    const first = await run();
    expect(first.length).toBeGreaterThan(3);
    expect(first.length).toBeLessThan(17);
    expect(await run()).toEqual(first);
  });

  it("can delay a call, and slow them all, by the clock", async () => {
    const made = await kit();
    made.emulator.faults.latency(100);
    made.emulator.faults.add({ kind: "delay", ms: 900, times: 1 });
    const slow = attempt(made, "slow");
    await until(() => made.clock.nextSleeper() !== null);
    await made.clock.advance(999);
    expect(seen(made)).toEqual([]);
    expect(made.emulator.inFlight()).toBe(0);
    await made.clock.advance(1);
    expect(await slow).toMatch(/^200/);
  });

  it("can hang until the bot gives up", async () => {
    const { emulator, ann, clock } = await kit();
    emulator.faults.add({ kind: "hang", times: 1 });
    const patience = new AbortController();
    const url = `${emulator.url}/bot${emulator.token}/sendMessage?chat_id=${ann.id}&text=x`;
    const hanging = fetch(url, { signal: patience.signal }).catch(() => "gave up");
    await until(() => emulator.calls.at(-1)?.method === "sendMessage");
    await clock.advance(3_600_000);
    patience.abort();
    expect(await hanging).toBe("gave up");
    expect(emulator.inFlight()).toBe(0);
  });

  it("can be an outage: every connection is cut until it is over, and nothing of the queue is lost", async () => {
    const made = await kit();
    const polling = made.call("getUpdates", { timeout: 30 }).catch(() => "cut");
    await until(made.emulator.polling);
    const end = made.emulator.faults.outage();
    expect(await polling).toBe("cut");
    expect(await attempt(made, "x")).toBe("broken");
    made.emulator.say(made.ann.id, "waiting");
    end();
    expect(await attempt(made, "y")).toMatch(/^200/);
    expect((await made.updates()).map((update) => update.message?.text)).toEqual(["waiting"]);
  });
});

describe("Telegram's limits", () => {
  it("refuse a private chat's burst, say how long to wait, and note who does not", async () => {
    const made = await kit({ limits: "telegram" });
    const { emulator, call, ann, clock } = made;
    const send = () => call("sendMessage", { chat_id: ann.id, text: "x" });
    for (let at = 0; at < 4; at++) expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({
      error_code: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    });
    expect(emulator.violations()).toEqual([]);
    await clock.advance(500);
    await send();
    expect(emulator.violations()).toMatchObject([{ kind: "early-after-429", chatId: ann.id, method: "sendMessage" }]);
    await clock.advance(1_000);
    expect((await send()).ok).toBe(true);
    expect(emulator.violations()).toHaveLength(1);
  });

  it("let a chat have one message a second for ever", async () => {
    const { call, ann, clock, emulator } = await kit({ limits: "telegram" });
    for (let at = 0; at < 90; at++) {
      expect((await call("sendMessage", { chat_id: ann.id, text: `${at}` })).ok).toBe(true);
      await clock.advance(1_000);
    }
    expect(emulator.violations()).toEqual([]);
  });

  it("let a group have twenty a minute and everybody together thirty a second", async () => {
    const { call, ann, emulator, clock } = await kit({ limits: "telegram" });
    const group = emulator.addGroup({ title: "Team", by: ann.id });
    for (let at = 0; at < 20; at++)
      expect((await call("sendMessage", { chat_id: group, text: `${at}` })).ok).toBe(true);
    expect((await call("sendMessage", { chat_id: group, text: "x" })).parameters).toEqual({ retry_after: 60 });
    await clock.advance(60_000);
    const people = Array.from({ length: 31 }, (_, at) => emulator.addUser({ firstName: `P${at}` }).id);
    for (const id of people) emulator.start(id);
    const oks = [];
    for (const chat_id of people) oks.push((await call("sendMessage", { chat_id, text: "x" })).ok);
    expect(oks.filter(Boolean)).toHaveLength(30);
  });

  it("note a send before the end of a 429 that a test has ordered", async () => {
    const made = await kit();
    made.emulator.faults.add({ kind: "429", retryAfter: 10, times: 1 });
    await attempt(made, "x");
    await made.clock.advance(9_000);
    await attempt(made, "x");
    expect(made.emulator.violations()).toHaveLength(1);
  });
});
