import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTS, ROLES, type Role, type Standing } from "#features/people/index.ts";
import { type Act, type Actor, EVERYTHING, PERMISSIONS, RIGHTS, type Target } from "#features/people/rights.model.ts";
import { allowed } from "#features/people/rights.rules.ts";

const standing = (role: Role, school: string | null, programme: string | null, person = "me"): Standing => ({
  membershipId: `${role}-${school}-${programme}`,
  personId: person,
  role,
  schoolId: role === "owner" ? null : school,
  programmeId: role === "owner" || role === "curator" ? null : programme,
});
const actor = (role: Role, wards: string[] = []): Actor => ({
  personId: "me",
  standings: [standing(role, "s1", "p1")],
  wards,
  permissions: [],
  deputyIn: [],
});
const target = (schoolId: string | null, programmeId: string | null, personId: string | null): Target => ({
  schoolId,
  programmeId,
  personId,
});

const own = target("s1", "p1", "me");
const sameProgramme = target("s1", "p1", "other");
const otherProgramme = target("s1", "p2", "other");
const otherSchool = target("s2", "p3", "other");
const ward = target("s1", "p1", "child");

/** Who may do the act to: themselves, somebody of their programme, of their school, of another school, their ward. */
const EXPECTED: Record<Act, Partial<Record<Role, string>>> = {
  "installation.run": { owner: "own same school other ward" },
  "school.create": { owner: "own same school other ward" },
  "school.edit": { owner: "own same school other ward", curator: "own same school ward" },
  "school.see": { owner: "own same school other ward", curator: "own same school ward" },
  "curator.invite": { owner: "own same school other ward", curator: "own same school ward" },
  "programme.create": { owner: "own same school other ward", curator: "own same school ward" },
  "programme.edit": { owner: "own same school other ward", curator: "own same school ward" },
  "programme.see": {
    owner: "own same school other ward",
    curator: "own same school ward",
    mentee: "own same ward",
    mentor: "own same ward",
    guardian: "own same ward",
    staff: "own same ward",
  },
  "invitation.create": { curator: "own same school ward" },
  "invitation.list": { curator: "own same school ward" },
  "invitation.revoke": { curator: "own same school ward" },
  "guardian.invite": { curator: "own same school ward", mentee: "own", mentor: "own" },
  "guardian.check": { curator: "own same school ward" },
  "list.see": { curator: "own same school ward" },
  "list.edit": { curator: "own same school ward" },
  "person.merge": { curator: "own same school ward" },
  "person.link": { curator: "own same school ward" },
  "todo.do": { curator: "own same school ward" },
  "bank.see": { curator: "own same school ward" },
  "bank.export": { curator: "own same school ward" },
  "card.see": { curator: "own same school ward" },
  "person.check": { curator: "own same school ward" },
  "person.nudge": { curator: "own same school ward" },
  "person.correct": { curator: "own same school ward" },
  "person.settings": { owner: "own", curator: "own", mentee: "own", mentor: "own", guardian: "own", staff: "own" },
  "membership.stop": { curator: "own same school ward", mentee: "own", mentor: "own", guardian: "ward" },
  "consent.decide": { mentee: "own", mentor: "own", guardian: "ward" },
  "consent.enter": { curator: "own same school ward" },
  "consent.see": { curator: "own same school ward", mentee: "own", mentor: "own", guardian: "ward" },
  "run.answer": { mentee: "own", mentor: "own" },
  "run.enter": { curator: "own same school ward" },
  "answers.see": { curator: "own same school ward" },
  "history.see": { curator: "own same school ward" },
  "consent.state": { curator: "own same school ward" },
  "staff.see": { curator: "own same school ward" },
  "staff.manage": { curator: "own same school ward" },
  "staff.away": { curator: "own same school ward" },
  "staff.hand-over": { curator: "own" },
  "referral.make": { mentor: "own same ward", guardian: "own same ward", staff: "own same ward" },
  "referral.decide": { curator: "own same school ward" },
  "note.keep": { curator: "own same school ward" },
  "support.offer": { curator: "own same school ward" },
  "support.see": { curator: "own same school ward" },
};
const TARGETS: [string, Target][] = [
  ["own", own],
  ["same", sameProgramme],
  ["school", otherProgramme],
  ["other", otherSchool],
  ["ward", ward],
];

describe("the table of rights", () => {
  it.each(ACTS)("%s is open to exactly the roles and places written down here", (act) => {
    const found: Partial<Record<Role, string>> = {};
    for (const role of ROLES) {
      const open = TARGETS.filter(([, one]) => allowed(actor(role, ["child"]), act, one)).map(([name]) => name);
      if (open.length > 0) found[role] = open.join(" ");
    }
    expect(found).toEqual(EXPECTED[act]);
  });

  it("lets a guardian decide for a ward alone, and only while the guardian's role lasts", () => {
    expect(allowed(actor("guardian", ["child"]), "consent.decide", ward)).toBe(true);
    expect(allowed(actor("guardian", []), "consent.decide", ward)).toBe(false);
    expect(allowed({ ...actor("guardian", ["child"]), standings: [] }, "consent.decide", ward)).toBe(false);
  });

  it.each([
    ["consents", "consent.state", undefined],
    ["enter", "run.enter", undefined],
    ["enter", "consent.enter", undefined],
    ["support", "support.see", true],
  ] as const)("a helper permitted %s may %s for the class alone, in the own programme", (kind, act, offered) => {
    const at = (className: string, programmeId = "p1"): Target => ({
      ...target("s1", programmeId, "other"),
      className,
      ...(offered ? { offered } : {}),
    });
    const helper = (value: string): Actor => ({
      ...actor("staff"),
      permissions: [{ membershipId: "staff-s1-p1", kind, value }],
    });
    expect(allowed(helper("7A"), act, at("7A"))).toBe(true);
    expect(allowed(helper(""), act, at("8B"))).toBe(true);
    expect(allowed(helper("7A"), act, at("8B"))).toBe(false);
    expect(allowed(helper(""), act, at("7A", "p2"))).toBe(false);
    expect(allowed(helper(""), act, target("s1", "p1", null))).toBe(false);
    expect(allowed({ ...helper(""), standings: [standing("mentor", "s1", "p1")] }, act, at("7A"))).toBe(false);
    const mine = ACTS.filter((one) => allowed(helper("7A"), one, at("7A")) && !allowed(actor("staff"), one, at("7A")));
    expect(mine.every((one) => RIGHTS[one].some((grant) => "permission" in grant && grant.permission === kind))).toBe(
      true,
    );
  });

  it("support that was never offered, or has ended, shows nobody to the psychologist", () => {
    const psychologist: Actor = {
      ...actor("staff"),
      permissions: [{ membershipId: "staff-s1-p1", kind: "support", value: "" }],
    };
    expect(allowed(psychologist, "support.see", { ...sameProgramme, className: "7A", offered: false })).toBe(false);
  });

  it("who stands in may what a curator may in that programme, but not hand over, name helpers or make programmes", () => {
    const deputy: Actor = { ...actor("staff"), deputyIn: ["p1"] };
    for (const act of ["bank.see", "card.see", "person.check", "invitation.create", "referral.decide"] as const) {
      expect(allowed(deputy, act, sameProgramme)).toBe(true);
      expect(allowed(deputy, act, otherProgramme)).toBe(false);
      expect(allowed({ ...deputy, deputyIn: [] }, act, sameProgramme)).toBe(false);
      expect(allowed({ ...deputy, standings: [] }, act, sameProgramme)).toBe(false);
    }
    for (const act of ["staff.manage", "staff.hand-over", "programme.create", "curator.invite"] as const)
      expect(allowed(deputy, act, sameProgramme)).toBe(false);
  });

  it("does not take a role in one programme for a role in another", () => {
    expect(allowed(actor("mentee"), "run.answer", target("s1", "p2", "me"))).toBe(false);
  });
});

const place = fc.constantFrom("s1", "s2", null);
const programme = fc.constantFrom("p1", "p2", null);
const person = fc.constantFrom("me", "child", "other", null);
const standings = fc.array(
  fc
    .tuple(fc.constantFrom(...ROLES), fc.constantFrom("s1", "s2"), fc.constantFrom("p1", "p2"))
    .map(([role, school, at]) => standing(role, school, at)),
  { maxLength: 4 },
);
const actors: fc.Arbitrary<Actor> = fc.record({
  personId: fc.constant("me"),
  standings,
  wards: fc.subarray(["child", "other"]),
  permissions: fc.array(
    fc.record({
      membershipId: fc.constantFrom("staff-s1-p1", "staff-s2-p2"),
      kind: fc.constantFrom(...PERMISSIONS),
      value: fc.constantFrom("", "7A"),
    }),
    { maxLength: 3 },
  ),
  deputyIn: fc.subarray(["p1", "p2"]),
});
const targets: fc.Arbitrary<Target> = fc.record({ schoolId: place, programmeId: programme, personId: person });
const acts = fc.constantFrom(...ACTS);

describe("rights in any combination of roles", () => {
  it("nobody without a role may do anything", () => {
    fc.assert(
      fc.property(acts, targets, (act, to) => !allowed({ ...actor("guardian", ["child"]), standings: [] }, act, to)),
    );
  });

  it("another role never takes a right away", () => {
    fc.assert(
      fc.property(actors, fc.constantFrom(...ROLES), acts, targets, (who, role, act, to) => {
        const more = { ...who, standings: [...who.standings, standing(role, "s2", "p2")] };
        return !allowed(who, act, to) || allowed(more, act, to);
      }),
    );
  });

  it("what is of a school where one plays no role stays closed to all but the owner", () => {
    fc.assert(
      fc.property(actors, acts, (who, act) => {
        const foreign = target("s9", "p9", "stranger");
        const isOwner = who.standings.some(({ role }) => role === "owner");
        return isOwner || !allowed(who, act, foreign);
      }),
    );
  });

  it("the curator's page of answers is open to nobody but curators, and who stands in for one there", () => {
    fc.assert(
      fc.property(actors, targets, (who, to) => {
        const curates = who.standings.some(({ role }) => role === "curator");
        const standsIn = who.standings.some(
          ({ role, programmeId }) =>
            role === "staff" &&
            programmeId !== null &&
            programmeId === to.programmeId &&
            who.deputyIn.includes(programmeId),
        );
        return curates || standsIn || !allowed(who, "answers.see", to);
      }),
    );
  });

  it("acts on the installation are the owner's alone", () => {
    for (const act of ACTS)
      for (const role of ROLES.filter((one) => one !== "owner"))
        expect(allowed(actor(role), act, EVERYTHING)).toBe(false);
    expect(RIGHTS["school.create"]).toHaveLength(1);
  });
});
