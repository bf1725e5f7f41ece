import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { sayLink, terminalOf } from "#platform/terminal.ts";

async function said(picture: boolean): Promise<string> {
  const out = new PassThrough();
  const link = { url: "https://t.me/tropa_bot?start=abc", expiresAt: new Date("2026-09-01T10:30:00Z") };
  await sayLink(terminalOf(out), link, picture);
  out.end();
  return text(out);
}

describe("the terminal", () => {
  it("shows a link as text, with its end, and as a code for a phone", async () => {
    const shown = await said(true);
    expect(shown).toMatch(/once, until 2026-09-01 10:30 UTC:\n {2}https:\/\/t\.me\/tropa_bot\?start=abc\n/);
    expect(shown).toMatch(/█▀▀▀▀▀█/);
  });

  it("leaves the code out for a link that a phone cannot open", async () => {
    expect(await said(false)).not.toContain("█");
  });

  it("is attended only when a person looks at it", () => {
    expect(terminalOf(new PassThrough()).attended).toBe(false);
    expect(terminalOf(Object.assign(new PassThrough(), { isTTY: true })).attended).toBe(true);
  });
});
