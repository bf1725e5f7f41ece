import { expect, it } from "vitest";
import { after, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { consentsKeeping } from "#features/consents/index.ts";
import { createPlacing } from "#features/lists/index.ts";
import { noticesKeeping } from "#features/notices/index.ts";
import { createPeople, peopleKeeping } from "#features/people/index.ts";
import { createProgrammes } from "#features/programmes/index.ts";
import { questionnairesKeeping } from "#features/questionnaires/index.ts";
import { createContents } from "#platform/files/content.ts";
import { silentLog } from "#platform/log.ts";
import { type Stage, stage } from "#test/people/stage.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { shippedWords } from "./words.ts";

const keepings = [peopleKeeping, consentsKeeping, questionnairesKeeping(shippedWords()), noticesKeeping];

function placing({ database, clock }: Stage) {
  const people = createPeople({ database, clock, secret: "a secret of tests", log: silentLog });
  const contents = createContents({ clock });
  const programmes = createProgrammes({ database, clock, people, contents, timeZone: "Europe/Moscow" });
  return createPlacing({ database, clock, people, programmes, keepings });
}

/** A questionnaire that somebody has begun or sent. */
async function run(s: Stage, membershipId: string, versionId: string, sent: boolean, minutes: number): Promise<string> {
  const id = newId();
  const at = after(s.clock.now(), minutes * MINUTE);
  const state = { status: sent ? "sent" : "open", cursor: "review", rev: 1, size: "short", source: "self" };
  const times = { startedAt: at, updatedAt: at, ...(sent ? { sentAt: at } : {}) };
  await s.database.db.run.create({ data: { id, membershipId, versionId, ...state, ...times } });
  return id;
}

async function version(s: Stage): Promise<string> {
  const id = newId();
  const of = { questionnaireId: "intake", version: 1, hash: id, definition: "{}", createdAt: s.clock.now() };
  await s.database.db.questionnaireVersion.create({ data: { id, ...of } });
  return id;
}

async function consent(s: Stage, subjectId: string, decision: string): Promise<void> {
  const what = { kind: "data", givenAs: "self", documentId: "d", textHash: "h", channel: "button" };
  const data = { id: newId(), subjectId, programmeId: s.programmeId, givenById: subjectId, decision, ...what };
  await s.database.db.consent.create({ data: { ...data, decidedAt: s.clock.now() } });
}

describeEachEngine("two persons who are one", (engine) => {
  it("everything of the one becomes the other's, and nothing of the one is left", async () => {
    const s = await stage(engine);
    const { db } = s.database;
    const curator = await s.curator();
    const [from, into, guardian] = [await s.comes("mentee"), await s.comes("mentee"), await s.comes("guardian")];
    const questionnaire = await version(s);
    const sent = await run(s, from.membershipId, questionnaire, true, 0);
    const open = await run(s, into.membershipId, questionnaire, false, 5);
    await consent(s, from.personId, "agreed");
    await db.request.create({
      data: {
        id: newId(),
        membershipId: from.membershipId,
        form: "student-pupil",
        status: "open",
        createdAt: s.clock.now(),
      },
    });
    for (const child of [from, into])
      await db.guardianship.create({
        data: {
          id: newId(),
          guardianId: guardian.personId,
          childId: child.personId,
          source: "child",
          createdAt: s.clock.now(),
        },
      });
    await db.person.update({ where: { id: from.personId }, data: { givenName: "A", search: "a", birthYear: 2010 } });
    const owed = {
      kind: "x",
      subjectId: from.membershipId,
      subjectRev: 0,
      slot: "s",
      lane: "reply",
      status: "waiting",
      attempts: 0,
    };
    const times = { notBefore: s.clock.now(), usefulUntil: after(s.clock.now(), MINUTE), createdAt: s.clock.now() };
    await db.notice.create({ data: { id: newId(), key: "old", personId: from.personId, ...owed, ...times } });

    const service = placing(s);
    const shown = await service.preview(curator, from.membershipId, into.membershipId);
    expect(shown).toMatchObject({
      from: { phones: 1, consents: 1, runs: 1, guardians: 1 },
      into: { phones: 1, consents: 0 },
    });
    const done = await service.merge(curator, from.membershipId, into.membershipId);
    expect(done).toMatchObject({ kind: "merged", membershipId: into.membershipId });

    expect(await db.person.findUnique({ where: { id: from.personId } })).toBeNull();
    expect(await db.membership.findUnique({ where: { id: from.membershipId } })).toBeNull();
    expect(await db.person.findUnique({ where: { id: into.personId } })).toMatchObject({
      givenName: "A",
      birthYear: 2010,
    });
    expect(await db.accountPerson.count({ where: { personId: into.personId, current: true } })).toBe(2);
    expect(await db.consent.findMany({ select: { subjectId: true, givenById: true } })).toEqual([
      { subjectId: into.personId, givenById: into.personId },
    ]);
    expect(
      await db.run.findMany({
        where: { membershipId: into.membershipId },
        orderBy: { startedAt: "asc" },
        select: { id: true, status: true },
      }),
    ).toEqual([
      { id: sent, status: "sent" },
      { id: open, status: "closed" },
    ]);
    expect(await db.guardianship.count({ where: { childId: into.personId } })).toBe(1);
    expect(await db.guardianship.count()).toBe(1);
    expect(await db.request.count({ where: { membershipId: into.membershipId } })).toBe(1);
    expect(await db.notice.findFirst()).toMatchObject({
      personId: into.personId,
      subjectId: into.membershipId,
      key: `x:${into.membershipId}:0:${into.personId}:s`,
    });
    const trail = await s.people.historyOf(db, { kind: "membership", id: into.membershipId });
    expect(trail.map(({ act }) => act).toSorted()).toEqual(["joined", "joined", "merged"]);
    expect(await db.history.count({ where: { actorId: from.personId } })).toBe(0);
  });

  it("a stranger joins nobody, and a parent and a child are never one", async () => {
    const s = await stage(engine);
    const { db } = s.database;
    const curator = await s.curator();
    const [one, other] = [await s.comes("mentor"), await s.comes("mentor")];
    const { schoolId } = await s.foreign();
    const service = placing(s);
    const merge = (actor: string) => service.merge(actor, one.membershipId, other.membershipId);
    expect(await merge(await s.curator(schoolId))).toEqual({ kind: "refused" });
    expect(await merge(one.personId)).toEqual({ kind: "refused" });
    const tie = { guardianId: one.personId, childId: other.personId, source: "child", createdAt: s.clock.now() };
    const { id } = await db.guardianship.create({ data: { id: newId(), ...tie } });
    expect(await merge(curator)).toEqual({ kind: "apart" });
    await db.guardianship.delete({ where: { id } });
    expect(await merge(curator)).toMatchObject({ kind: "merged" });
    expect(await merge(curator)).toEqual({ kind: "refused" });
  });

  it("a curator who is a mentor too is not joined with anybody", async () => {
    const s = await stage(engine);
    const curator = await s.curator();
    const [one, other] = [await s.comes("mentor"), await s.comes("mentor")];
    const place = { schoolId: s.schoolId, programmeId: null };
    await s.database.tx((tx) => s.people.join(tx, one.personId, "curator", place, s.clock.now()));
    expect(await placing(s).merge(curator, one.membershipId, other.membershipId)).toEqual({ kind: "apart" });
    expect(await s.database.db.membership.count({ where: { role: "mentor" } })).toBe(2);
  });
});
