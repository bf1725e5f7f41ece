import { expect, it } from "vitest";
import { after, DAY, HOUR, MINUTE } from "#core/clock.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { joined, sha256, stage } from "./stage.ts";

describeEachEngine("coming in by a link", (engine) => {
  it("makes a person with the role, a code and a line of history, and stores no token", async () => {
    const { people, database, clock, phone, link, programmeId, schoolId } = await stage(engine);
    const accountId = await phone();
    const { id, token } = await link("mentee", { form: "student-pupil" });
    const { personId, standing, first } = joined(await people.redeem(accountId, token, clock.now()));
    expect(first).toBe(true);
    expect(standing).toMatchObject({ role: "mentee", programmeId, schoolId, personId });
    expect((await people.membership(database.db, standing.membershipId))?.code).toBe("Y-01");
    expect(await people.peopleOn(database.db, accountId)).toMatchObject([{ current: true, person: { id: personId } }]);
    const [deed] = await people.historyOf(database.db, { kind: "membership", id: standing.membershipId });
    expect(deed).toMatchObject({ act: "joined", actorId: personId, onBehalfOf: null, at: clock.now() });
    const row = await database.db.invitation.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(sha256(token));
    expect(JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(token);
    expect(await database.db.request.findMany()).toMatchObject([{ form: "student-pupil", status: "open" }]);
  });

  it("a link for a form that the programme no longer runs brings in without a request", async () => {
    const { people, database, link, phone, clock } = await stage(engine);
    const { token } = await link("mentee", { form: "pupil-pupil" });
    expect(await people.redeem(await phone(), token, clock.now())).toMatchObject({ kind: "joined" });
    expect(await database.db.request.count()).toBe(0);
  });

  it("five who come for the last place at once: one is let in", async () => {
    const { people, database, clock, phone, link } = await stage(engine);
    const { id, token } = await link("mentee", { cap: 3 });
    for (let at = 0; at < 2; at++) joined(await people.redeem(await phone(), token, clock.now()));
    const phones = await Promise.all([phone(), phone(), phone(), phone(), phone()]);
    const outcomes = await Promise.all(phones.map((accountId) => people.redeem(accountId, token, clock.now())));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["joined", "used", "used", "used", "used"]);
    expect((await people.invitation(database.db, id))?.used).toBe(3);
    expect(await database.db.membership.count()).toBe(3);
  });

  it("twenty at once by one link all get different codes", async () => {
    const { people, database, clock, phone, link, programmeId } = await stage(engine);
    const { token } = await link("mentor", { cap: 20 });
    const phones = await Promise.all(Array.from({ length: 20 }, phone));
    await Promise.all(phones.map((accountId) => people.redeem(accountId, token, clock.now())));
    const codes = (await people.membersOf(database.db, programmeId, "mentor")).map(({ code }) => code);
    expect(new Set(codes).size).toBe(20);
  });

  it("opening it again is friendly and uses nothing up, even when the link is full or revoked by then", async () => {
    const { people, database, clock, phone, link } = await stage(engine);
    const accountId = await phone();
    const { id, token } = await link("mentee");
    const { personId } = joined(await people.redeem(accountId, token, clock.now()));
    await database.db.invitation.update({ where: { id }, data: { revokedAt: clock.now() } });
    expect(await people.redeem(accountId, token, clock.now())).toMatchObject({ kind: "already", personId });
    expect((await people.invitation(database.db, id))?.used).toBe(1);
  });

  it("says of a used, an expired and a revoked link what it is, and lets nobody in", async () => {
    const { people, database, clock, phone, link, curator } = await stage(engine);
    const used = await link("mentee");
    joined(await people.redeem(await phone(), used.token, clock.now()));
    const revoked = await link("mentee");
    const vera = await curator();
    expect(await database.tx((tx) => people.revoke(tx, vera, revoked.id))).toBe("revoked");
    const expired = await link("mentee", { expiresAt: after(clock.now(), HOUR) });
    await clock.advance(HOUR);
    const accountId = await phone();
    const outcomes = [];
    for (const { token } of [used, revoked, expired]) outcomes.push(await people.redeem(accountId, token, clock.now()));
    expect(outcomes).toEqual([{ kind: "used" }, { kind: "revoked" }, { kind: "expired" }]);
    expect(await people.peopleOn(database.db, accountId)).toEqual([]);
    expect(await people.guessesSince(database.db, after(clock.now(), -DAY))).toEqual({ links: 0, chats: 0 });
  });

  it("whose role was ended does not come back by the same link", async () => {
    const { people, database, clock, phone, link } = await stage(engine);
    const accountId = await phone();
    const { token } = await link("mentee", { cap: 30 });
    const { standing, personId } = joined(await people.redeem(accountId, token, clock.now()));
    await database.tx((tx) => people.stop(tx, standing.membershipId, null, clock.now()));
    expect(await people.redeem(accountId, token, clock.now(), personId)).toEqual({ kind: "used" });
    const another = await link("mentee");
    const back = joined(await people.redeem(accountId, another.token, clock.now(), personId));
    expect(back.standing.membershipId).toBe(standing.membershipId);
  });

  it("of thousands of guessed links none lets in; a chat is slowed down after 5 a minute, all who guess after 100, nobody who has a link", async () => {
    const { people, database, clock, phone, link } = await stage(engine);
    const { token } = await link("mentee");
    const phones = await Promise.all(Array.from({ length: 40 }, phone));
    const seen = new Map<string, number>();
    const guesses = engine.kind === "sqlite" ? 10_000 : 2_000;
    for (let guess = 0; guess < guesses; guess++) {
      const at = guess % phones.length;
      const { kind } = await people.redeem(phones[at] ?? "", `guess-${guess}-aaaaaaaaaaaa`, clock.now());
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    expect(Object.fromEntries(seen)).toEqual({ unknown: 100, throttled: guesses - 100 });
    expect(await people.guessesSince(database.db, after(clock.now(), -HOUR))).toEqual({ links: 100, chats: 40 });
    expect(await people.redeem(phones[0] ?? "", token, clock.now())).toEqual({ kind: "throttled" });
    joined(await people.redeem(await phone(), token, clock.now()));
    const other = await link("mentee");
    await clock.advance(MINUTE);
    joined(await people.redeem(phones[0] ?? "", other.token, clock.now()));
  }, 120_000);

  it("one chat's guesses slow down that chat alone", async () => {
    const { people, clock, phone, link } = await stage(engine);
    const [guesser, other] = [await phone(), await phone()];
    const kinds = [];
    for (let at = 0; at < 7; at++) kinds.push((await people.redeem(guesser, `wrong-${at}`, clock.now())).kind);
    expect(kinds).toEqual([...Array(5).fill("unknown"), "throttled", "throttled"]);
    const { token } = await link("mentee");
    expect(await people.redeem(guesser, token, clock.now())).toEqual({ kind: "throttled" });
    joined(await people.redeem(other, token, clock.now()));
  });

  it("the owner's link is good for an hour, and only the newest", async () => {
    const { people, clock, phone } = await stage(engine);
    const old = await people.ownerInvitation(clock.now());
    const fresh = await people.ownerInvitation(clock.now());
    expect(await people.redeem(await phone(), old, clock.now())).toEqual({ kind: "revoked" });
    const { standing } = joined(await people.redeem(await phone(), fresh, clock.now()));
    expect(standing).toMatchObject({ role: "owner", schoolId: null, programmeId: null });
    const late = await people.ownerInvitation(clock.now());
    await clock.advance(HOUR);
    expect(await people.redeem(await phone(), late, clock.now())).toEqual({ kind: "expired" });
  });
});

describeEachEngine("a phone that several people share", (engine) => {
  it("asks who comes by a link when somebody writes from it already, and keeps them apart", async () => {
    const { people, database, clock, link, comes } = await stage(engine);
    const { accountId, personId } = await comes("mentee");
    const { token } = await link("mentor");
    expect(await people.redeem(accountId, token, clock.now())).toMatchObject({
      kind: "whoIsIt",
      people: [{ current: true, person: { id: personId } }],
    });
    const sibling = joined(await people.redeem(accountId, token, clock.now(), "new"));
    expect(sibling.personId).not.toBe(personId);
    const phone = await people.peopleOn(database.db, accountId);
    expect(phone.map(({ person, current }) => [person.id, current])).toEqual(
      expect.arrayContaining([
        [personId, false],
        [sibling.personId, true],
      ]),
    );
  });

  it("one person may take a second role by saying «это я»", async () => {
    const { people, database, clock, link, comes } = await stage(engine);
    const { accountId, personId } = await comes("mentor");
    const outcome = joined(await people.redeem(accountId, (await link("staff")).token, clock.now(), personId));
    expect(outcome).toMatchObject({ personId, first: false });
    expect((await people.standingsOf(database.db, personId)).map(({ role }) => role).toSorted()).toEqual([
      "mentor",
      "staff",
    ]);
  });

  it("a child that opens the guardian's link is told so; the adult may come in from the same phone", async () => {
    const { people, database, clock, link, comes } = await stage(engine);
    const child = await comes("mentee");
    const { token } = await link("guardian", { childId: child.personId, createdById: child.personId });
    expect(await people.redeem(child.accountId, token, clock.now())).toEqual({ kind: "ownLink", people: [] });
    expect(await people.redeem(child.accountId, token, clock.now(), child.personId)).toEqual({
      kind: "ownLink",
      people: [],
    });
    const { personId } = joined(await people.redeem(child.accountId, token, clock.now(), "new"));
    expect(await people.guardiansOf(database.db, child.personId)).toMatchObject([
      { guardianId: personId, source: "child", confirmedAt: null },
    ]);
    expect(await database.tx((tx) => people.confirmGuardianship(tx, personId, child.personId, clock.now()))).toBe(true);
    expect(await database.tx((tx) => people.confirmGuardianship(tx, personId, child.personId, clock.now()))).toBe(
      false,
    );
  });

  it("a guardian of one child becomes the guardian of a second by its link", async () => {
    const { people, database, clock, link, comes } = await stage(engine);
    const [one, two] = [await comes("mentee"), await comes("mentee")];
    const guardian = await comes("guardian");
    for (const { personId: childId } of [one, two]) {
      const { token } = await link("guardian", { childId });
      joined(await people.redeem(guardian.accountId, token, clock.now(), guardian.personId));
      expect((await people.redeem(guardian.accountId, token, clock.now())).kind).toBe("already");
    }
    const wards = await people.wardsOf(database.db, guardian.personId);
    expect(wards.map(({ childId }) => childId).toSorted()).toEqual([one.personId, two.personId].toSorted());
  });

  it("somebody from another phone cannot be named as who comes", async () => {
    const { people, clock, link, comes, phone } = await stage(engine);
    const stranger = await comes("mentor");
    const { personId } = joined(
      await people.redeem(await phone(), (await link("mentee")).token, clock.now(), stranger.personId),
    );
    expect(personId).not.toBe(stranger.personId);
  });

  it("switching changes who speaks, and only to somebody who writes from this phone", async () => {
    const { people, database, clock, link, comes } = await stage(engine);
    const { accountId, personId } = await comes("mentee");
    joined(await people.redeem(accountId, (await link("mentee")).token, clock.now(), "new"));
    const stranger = await comes("mentor");
    expect(await people.switchPerson(accountId, personId)).toBe(true);
    expect(await people.switchPerson(accountId, stranger.personId)).toBe(false);
    const current = (await people.peopleOn(database.db, accountId)).filter((one) => one.current);
    expect(current.map(({ person }) => person.id)).toEqual([personId]);
  });
});
