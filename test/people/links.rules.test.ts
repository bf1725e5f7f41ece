import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, DAY } from "#core/clock.ts";
import { hashOf, isSound, stateOf, tokenFor } from "#features/people/invitations.rules.ts";
import { codeFor, scopeOf, voiceIn } from "#features/people/memberships.rules.ts";

const now = new Date("2026-11-20T07:00:00Z");
const link = { cap: 2, used: 0, expiresAt: after(now, DAY), revokedAt: null };

describe("tokens", () => {
  it("fit into a deep link and are the same whenever they are printed", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (secret, id) => {
        expect(tokenFor(secret, id)).toMatch(/^[A-Za-z0-9_-]{22}$/);
        expect(tokenFor(secret, id)).toBe(tokenFor(secret, id));
      }),
    );
  });

  it("are 132 bits of HMAC-SHA256 over the invitation's id", () => {
    const whole = createHmac("sha256", "secret").update("AAAAAAAAAAA").digest("base64url");
    expect(tokenFor("secret", "AAAAAAAAAAA")).toBe(whole.slice(0, 22));
  });

  it("differ for another id, another secret, and never equal what is stored", () => {
    expect(tokenFor("a", "x")).not.toBe(tokenFor("a", "y"));
    expect(tokenFor("a", "x")).not.toBe(tokenFor("b", "x"));
    expect(hashOf(tokenFor("a", "x"))).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a link", () => {
  it.each([
    ["open", link],
    ["used", { ...link, used: 2 }],
    ["expired", { ...link, expiresAt: now }],
    ["revoked", { ...link, revokedAt: now }],
    ["revoked", { ...link, revokedAt: now, used: 2, expiresAt: now }],
  ])("is %s", (state, one) => {
    expect(stateOf(one, now)).toBe(state);
  });

  it("is made for 1 to 500 people and for the future", () => {
    const sound = (cap: number, ms: number) => isSound({ cap, expiresAt: after(now, ms) }, now);
    expect([sound(1, 1), sound(500, 1), sound(0, 1), sound(501, 1), sound(1.5, 1), sound(1, 0)]).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("a place", () => {
  it("is one word per role, and a role without its place is a mistake", () => {
    const place = { schoolId: "s", programmeId: "p" };
    expect([scopeOf("owner", place), scopeOf("curator", place), scopeOf("mentee", place)]).toEqual([
      "all",
      "school:s",
      "programme:p",
    ]);
    expect(() => scopeOf("mentor", { schoolId: "s", programmeId: null })).toThrow();
    expect(() => scopeOf("curator", { schoolId: null, programmeId: "p" })).toThrow();
  });

  it("gives codes that read the same in Latin and Cyrillic", () => {
    expect([codeFor("mentor", 7), codeFor("mentee", 123)]).toEqual(["H-07", "Y-123"]);
  });
});

describe("how somebody is addressed", () => {
  const pupils = { track: "pupils", address: "ty" };
  it.each([
    ["a mentee", pupils, { role: "mentee", birthYear: null }, "ty"],
    ["a pupil who is a mentor", pupils, { role: "mentor", birthYear: 2010 }, "ty"],
    ["an adult mentor", pupils, { role: "mentor", birthYear: 1990 }, "vy"],
    ["a mentor of unknown age", pupils, { role: "mentor", birthYear: null }, "vy"],
    ["a guardian", pupils, { role: "guardian", birthYear: 1990 }, "vy"],
    [
      "a mentee where formality is wished",
      { track: "pupils", address: "vy" },
      { role: "mentee", birthYear: 2012 },
      "vy",
    ],
    ["a young teacher", { track: "teachers", address: "ty" }, { role: "mentee", birthYear: 2003 }, "vy"],
  ] as const)("%s", (_, programme, who, address) => {
    expect(voiceIn(programme, who, 2026).address).toBe(address);
  });
});
