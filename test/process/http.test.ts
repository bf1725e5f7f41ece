import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { virtualClock } from "#platform/clock.ts";
import { type Http, type HttpOptions, openHttp } from "#platform/http.ts";
import { silentLog } from "#platform/log.ts";
import { createMetrics } from "#platform/metrics.ts";

const SECRET = "s3cret_s3cret_s3cret";
const opened: Http[] = [];
afterEach(async () => {
  for (const http of opened.splice(0)) await http.close();
});

async function server(more: Partial<HttpOptions> = {}): Promise<string> {
  const clock = virtualClock(new Date("2026-09-01T00:00:00Z"));
  const metrics = createMetrics({ clock });
  const health = async () => ({ ok: true, database: "ok" });
  const result = await openHttp({ port: 0, host: "127.0.0.1", health, metrics, log: silentLog, ...more });
  if (result.kind !== "open") throw new Error(result.kind);
  opened.push(result.http);
  return `http://127.0.0.1:${result.http.port}`;
}

const webhook = (onUpdate: (update: unknown) => Promise<void>) => ({
  webhook: { path: "/telegram/abc", secret: SECRET, onUpdate },
});

const post = (root: string, body: string, secret: string | null = SECRET) =>
  fetch(`${root}/telegram/abc`, {
    method: "POST",
    body,
    headers: secret === null ? {} : { "x-telegram-bot-api-secret-token": secret },
  });

describe("the health page", () => {
  it("answers 200 while all is well and 503 when it is not, with what the app says", async () => {
    let ok = true;
    const root = await server({ health: async () => ({ ok, pollAge: 3 }) });
    const well = await fetch(`${root}/healthz`);
    expect([well.status, await well.json()]).toEqual([200, { ok: true, pollAge: 3 }]);
    ok = false;
    expect((await fetch(`${root}/healthz`)).status).toBe(503);
  });

  it("answers 503 when the state cannot be found out", async () => {
    const root = await server({ health: () => Promise.reject(new Error("database gone")) });
    const answer = await fetch(`${root}/healthz`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain("database");
  });
});

describe("the metrics page", () => {
  it("shows what waits, what was done and the age of the last update", async () => {
    const clock = virtualClock(new Date(0));
    const metrics = createMetrics({ clock });
    metrics.watch(async () => ({ inboxAgeMs: 2_500, noticesWaiting: 7, dead: 1 }));
    const root = await server({ metrics });
    expect(await (await fetch(`${root}/metrics`)).text()).toContain("tropa_last_update_age_seconds -1\n");
    metrics.updateReceived();
    metrics.updateHandled("done");
    metrics.flooded();
    await clock.advance(4_000);
    const text = await (await fetch(`${root}/metrics`)).text();
    for (const line of [
      "tropa_inbox_age_seconds 2.5",
      "tropa_notices_waiting 7",
      "tropa_dead_rows 1",
      "tropa_last_update_age_seconds 4",
      'tropa_updates_handled_total{how="done"} 1',
      'tropa_updates_handled_total{how="dead"} 0',
      "tropa_flood_answers_total 1",
    ]) {
      expect(text).toContain(`${line}\n`);
    }
  });

  it("has the event loop's lag of the process", async () => {
    const metrics = createMetrics({ clock: virtualClock(new Date(0)), machine: true });
    expect(await metrics.text()).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });
});

describe("the webhook", () => {
  it("answers 200 only after the update is committed", async () => {
    const order: string[] = [];
    let commit = () => {};
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const root = await server(
      webhook(async () => {
        arrived();
        await committed;
        order.push("committed");
      }),
    );
    const answer = post(root, '{"update_id":1}').then((it) => {
      order.push(`answered ${it.status}`);
    });
    await arrival;
    order.push("arrived");
    commit();
    await answer;
    expect(order).toEqual(["arrived", "committed", "answered 200"]);
  });

  it("hands over the update as Telegram sent it", async () => {
    const taken: unknown[] = [];
    const root = await server(
      webhook(async (update) => {
        taken.push(update);
      }),
    );
    await post(root, '{"update_id":1,"message":{"text":"Привет"}}');
    expect(taken).toEqual([{ update_id: 1, message: { text: "Привет" } }]);
  });

  it("answers 503 when the update could not be committed, so that Telegram sends it again", async () => {
    const root = await server(webhook(() => Promise.reject(new Error("disk full"))));
    expect((await post(root, "{}")).status).toBe(503);
  });

  it.each([
    ["without a secret", null],
    ["with a wrong secret", "s3cret_s3cret_s3creT"],
    ["with a part of the secret", "s3cret"],
    ["with an empty secret", ""],
  ])("answers 401 %s and hands nothing over", async (_, secret) => {
    let taken = 0;
    const root = await server(
      webhook(async () => {
        taken += 1;
      }),
    );
    expect((await post(root, "{}", secret)).status).toBe(401);
    expect(taken).toBe(0);
  });

  it("answers 413 to a body that says that it is too big", async () => {
    const root = await server(webhook(async () => {}));
    expect((await post(root, "x".repeat(1_000_001))).status).toBe(413);
  });

  it("answers 413 to a body that grows too big without saying so", async () => {
    const root = await server(webhook(async () => {}));
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { "x-telegram-bot-api-secret-token": SECRET, "transfer-encoding": "chunked" };
      const call = request(`${root}/telegram/abc`, { method: "POST", headers }, (answer) => resolve(answer.statusCode));
      call.on("error", reject);
      for (let sent = 0; sent < 11; sent += 1) call.write("x".repeat(100_000));
    });
    expect(status).toBe(413);
  });

  it("answers 400 to what is not JSON, 405 to another method, 404 elsewhere", async () => {
    const root = await server(webhook(async () => {}));
    expect((await post(root, "{")).status).toBe(400);
    expect((await fetch(`${root}/telegram/abc`)).status).toBe(405);
    expect((await fetch(`${root}/telegram/abd`, { method: "POST" })).status).toBe(404);
    expect((await fetch(`${root}/healthz`, { method: "POST" })).status).toBe(405);
  });

  it("does not exist in other modes", async () => {
    expect((await post(await server(), "{}")).status).toBe(404);
  });
});

describe("the server", () => {
  it("tells that its port is taken", async () => {
    const root = await server();
    const metrics = createMetrics({ clock: virtualClock(new Date(0)) });
    const port = Number(new URL(root).port);
    const health = async () => ({ ok: true });
    const second = await openHttp({ port, host: "127.0.0.1", health, metrics, log: silentLog });
    expect(second.kind).toBe("portTaken");
  });

  it("finishes the request at work when it closes", async () => {
    let commit = () => {};
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const root = await server(
      webhook(async () => {
        arrived();
        await committed;
      }),
    );
    const answer = post(root, "{}");
    await arrival;
    const [http] = opened.splice(0);
    const closed = http?.close();
    commit();
    expect((await answer).status).toBe(200);
    await closed;
    await expect(fetch(`${root}/healthz`)).rejects.toThrow();
  });
});
