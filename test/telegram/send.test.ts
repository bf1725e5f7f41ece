import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SECOND } from "#core/clock.ts";
import { type VirtualClock, virtualClock } from "#platform/clock.ts";
import { silentLog } from "#platform/log.ts";
import { createPace, type Pace } from "#platform/telegram/pace.ts";
import { createSender, type Sender } from "#platform/telegram/send.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import type { Emulator, FaultKind } from "#playground/telegram/model.ts";

/** A picture of one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

describe("a message sent unasked", () => {
  let clock: VirtualClock;
  let emulator: Emulator;
  let pace: Pace;
  let sender: Sender;
  let anna: number;
  beforeEach(async () => {
    clock = virtualClock(new Date("2026-11-20T07:00:00Z"));
    emulator = await startEmulator({ clock });
    pace = createPace({ clock });
    // grammY never notices an answer cut in half; only its own timeout, on the machine's time, ends the call.
    const api = new Api(emulator.token, { apiRoot: emulator.url, timeoutSeconds: 1 });
    sender = createSender({ api, pace, log: silentLog });
    anna = emulator.addUser({ firstName: "Аня", id: 5_000_000_001 }).id;
    emulator.start(anna);
  });
  afterEach(() => emulator.close());
  const last = () => emulator.chat(anna).at(-1);

  it("arrives with its words, buttons, silence and guard, and gives its number", async () => {
    const rows = [[{ label: "Да", press: "a.b:1" }]];
    const screen = { text: "<b>Встреча</b> &lt;3 https://example.org", rows, silent: true, guarded: true };
    const outcome = await sender.send(BigInt(anna), screen, { lane: "reminder" });
    expect(last()).toMatchObject({ text: "Встреча <3 https://example.org", silent: true, protected: true });
    expect(last()?.buttons).toMatchObject([[{ text: "Да", data: "a.b:1" }]]);
    expect(outcome).toEqual({ kind: "sent", messageId: last()?.id });
    expect(emulator.calls.at(-1)?.params).toMatchObject({ link_preview_options: { is_disabled: true } });
  });

  it("may be a document or a picture with its words below", async () => {
    const document = { bytes: new Uint8Array([1, 2, 3]), name: "банк.xlsx", mime: "application/zip" };
    await sender.send(BigInt(anna), { text: "Вот <i>файл</i>", document }, { lane: "reply" });
    expect(last()).toMatchObject({ kind: "document", text: "Вот файл", file: { name: "банк.xlsx", size: 3 } });
    await sender.send(BigInt(anna), { text: "", picture: { bytes: PNG, name: "q.png" } }, { lane: "reply" });
    expect(last()).toMatchObject({ kind: "photo", text: "" });
  });

  it.each<[FaultKind, object]>([
    ["429", { kind: "later", afterMs: 4_000 }],
    ["500", { kind: "failed", reason: "500", outage: false }],
    ["502-html", { kind: "failed", outage: false }],
    ["truncated", { kind: "ambiguous", outage: false }],
    ["reset-before", { kind: "ambiguous", outage: false }],
    ["reset-after", { kind: "ambiguous", outage: false }],
    ["403", { kind: "unreachable" }],
    ["400", { kind: "rejected" }],
    ["409", { kind: "later" }],
  ])("tells what a fault of the kind %s means", async (kind, outcome) => {
    emulator.faults.add({ method: "sendMessage", kind, retryAfter: 4 });
    expect(await sender.send(BigInt(anna), { text: "x" }, { lane: "reminder" })).toMatchObject(outcome);
  });

  it("to nobody there is unreachable", async () => {
    expect(await sender.send(77n, { text: "x" }, { lane: "reminder" })).toEqual({
      kind: "unreachable",
      reason: "noChat",
    });
    emulator.deactivate(anna);
    const outcome = await sender.send(BigInt(anna), { text: "x" }, { lane: "reminder" });
    expect(outcome).toEqual({ kind: "unreachable", reason: "deactivated" });
  });

  it("when nobody listens, has certainly not arrived", async () => {
    await emulator.close();
    const outcome = await sender.send(BigInt(anna), { text: "x" }, { lane: "reminder" });
    expect(outcome).toEqual({ kind: "failed", reason: "ECONNREFUSED", outage: false });
  });

  it("is put off rather than held through a long pause, and waits through a short one", async () => {
    pace.flooded(BigInt(anna), "reminder", 5 * SECOND);
    const waiting = sender.send(BigInt(anna), { text: "x" }, { lane: "reminder" });
    await clock.advance(4 * SECOND);
    expect(sender.waiting()).toBe(1);
    await clock.advance(2 * SECOND);
    expect((await waiting).kind).toBe("sent");
    pace.flooded(BigInt(anna), "reminder", 60 * SECOND);
    expect(await sender.send(BigInt(anna), { text: "x" }, { lane: "reminder" })).toMatchObject({ kind: "later" });
    expect(emulator.violations()).toEqual([]);
  });
});
