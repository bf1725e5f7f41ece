/** How a bot gets its updates: by long polling, or by a webhook. */
import { createServer, type IncomingMessage } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { button, type Kit, kit, listOf, until } from "./kit.ts";

const idsOf = (result: unknown) => listOf(result).map((update) => update.update_id);
const texts = (result: unknown) => listOf(result).map((update) => update.message?.text);

describe("getUpdates", () => {
  it("repeats what no offset has confirmed, and forgets what one has", async () => {
    const { emulator, ann, call } = await kit();
    for (const text of ["a", "b", "c"]) emulator.say(ann.id, text);
    const [first = 0, second = 0] = idsOf((await call("getUpdates")).result);
    expect(second).toBe(first + 1);
    expect(texts((await call("getUpdates", { limit: 2 })).result)).toEqual(["a", "b"]);
    expect(texts((await call("getUpdates", { offset: first + 1 })).result)).toEqual(["b", "c"]);
    expect(emulator.pending()).toBe(2);
    expect(texts((await call("getUpdates", { offset: -1 })).result)).toEqual(["c"]);
    await call("getUpdates", { offset: first + 3 });
    expect(emulator.pending()).toBe(0);
  });

  it("gives at most a hundred at once", async () => {
    const { emulator, ann, call } = await kit();
    for (let at = 0; at < 130; at++) emulator.say(ann.id, `${at}`);
    expect(idsOf((await call("getUpdates")).result)).toHaveLength(100);
  });

  it("waits as long as it is told, and wakes at once for news", async () => {
    const { emulator, ann, call, clock } = await kit();
    let quiet: unknown;
    void call("getUpdates", { timeout: 30 }).then(({ result }) => {
      quiet = result;
    });
    await until(emulator.polling);
    await clock.advance(29_000);
    expect(quiet).toBeUndefined();
    await clock.advance(1_000);
    await until(() => quiet !== undefined);
    expect(quiet).toEqual([]);
    const waiting = call("getUpdates", { timeout: 30 });
    await until(emulator.polling);
    expect(emulator.inFlight()).toBe(0);
    emulator.say(ann.id, "news");
    expect(texts((await waiting).result)).toEqual(["news"]);
  });

  it("belongs to one poller: a second one ends the first", async () => {
    const { emulator, ann, call, say } = await kit();
    const first = say("getUpdates", { timeout: 30 });
    await until(emulator.polling);
    const second = call("getUpdates", { timeout: 30 });
    expect(await first).toBe(
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    await until(emulator.polling);
    emulator.say(ann.id, "x");
    expect(texts((await second).result)).toEqual(["x"]);
  });

  it("forgets a poller whose connection has died", async () => {
    const { emulator, ann, call } = await kit();
    const dying = new AbortController();
    const url = `${emulator.url}/bot${emulator.token}/getUpdates?timeout=30`;
    const dead = fetch(url, { signal: dying.signal }).catch(() => "dead");
    await until(emulator.polling);
    dying.abort();
    expect(await dead).toBe("dead");
    await until(() => !emulator.polling());
    emulator.say(ann.id, "x");
    expect(texts((await call("getUpdates", { timeout: 30 })).result)).toEqual(["x"]);
  });

  it("makes only updates of the types asked for, from then on", async () => {
    const { emulator, ann, sent, call } = await kit();
    const id = await sent("x", { reply_markup: button("go") });
    emulator.say(ann.id, "kept");
    await call("getUpdates", { allowed_updates: ["callback_query"] });
    emulator.say(ann.id, "never made");
    emulator.tap(ann.id, id, "go");
    await call("getUpdates");
    emulator.block(ann.id);
    const types = listOf((await call("getUpdates")).result).map((update) => Object.keys(update)[0]);
    expect(types).toEqual(["message", "callback_query"]);
  });

  it("goes on from a random lower id after a week of silence, and a high old offset confirms nothing new", async () => {
    const { emulator, ann, call } = await kit();
    emulator.say(ann.id, "before");
    const [old = 0] = idsOf((await call("getUpdates")).result);
    emulator.restartUpdateIds();
    emulator.say(ann.id, "after");
    expect(texts((await call("getUpdates", { offset: old })).result)).toEqual(["before", "after"]);
    const rest = (await call("getUpdates", { offset: old + 1 })).result;
    expect(texts(rest)).toEqual(["after"]);
    const [young = 0] = idsOf(rest);
    expect(young).toBeLessThan(old);
    await call("getUpdates", { offset: young + 1 });
    expect(emulator.pending()).toBe(0);
  });

  it("can be made to repeat and to shuffle updates, and loses none of them", async () => {
    const { emulator, ann, call } = await kit();
    emulator.faults.duplicates(3);
    emulator.say(ann.id, "three times");
    expect(texts((await call("getUpdates")).result)).toEqual(["three times", "three times", "three times"]);
    const [id = 0] = idsOf((await call("getUpdates")).result);
    await call("getUpdates", { offset: id + 1 });
    emulator.faults.clear();
    emulator.faults.reorder(5, 7);
    for (const text of ["1", "2", "3", "4", "5"]) emulator.say(ann.id, text);
    const shuffled = texts((await call("getUpdates")).result);
    expect([...shuffled].sort()).toEqual(["1", "2", "3", "4", "5"]);
    expect(shuffled).not.toEqual(["1", "2", "3", "4", "5"]);
    emulator.repeat(id);
    expect(texts((await call("getUpdates", { offset: id + 6 })).result)).toEqual(["three times"]);
    expect(emulator.pending()).toBe(0);
  });
});

type Received = { text: string; secret: string | undefined };

/** A bot's web server; `answers` are its statuses, the last one for ever. */
async function site(answers: (number | [number, number])[]) {
  const received: Received[] = [];
  const read = async (request: IncomingMessage): Promise<Received> => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const update = JSON.parse(body);
    const text = update.message?.text ?? update.callback_query?.data;
    return { text, secret: String(request.headers["x-telegram-bot-api-secret-token"]) };
  };
  const server = createServer(async (request, response) => {
    received.push(await read(request));
    const next = answers.length > 1 ? answers.shift() : answers[0];
    const [status, retryAfter] = Array.isArray(next) ? next : [next ?? 200, 0];
    if (retryAfter > 0) response.setHeader("retry-after", retryAfter);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}/hook`, received, texts: () => received.map(({ text }) => text) };
}

const delivered = ({ emulator }: Kit) => until(() => emulator.pending() === 0);

describe("a webhook", () => {
  it("gets every update with the secret, and getUpdates is refused meanwhile", async () => {
    const made = await kit();
    const { emulator, ann, say, call } = made;
    const { url, received } = await site([200]);
    emulator.say(ann.id, "before");
    expect(await say("setWebhook", { url, secret_token: "s3cret" })).toBe("ok");
    emulator.say(ann.id, "after");
    await delivered(made);
    expect(received).toEqual([
      { text: "before", secret: "s3cret" },
      { text: "after", secret: "s3cret" },
    ]);
    expect(await say("getUpdates")).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    expect((await call("getWebhookInfo")).result).toMatchObject({ url, pending_update_count: 0 });
    await say("deleteWebhook");
    expect(await say("getUpdates")).toBe("ok");
    expect(emulator.webhookUrl()).toBe("");
  });

  it("is tried again until it answers 2xx, later and later, in order within a chat", async () => {
    const made = await kit();
    const { emulator, ann, say, clock, call } = made;
    const { url, texts } = await site([500, 503, 200]);
    await say("setWebhook", { url });
    emulator.say(ann.id, "a");
    emulator.say(ann.id, "b");
    await until(() => texts().length === 1 && emulator.inFlight() === 0);
    expect((await call("getWebhookInfo")).result).toMatchObject({
      pending_update_count: 2,
      last_error_message: "Wrong response from the webhook: 500",
    });
    await clock.advance(1_000);
    await until(() => texts().length === 2 && emulator.inFlight() === 0);
    await clock.advance(1_000);
    expect(texts()).toEqual(["a", "a"]);
    await clock.advance(1_000);
    await delivered(made);
    expect(texts()).toEqual(["a", "a", "a", "b"]);
  });

  it("obeys Retry-After, and a tap need not wait for a message", async () => {
    const made = await kit();
    const { emulator, ann, say, clock, sent } = made;
    const id = await sent("x", { reply_markup: button("go") });
    const { url, texts } = await site([[429, 40], 200]);
    await say("setWebhook", { url });
    emulator.say(ann.id, "a");
    await until(() => texts().length === 1 && emulator.inFlight() === 0);
    emulator.tap(ann.id, id, "go");
    await until(() => emulator.pending() === 1);
    await clock.advance(39_000);
    expect(texts()).toEqual(["a", "go"]);
    await clock.advance(1_000);
    await delivered(made);
    expect(texts()).toEqual(["a", "go", "a"]);
  });

  it("is refused when Telegram could not or would not call it", async () => {
    const { say, emulator, ann } = await kit();
    const bad = (words: string) => `Bad Request: ${words}`;
    const set = (url: string, more: object = {}) => say("setWebhook", { url, ...more });
    expect(await set("http://example.com/")).toBe(bad("bad webhook: An HTTPS URL must be provided for webhook"));
    expect(await set("https://example.com:4443/")).toBe(
      bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
    );
    expect(await set("nonsense")).toBe(bad("invalid webhook URL specified"));
    const loopback = "http://127.0.0.1:9/";
    expect(await set(loopback, { secret_token: "a b" })).toBe(bad("secret token contains unallowed characters"));
    expect(await set(loopback, { secret_token: "a".repeat(257) })).toBe(bad("secret token is too long"));
    emulator.say(ann.id, "x");
    expect(await say("deleteWebhook", { drop_pending_updates: true })).toBe("ok");
    expect(emulator.pending()).toBe(0);
  });
});
