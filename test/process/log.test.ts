import { describe, expect, it } from "vitest";
import { virtualClock } from "#platform/clock.ts";
import type { Fields } from "#platform/log.ts";
import { createLog } from "#platform/log.ts";

const TOKEN = `123456789:${"Ab_-".repeat(9)}`;

function written(fields: Fields, options: { short?: boolean; secrets?: string[] } = {}): string {
  const lines: string[] = [];
  const clock = virtualClock(new Date("2026-09-01T09:30:00Z"));
  createLog({ clock, level: "debug", write: (line) => lines.push(line), ...options }).error("it-failed", fields);
  return lines.join("");
}

describe("the log", () => {
  it("writes one JSON line with the injected time, the level and the event", () => {
    expect(JSON.parse(written({ runId: "AAAAAAAAAAA", tried: 2 }))).toEqual({
      level: "error",
      time: "2026-09-01T09:30:00.000Z",
      event: "it-failed",
      runId: "AAAAAAAAAAA",
      tried: 2,
    });
  });

  it("writes nothing below its level", () => {
    const lines: string[] = [];
    const log = createLog({ clock: virtualClock(new Date(0)), level: "warn", write: (line) => lines.push(line) });
    log.info("quiet");
    log.child({ part: "inbox" }).debug("quiet");
    expect(lines).toEqual([]);
  });

  it("gives a child's fields to each of its lines, cleaned", () => {
    const lines: string[] = [];
    const log = createLog({ clock: virtualClock(new Date(0)), level: "info", write: (line) => lines.push(line) });
    log.child({ part: "inbox", text: "Анна" }).info("update", { tried: 1 });
    expect(JSON.parse(lines.join(""))).toMatchObject({ part: "inbox", text: "[hidden]", event: "update", tried: 1 });
  });

  it("shows a short line on a terminal, with the places of an error below", () => {
    const text = written({ tried: 2, error: new RangeError("Анна") }, { short: true });
    expect(text).toMatch(/^09:30:00 error it-failed tried=2 error=RangeError\n {9}\S.*log\.test\.ts/);
    expect(text).not.toContain("Анна");
  });
});

describe("a log never holds", () => {
  const long = "Меня зовут Анна\n    at home (file:///home/Анна.ts:1:2) and more";

  it("a bot token, wherever it stands", () => {
    const error = new Error(`connect https://api.telegram.org/bot${TOKEN}/getMe`);
    const text = written({ place: `https://api.telegram.org/bot${TOKEN}/getMe`, list: [{ deep: TOKEN }], error });
    expect(text).not.toContain(TOKEN.slice(12));
  });

  it("a known secret, also in the form that addresses give it", () => {
    const secrets = ["1:short", "p@ss word"];
    expect(written({ a: "bot1:short/getMe", b: "x p%40ss%20word", c: "p@ss word" }, { secrets })).not.toMatch(
      /short|word/,
    );
  });

  it("an error's message or its parameters", () => {
    class QueryFailed extends Error {
      override name = "QueryFailed";
      code = "P2002";
      meta = { target: "Анна" };
      params = ["Анна"];
      payload = { text: "Анна" };
    }
    const text = written({ error: new QueryFailed(long, { cause: new Error("причина: Анна") }) });
    expect(text).not.toMatch(/Анна|home/);
    expect(JSON.parse(text).error).toMatchObject({ name: "QueryFailed", code: "P2002", cause: { name: "Error" } });
    expect(JSON.parse(text).error.stack[0]).toContain("log.test.ts");
  });

  it("an error's code that is a sentence", () => {
    expect(written({ error: Object.assign(new Error("x"), { code: "Анна пишет", name: "Анна пишет" }) })).not.toContain(
      "Анна",
    );
  });

  it.each([
    "text",
    "caption",
    "payload",
    "first_name",
    "firstName",
    "username",
    "chat_id",
    "chatId",
    "userId",
    "from",
    "chat",
    "params",
    "update",
    "message",
    "answer",
    "phone",
    "token",
  ])("what comes under «%s», at any depth", (key) => {
    const text = written({ [key]: "Анна", inner: { [key]: { id: "Анна" }, list: [{ [key]: "Анна" }] } });
    expect(text).not.toContain("Анна");
    expect(JSON.parse(text)[key]).toBe("[hidden]");
  });

  it("the bytes of a file", () => {
    expect(JSON.parse(written({ file: Buffer.from("Анна") })).file).toBe("8 bytes");
  });
});
