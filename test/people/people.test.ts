import { expect, it } from "vitest";
import { HOUR } from "#core/clock.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { stage } from "./stage.ts";

const from = (telegramId: bigint, languageCode: string | null) => ({ telegramId, languageCode, displayName: "X" });

describeEachEngine("who speaks", (engine) => {
  it("a new chat is remembered once, in Telegram's language when it is one of ours", async () => {
    const { people, database, clock } = await stage(engine);
    const spoken = [];
    for (const code of ["ru", "en", "en-GB", "de", null]) {
      const speaker = await people.speaker(from(77n, code), clock.now());
      spoken.push(speaker.locale);
      expect(speaker.personId).toBeNull();
    }
    expect(spoken).toEqual(["ru", "en", "en", "ru", "ru"]);
    expect(await database.db.chatAccount.count({ where: { telegramId: 77n } })).toBe(1);
  });

  it("a chosen language wins over Telegram's, before and after coming in", async () => {
    const { people, clock, link } = await stage(engine);
    const { accountId } = await people.speaker(from(78n, "ru"), clock.now());
    await people.setLocale(accountId, "en");
    expect((await people.speaker(from(78n, "ru"), clock.now())).locale).toBe("en");
    await people.redeem(accountId, (await link("mentee")).token, clock.now());
    await people.setLocale(accountId, "ru");
    expect((await people.speaker(from(78n, "en"), clock.now())).locale).toBe("ru");
  });

  it("the school's language is spoken with whom Telegram shows a third one", async () => {
    const { people, database, clock, link, schoolId } = await stage(engine);
    await database.db.school.update({ where: { id: schoolId }, data: { locale: "en" } });
    const { accountId } = await people.speaker(from(79n, "de"), clock.now());
    await people.redeem(accountId, (await link("mentee")).token, clock.now());
    expect((await people.speaker(from(79n, "de"), clock.now())).locale).toBe("en");
    expect((await people.speaker(from(79n, "ru"), clock.now())).locale).toBe("ru");
  });

  it("who blocked the bot is unreachable until the next word", async () => {
    const { people, database, clock } = await stage(engine);
    await people.speaker(from(80n, "ru"), clock.now());
    const account = () => database.db.chatAccount.findUniqueOrThrow({ where: { telegramId: 80n } });
    await people.reachable(80n, false, clock.now());
    expect((await account()).reachable).toBe(false);
    await clock.advance(HOUR);
    await people.speaker(from(80n, "ru"), clock.now());
    expect(await account()).toMatchObject({ reachable: true, seenAt: clock.now() });
  });

  it("who takes the block off is told of once, before the first word", async () => {
    const returned: string[] = [];
    const { people, clock, comes, database } = await stage(engine, async (_, personId) => void returned.push(personId));
    const { accountId, personId } = await comes("mentee");
    const { telegramId } = await database.db.chatAccount.findUniqueOrThrow({ where: { id: accountId } });
    await people.reachable(telegramId, false, clock.now());
    await people.reachable(telegramId, true, clock.now());
    await people.reachable(telegramId, true, clock.now());
    await people.speaker(from(telegramId, "ru"), clock.now());
    expect(returned).toEqual([personId]);
  });
});

describeEachEngine("what is known of a person", (engine) => {
  it("a name is kept as typed and found in lower case", async () => {
    const { people, database, comes } = await stage(engine);
    const { personId } = await comes("mentee");
    expect(await people.setName(personId, '  <b>Ёлкина</b>  Аня&"  ')).toMatchObject({ kind: "saved" });
    const row = await database.db.person.findUniqueOrThrow({ where: { id: personId } });
    expect(row).toMatchObject({ familyName: "<b>Ёлкина</b>", givenName: 'Аня&"', search: '<b>елкина</b> аня&"' });
    const history = await people.historyOf(database.db, { kind: "person", id: personId });
    expect(JSON.stringify(history)).not.toContain("лкина");
  });

  it("the year of birth is kept once; only the own school's curator corrects it, and the history tells", async () => {
    const { people, database, comes, curator, foreign } = await stage(engine);
    const { personId } = await comes("mentee");
    expect(await people.setBirthYear(personId, 2024)).toEqual({ kind: "odd" });
    expect(await people.setBirthYear(personId, 2013)).toEqual({ kind: "saved", birthYear: 2013 });
    expect(await people.setBirthYear(personId, 2013)).toEqual({ kind: "saved", birthYear: 2013 });
    expect(await people.setBirthYear(personId, 2000)).toEqual({ kind: "kept", birthYear: 2013 });
    const stranger = await curator((await foreign()).schoolId);
    expect(await people.correctBirthYear(stranger, personId, 2000)).toEqual({ kind: "forbidden" });
    expect(await people.correctBirthYear(personId, personId, 2000)).toEqual({ kind: "forbidden" });
    const own = await curator();
    expect(await people.correctBirthYear(own, personId, 2012)).toEqual({ kind: "saved", birthYear: 2012 });
    const corrected = (await people.historyOf(database.db, { kind: "person", id: personId })).find(
      ({ actorId }) => actorId === own,
    );
    expect(corrected).toMatchObject({ act: "birth-year", before: "2013", after: "2012", onBehalfOf: personId });
  });

  it("stopping and taking up again, and «проверен», each count once", async () => {
    const { people, database, clock, comes, curator } = await stage(engine);
    const { membershipId, personId } = await comes("mentor");
    const by = await curator();
    const twice = async (act: () => Promise<boolean>) => [await act(), await act()];
    const { tx } = database;
    expect(await twice(() => tx((t) => people.setChecked(t, membershipId, by, true, clock.now())))).toEqual([
      true,
      false,
    ]);
    expect((await people.membership(database.db, membershipId))?.checkedById).toBe(by);
    expect(await twice(() => tx((t) => people.stop(t, membershipId, by, clock.now())))).toEqual([true, false]);
    expect(await people.standingsOf(database.db, personId)).toEqual([]);
    expect(await twice(() => tx((t) => people.reactivate(t, membershipId, by, clock.now())))).toEqual([true, false]);
    expect(await people.standingsOf(database.db, personId)).toHaveLength(1);
    const acts = (await people.historyOf(database.db, { kind: "membership", id: membershipId })).map(({ act }) => act);
    expect(acts.toSorted()).toEqual(["checked", "joined", "reactivated", "stopped"]);
  });
});

describeEachEngine("rights from the database", (engine) => {
  it("a foreign id and one that does not exist are refused alike, and the history names neither", async () => {
    const { people, database, comes, curator, foreign } = await stage(engine);
    const { membershipId } = await comes("mentee");
    const stranger = await curator((await foreign()).schoolId);
    for (const id of [membershipId, "AAAAAAAAAAA"])
      expect(await people.authorise(database.db, stranger, "card.see", { kind: "membership", id })).toBe(false);
    const refused = await database.db.history.findMany({ where: { act: "refused" } });
    expect(refused).toHaveLength(2);
    for (const line of refused)
      expect(line).toMatchObject({
        actorId: stranger,
        subjectKind: "act",
        subjectId: "card.see",
        before: null,
        after: null,
      });
    expect(JSON.stringify(refused)).not.toContain(membershipId);
  });

  it("asking what may be shown leaves no line", async () => {
    const { people, database, comes, programmeId } = await stage(engine);
    const { personId } = await comes("mentee");
    expect(await people.may(database.db, personId, "bank.see", { kind: "programme", id: programmeId })).toBe(false);
    expect(await database.db.history.count({ where: { act: "refused" } })).toBe(0);
  });

  it("a role that was ended gives no right any more", async () => {
    const { people, database, clock, comes } = await stage(engine);
    const { personId, membershipId } = await comes("mentee");
    const subject = { kind: "membership", id: membershipId } as const;
    expect(await people.may(database.db, personId, "consent.decide", subject)).toBe(true);
    await database.tx((tx) => people.stop(tx, membershipId, null, clock.now()));
    expect(await people.may(database.db, personId, "consent.decide", subject)).toBe(false);
  });

  it("a guardian decides for the own child, nobody else's", async () => {
    const { people, database, clock, comes, link, phone } = await stage(engine);
    const [child, other] = [await comes("mentee"), await comes("mentee")];
    const outcome = await people.redeem(
      await phone(),
      (await link("guardian", { childId: child.personId })).token,
      clock.now(),
    );
    if (outcome.kind !== "joined") throw new Error(outcome.kind);
    const may = (id: string) => people.may(database.db, outcome.personId, "consent.decide", { kind: "membership", id });
    expect([await may(child.membershipId), await may(other.membershipId)]).toEqual([true, false]);
  });
});

describeEachEngine("making links", (engine) => {
  it("a curator invites to the own programme and to the own school, the owner invites curators, nobody invites an owner", async () => {
    const { people, comes, curator, schoolId, programmeId, foreign, clock, phone } = await stage(engine);
    const other = await foreign();
    const own = await curator();
    const outcome = await people.redeem(await phone(), await people.ownerInvitation(clock.now()), clock.now());
    if (outcome.kind !== "joined") throw new Error(outcome.kind);
    const owner = outcome.personId;
    const kinds = async (
      actor: string,
      role: "mentee" | "curator" | "owner",
      at: { schoolId: string; programmeId: string },
    ) => (await people.invite(actor, { role, ...at, ...(role === "curator" ? { programmeId: null } : {}) })).kind;
    const here = { schoolId, programmeId };
    expect(await kinds(own, "mentee", here)).toBe("created");
    expect(await kinds(own, "mentee", other)).toBe("forbidden");
    expect(await kinds(own, "curator", here)).toBe("created");
    expect(await kinds(own, "curator", other)).toBe("forbidden");
    expect(await kinds(owner, "curator", here)).toBe("created");
    expect(await kinds(owner, "mentee", here)).toBe("forbidden");
    expect(await kinds(owner, "owner", here)).toBe("forbidden");
    expect(await kinds((await comes("mentee")).personId, "mentee", here)).toBe("forbidden");
  });

  it("a child makes a link for its own guardian only; the curator for any child of the programme", async () => {
    const { people, comes, curator, schoolId, programmeId, foreign } = await stage(engine);
    const [child, other] = [await comes("mentee"), await comes("mentee")];
    const kinds = async (actor: string, childId: string, at = { schoolId, programmeId }) =>
      (await people.invite(actor, { role: "guardian", ...at, childId })).kind;
    expect(await kinds(child.personId, child.personId)).toBe("created");
    expect(await kinds(child.personId, other.personId)).toBe("forbidden");
    expect(await kinds(await curator(), child.personId)).toBe("created");
    expect(await kinds(await curator(), child.personId, await foreign())).toBe("forbidden");
  });

  it("the list shows a programme's links by pages, newest first, without the guardians'", async () => {
    const { people, database, clock, comes, link, programmeId } = await stage(engine);
    const child = await comes("mentee");
    await clock.advance(1_000);
    await link("guardian", { childId: child.personId });
    const ids: string[] = [];
    for (let at = 0; at < 7; at++) {
      await clock.advance(1_000);
      ids.unshift((await link("mentee", { cap: 30 })).id);
    }
    const first = await people.listInvitations(database.db, programmeId, 0);
    const second = await people.listInvitations(database.db, programmeId, 1);
    expect(first.pages).toBe(2);
    expect([...first.items, ...second.items].map(({ id }) => id).slice(0, 7)).toEqual(ids);
    expect(second.items).toHaveLength(2);
  });

  it("revoking is the curator's, once, and tells nothing about foreign links", async () => {
    const { people, database, curator, foreign, link } = await stage(engine);
    const { id } = await link("mentee");
    const [own, stranger] = [await curator(), await curator((await foreign()).schoolId)];
    const revoke = (by: string, which: string) => database.tx((tx) => people.revoke(tx, by, which));
    expect(await revoke(stranger, id)).toBe("forbidden");
    expect(await revoke(stranger, "AAAAAAAAAAA")).toBe("forbidden");
    expect([await revoke(own, id), await revoke(own, id)]).toEqual(["revoked", "already"]);
    expect(await database.tx((tx) => people.openAgain(tx, id))).toBe(true);
    expect((await people.invitation(database.db, id))?.revokedAt).toBeNull();
  });

  it("the same open personal link is found again until somebody comes by it", async () => {
    const { people, database, clock, link, phone, schoolId, programmeId } = await stage(engine);
    const { id, token } = await link("mentor");
    const open = () => people.openInvitation(database.db, { role: "mentor", schoolId, programmeId }, clock.now());
    expect((await open())?.id).toBe(id);
    await people.redeem(await phone(), token, clock.now());
    expect(await open()).toBeNull();
  });
});
