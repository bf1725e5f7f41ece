import { describe, expect, it } from "vitest";
import { button, kit } from "./kit.ts";

const TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid";

describe("a tap", () => {
  it("waits until the bot answers, once", async () => {
    const { emulator, ann, sent, say, updates } = await kit();
    const tap = emulator.tap(ann.id, await sent("x", { reply_markup: button("go") }), "go");
    expect(tap.state().kind).toBe("waiting");
    const [update] = await updates();
    expect(update?.callback_query).toMatchObject({ id: tap.id, data: "go", from: { id: ann.id } });
    const answer = { callback_query_id: tap.id, text: "done", show_alert: true };
    expect(await say("answerCallbackQuery", answer)).toBe("ok");
    expect(await tap.answered).toEqual({ text: "done", alert: true });
    expect(tap.state().kind).toBe("answered");
    expect(await say("answerCallbackQuery", answer)).toBe(TOO_OLD);
  });

  it("cannot be answered after 150 seconds, under a wrong id, at length, or with a foreign link", async () => {
    const { emulator, ann, sent, say, clock } = await kit();
    const id = await sent("x", { reply_markup: button("go") });
    const tap = emulator.tap(ann.id, id, "go");
    const answer = (more: object) => say("answerCallbackQuery", { callback_query_id: tap.id, ...more });
    expect(await answer({ callback_query_id: "5" })).toBe(TOO_OLD);
    expect(await answer({ text: "x".repeat(201) })).toBe("Bad Request: MESSAGE_TOO_LONG");
    expect(await answer({ url: "https://example.com" })).toBe("Bad Request: URL_INVALID");
    await clock.advance(151_000);
    expect(await answer({})).toBe(TOO_OLD);
    expect(tap.state().kind).toBe("expired");
    const next = emulator.tap(ann.id, id, "go");
    const url = emulator.deepLink("abc");
    expect(await say("answerCallbackQuery", { callback_query_id: next.id, url })).toBe("ok");
    expect(await next.answered).toEqual({ alert: false, url });
  });

  it("needs a button that is on the screen, unless it is forged", async () => {
    const { emulator, ann, sent, updates, say } = await kit();
    const id = await sent("x", { reply_markup: button("go") });
    expect(() => emulator.tap(ann.id, id, "stop")).toThrow("no such button; there are: go");
    await say("deleteMessage", { chat_id: ann.id, message_id: id });
    emulator.forgeTap(ann.id, id, "stop");
    const [update] = await updates();
    expect(update?.callback_query).toMatchObject({ data: "stop", message: { message_id: id, date: 0 } });
  });

  it("dies in the queue after 150 seconds, while a message waits for a day", async () => {
    const { emulator, ann, sent, clock, updates } = await kit();
    emulator.tap(ann.id, await sent("x", { reply_markup: button("go") }), "go");
    emulator.say(ann.id, "hello");
    await clock.advance(150_000);
    expect(emulator.pending()).toBe(1);
    expect((await updates()).map((update) => Object.keys(update)[0])).toEqual(["message"]);
    emulator.say(ann.id, "again");
    await clock.advance(86_400_000);
    expect(await updates()).toEqual([]);
  });
});
