import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newId } from "#core/ids.ts";
import { consentsNotices, createConsents, GUARDIAN_ANSWERED } from "#features/consents/index.ts";
import { createDeeds } from "#features/deeds/index.ts";
import { createNotices } from "#features/notices/index.ts";
import { createPeople } from "#features/people/index.ts";
import { createProgrammes } from "#features/programmes/index.ts";
import { virtualClock } from "#platform/clock.ts";
import { createContents } from "#platform/files/content.ts";
import { silentLog } from "#platform/log.ts";
import { inRoot } from "#platform/root.ts";
import { describeEachEngine, type Engine, testFolder } from "#test/support/database.ts";

async function school(engine: Engine) {
  const clock = virtualClock(new Date("2026-11-20T07:00:00Z"));
  const { database } = await engine.open({ clock });
  const people = createPeople({ database, clock, secret: "secret", log: silentLog });
  const contents = createContents({ clock });
  const programmes = createProgrammes({ database, clock, people, contents });
  // Nothing ticks here, so nothing is sent: what is owed is looked at in the database.
  const notices = createNotices({
    database,
    clock,
    log: silentLog,
    kinds: consentsNotices({ people, programmes, contents }),
    pausedFor: () => 0,
    sender: { send: () => Promise.reject(new Error("nothing is sent in this test")), waiting: () => 0 },
    addressOf: async () => new Map(),
    onUnreachable: async () => undefined,
  });
  const deeds = createDeeds({ database, clock, people, notices: () => notices, kinds: () => [] });
  const consents = createConsents({ database, clock, people, programmes, notices, deeds });
  await consents.importDocuments(clock.now());
  const [schoolId, programmeId] = [newId(), newId()];
  const born = { createdAt: clock.now(), rev: 0 };
  const place = { name: "Школа", city: "Тверь", timeZone: "Europe/Moscow", locale: "ru" };
  await database.db.school.create({ data: { id: schoolId, ...place, ...born } });
  const period = { yearKind: "academic", startsOn: "2026-09-01", endsOn: "2027-05-31" };
  const ways = {
    title: "Тропа",
    track: "pupils",
    naming: "full",
    address: "vy",
    intakeSize: "short",
    status: "active",
  };
  await database.db.programme.create({ data: { id: programmeId, schoolId, ...period, ...ways, ...born } });

  const member = async (role: "mentee" | "mentor" | "curator", birthYear: number | null) => {
    const { id } = await database.tx((tx) => people.create(tx, clock.now()));
    await database.db.person.update({ where: { id }, data: { birthYear } });
    const at = { schoolId, programmeId: role === "curator" ? null : programmeId };
    return await database.tx((tx) => people.join(tx, id, role, at, clock.now()));
  };
  const agree = async (of: { personId: string; membershipId: string }) => {
    const read = await consents.read(of.personId, of.membershipId, "data", "ru");
    if (read.kind !== "document") throw new Error(read.kind);
    const { rev, tag } = read.shown;
    return await consents.decide(of.personId, of.membershipId, {
      kind: "data",
      decision: "agreed",
      rev,
      tag,
      locale: "ru",
    });
  };
  return { clock, database, people, consents, member, agree, notices };
}

describeEachEngine("the ledger of consents", (engine) => {
  it("tells where many participants stand at once, and says nothing of those who are not asked", async () => {
    const { database, consents, member, agree } = await school(engine);
    const adult = await member("mentor", 1980);
    const child = await member("mentee", 2013);
    const young = await member("mentee", null);
    const curator = await member("curator", 1975);
    await agree(adult);
    const ids = [adult, child, young, curator].map(({ membershipId }) => membershipId);
    const states = await consents.stateOf(database.db, ids);
    expect(ids.map((id) => states.get(id)?.kind)).toEqual(["complete", "waits", "unknownAge", undefined]);
    expect((await consents.marksOf(database.db, ids)).get(child.membershipId)).toEqual({
      consent: "waits",
      guardian: "waits",
    });
    const may = await Promise.all(ids.map((id) => consents.mayProcess(database.db, id)));
    expect(may).toEqual([true, false, false, false]);
  });

  it("a withdrawal is in force at once, cancels what waited to be said, and stays beside the new consent", async () => {
    const { clock, database, people, consents, member, agree, notices } = await school(engine);
    const adult = await member("mentee", 1980);
    await agree(adult);
    const { membershipId: subjectId, personId } = adult;
    const owed = { kind: GUARDIAN_ANSWERED, subjectId, subjectRev: 0, personId, slot: "now", notBefore: clock.now() };
    await database.tx((tx) => notices.plan(tx, [owed]));
    await clock.advance(1_000);
    const withdraw = (rev: number) => consents.withdraw(adult.personId, adult.membershipId, "data", rev);
    expect((await withdraw(0)).kind).toBe("stale");
    expect((await withdraw(1)).kind).toBe("withdrawn");
    expect((await withdraw(1)).kind).toBe("already");
    expect(await consents.mayProcess(database.db, adult.membershipId)).toBe(false);
    expect(await database.db.notice.findMany({ where: { kind: GUARDIAN_ANSWERED } })).toMatchObject([
      { status: "dropped", reason: "cancelled" },
    ]);
    expect((await agree(adult)).kind).toBe("decided");
    expect(await consents.mayProcess(database.db, adult.membershipId)).toBe(true);
    expect(await database.db.consent.count()).toBe(2);
    const acts = (await people.historyOf(database.db, { kind: "membership", id: adult.membershipId })).map(
      ({ act }) => act,
    );
    expect(acts.toSorted()).toEqual(["consent-agreed", "consent-agreed", "consent-withdrawn", "joined"]);
  });

  it("goes on with a child's coming of age: from the first of January at 18 the person's own consent is needed", async () => {
    const { clock, database, consents, member, agree } = await school(engine);
    const teen = await member("mentee", 2008);
    await agree(teen);
    const state = async () => (await consents.stateOf(database.db, [teen.membershipId])).get(teen.membershipId);
    expect(await state()).toEqual({ kind: "waits", from: ["guardian"] });
    await clock.advance(new Date("2026-12-31T21:00:00Z").getTime() - clock.now().getTime());
    expect(await state()).toEqual({ kind: "waits", from: ["self"] });
  });

  it("documents come once; a text that was changed without a new version stops the start", async () => {
    const { clock, database, consents } = await school(engine);
    const count = await database.db.consentDocument.count();
    await consents.importDocuments(clock.now());
    expect(await database.db.consentDocument.count()).toBe(count);
    const folder = testFolder();
    cpSync(inRoot("locales", "consents"), folder, { recursive: true });
    const file = join(folder, "data-self.ru.md");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, `${text}\nЕщё одна строка.\n`);
    await expect(consents.importDocuments(clock.now(), folder)).rejects.toThrow("without a new version");
    writeFileSync(file, `${text.replace("version: 2", "version: 3")}\nЕщё одна строка.\n`);
    await consents.importDocuments(clock.now(), folder);
    expect(await database.db.consentDocument.count()).toBe(count + 1);
  });
});
