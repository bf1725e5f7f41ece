import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { type ShiftableClock, shiftableClock } from "#platform/clock.ts";
import { type Playground, startPlayground } from "#playground/index.ts";
import { PIXEL } from "./fake-bot.ts";

let clock: ShiftableClock;
let playground: Playground;

beforeEach(async () => {
  clock = shiftableClock();
  playground = await startPlayground({ clock, locale: "en" });
});
afterEach(() => playground.close());

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };

/** A request with exactly these headers: unlike fetch, it may lie about its Host. */
async function ask({ method = "GET", path = "/", headers = {}, body }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(playground.url);
  const asked = request({ hostname, port, method, path, headers, agent: false });
  asked.end(body);
  const [answer] = await once(asked, "response");
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) };
}

const ownOrigin = () => playground.url.slice(0, -1);
const act = async (name: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await ask({
    method: "POST",
    path: `/api/${name}`,
    headers: { "content-type": "application/json", origin: ownOrigin(), ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: JSON.parse(answer.body.toString("utf8") || "null") };
};

/** What the stream tells, one happening after another. */
async function* happenings(signal: AbortSignal) {
  const response = await fetch(`${playground.url}api/events`, { signal });
  let rest = "";
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    rest += part;
    for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
      yield JSON.parse(rest.slice("data: ".length, end));
      rest = rest.slice(end + 2);
    }
  }
}
const [owner, mentor] = [0, 1].map((index) => () => playground.emulator.users()[index]?.id ?? 0);
const ownerId = () => owner?.() ?? 0;
const mentorId = () => mentor?.() ?? 0;

const upload = async (user: number, files: File[], more: Record<string, string> = {}) => {
  const form = new FormData();
  form.set("user", String(user));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  for (const file of files) form.append("file", file);
  const encoded = new Response(form);
  return ask({
    method: "POST",
    path: "/api/files",
    headers: { "content-type": encoded.headers.get("content-type") ?? "", origin: ownOrigin() },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
};

describe("the page's files", () => {
  test("the page, its modules, its styles, its words and their reader are given out with their types", async () => {
    for (const [path, type] of [
      ["/", "text/html"],
      ["/main.js", "text/javascript"],
      ["/style.css", "text/css"],
      ["/trail.svg", "image/svg+xml"],
      ["/texts/ru.ftl", "text/plain"],
      ["/texts/en.ftl", "text/plain"],
      ["/fluent/index.js", "text/javascript"],
    ] as const) {
      const answer = await ask({ path });
      expect(answer.status, path).toBe(200);
      expect(answer.headers["content-type"], path).toContain(type);
      expect(answer.body.length, path).toBeGreaterThan(0);
    }
  });

  test("nothing beside them can be read, however the path is written", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/tsconfig.json",
      "/fluent/../../package.json",
      "/x",
    ])
      expect((await ask({ path })).status, path).toBe(404);
  });

  test("nothing from elsewhere may run in the page, and nobody may frame it", async () => {
    const policy = String((await ask({})).headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe("who may speak to it", () => {
  test("only local names are answered, so that a foreign name pointed at this machine gets nothing", async () => {
    const { port } = new URL(playground.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])
      expect((await ask({ headers: { host } })).status, host).toBe(200);
    for (const host of [
      `evil.example:${port}`,
      "localhost.evil.example",
      "127.0.0.1.nip.io",
      "2130706433",
      "a@localhost",
    ])
      expect((await ask({ headers: { host } })).status, host).not.toBe(200);
    expect((await ask({ path: "/api/events", headers: { host: "evil.example" } })).status).toBe(403);
  });

  test("whatever changes anything must come from the page itself", async () => {
    const say = { user: ownerId(), text: "hello" };
    expect((await act("start", { user: ownerId() })).status).toBe(200);
    for (const origin of ["http://evil.example", "null", "http://localhost:1", ""])
      expect((await act("say", say, { origin })).status, origin).toBe(403);
    expect((await act("say", say, { "content-type": "text/plain" })).status).toBe(415);
    expect(playground.emulator.chat(ownerId()).map((message) => message.text)).not.toContain("hello");
  });

  test("another site may not read what people say", async () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
    expect((await ask({ path: "/api/events", headers })).status).toBe(403);
  });

  test("a body that is too long, broken or of another shape is refused with a reason", async () => {
    expect((await act("say", "x".repeat(300_000))).status).toBe(413);
    expect((await act("say", "{")).status).toBe(400);
    const refused = await act("say", { user: "one", text: "" });
    expect(refused.status).toBe(400);
    expect(refused.body.why).toContain("user");
    expect((await act("no-such-thing", {})).status).toBe(404);
    expect((await act("say", { user: 1, text: "nobody" })).status).toBe(400);
  });
});

describe("the stream", () => {
  test("a page first hears of the whole world and then of each change", async () => {
    const stop = new AbortController();
    const stream = happenings(stop.signal);
    const { value: first } = await stream.next();
    expect(first.kind).toBe("world");
    expect(first.world.chats.map((chat: { person: { role: string } }) => chat.person.role)).toEqual([
      "owner",
      "mentor",
      "mentee",
      "guardian",
    ]);
    await act("start", { user: mentorId(), payload: "abc" });
    const { value: next } = await stream.next();
    expect(next).toMatchObject({ kind: "chat", person: { id: mentorId(), started: true } });
    expect(next.messages.map((message: { text: string }) => message.text)).toEqual(["/start abc"]);
    stop.abort();
  });
});

describe("people and the app", () => {
  test("a person can be found by id, name or role, and made by name", async () => {
    expect((await act("find", { as: "mentor" })).body.id).toBe(mentorId());
    expect((await act("find", { as: "mikhail kedrov" })).body.id).toBe(mentorId());
    expect((await act("find", { as: String(mentorId()) })).body.id).toBe(mentorId());
    expect((await act("find", { as: "Nobody" })).body.id).toBeNull();
    const { id } = (await act("person", { name: "Peter Lugov" })).body;
    expect(playground.emulator.user(id)).toMatchObject({ firstName: "Peter", lastName: "Lugov" });
  });

  test("the clock moves by an hour, a day and to the next due thing, and waits until the bot is idle", async () => {
    const waits: number[] = [];
    let next: Date | null = null;
    playground.attach({ nextDue: async () => next, idle: async () => void waits.push(clock.offset) });
    expect((await act("clock", { by: "due" })).body).toEqual({ moved: false });
    await act("clock", { by: "hour" });
    await act("clock", { by: "day" });
    expect(clock.offset).toBe(HOUR + DAY);
    next = new Date(clock.now().getTime() + 90 * MINUTE);
    await act("clock", { by: "due" });
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(next.getTime());
    expect(clock.now().getTime() - next.getTime()).toBeLessThan(MINUTE);
    expect(waits).toHaveLength(3);
  });

  test("the app's example and owner link are asked for when it has come, and missing before", async () => {
    expect((await act("owner-link", {})).body).toEqual({ link: null });
    expect((await act("fill", {})).body).toEqual({ people: [] });
    const people = [{ userId: mentorId(), role: "curator", name: "Mikhail" }];
    playground.attach({ ownerLink: async () => "https://t.me/x?start=y", fill: async () => ({ people }) });
    expect((await act("owner-link", {})).body).toEqual({ link: "https://t.me/x?start=y" });
    expect((await act("fill", {})).body).toEqual({ people });
    expect((await act("find", { as: "curator" })).body.id).toBe(mentorId());
  });
});

describe("files", () => {
  const fileOf = (user: number) => playground.emulator.chat(user).at(-1);

  test("a sent file reaches the chat and comes back byte for byte, as a download even when it is a page", async () => {
    await act("start", { user: ownerId() });
    const bytes = "<script>alert(1)</script>";
    expect((await upload(ownerId(), [new File([bytes], "отчёт «1».html", { type: "text/html" })])).status).toBe(200);
    const message = fileOf(ownerId());
    expect(message).toMatchObject({ kind: "document", file: { name: "отчёт «1».html" } });
    const back = await ask({ path: `/files/${ownerId()}/${message?.id}` });
    expect(back.body.toString("utf8")).toBe(bytes);
    expect(back.headers["content-type"]).toBe("application/octet-stream");
    expect(back.headers["content-disposition"]).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("отчёт «1».html")}`,
    );
  });

  test("one picture goes as a photo unless asked otherwise, several files as an album", async () => {
    await act("start", { user: ownerId() });
    const picture = () => new File([PIXEL], "pixel.png", { type: "image/png" });
    await upload(ownerId(), [picture()], { caption: "Look" });
    expect(fileOf(ownerId())).toMatchObject({ kind: "photo", text: "Look" });
    await upload(ownerId(), [picture()], { as: "file" });
    expect(fileOf(ownerId())).toMatchObject({ kind: "document" });
    await upload(ownerId(), [picture(), picture()]);
    const [one, other] = playground.emulator.chat(ownerId()).slice(-2);
    expect(one?.albumId).toBeDefined();
    expect(one?.albumId).toBe(other?.albumId);
  });

  test("a file of nobody, of no message or of the wrong shape is refused", async () => {
    expect((await ask({ path: "/files/1/1" })).status).toBe(404);
    expect((await ask({ path: `/files/${ownerId()}/999` })).status).toBe(404);
    expect((await upload(ownerId(), [])).status).toBe(400);
    expect((await upload(12, [new File(["x"], "x.txt")])).status).toBe(400);
  });
});
