/** Puts the people of the matrix into a database: rows, for speed, and so that ids are the same in every world. */
import { createHash } from "node:crypto";
import { after, DAY } from "#core/clock.ts";
import { createPeople } from "#features/people/index.ts";
import { definitionSchema } from "#features/questionnaires/model.ts";
import type { Db } from "#platform/db/index.ts";
import { silentLog } from "#platform/log.ts";
import { deriveKey } from "#platform/secret.ts";
import type { World } from "#test/support/world.ts";
import {
  CARED,
  DRAFTS,
  type Draft,
  draftId,
  find,
  idOf,
  invitationId,
  LINKS,
  type Link,
  MEMBERS,
  type Member,
  membershipId,
  NOBODY,
  PHONES,
  PROGRAMMES,
  PROPOSERS,
  type ProgrammeKey,
  permissionId,
  personId,
  programmeId,
  programmeKeyOf,
  runId,
  SCHOOLS,
  schoolId,
  schoolKeyOf,
  schoolOf,
  telegramIdOf,
  type Words,
  WROTE,
} from "./cast.ts";

const people = (w: Pick<World, "database" | "clock">) =>
  createPeople({ ...w, secret: deriveKey(Buffer.alloc(32, 7), "invitations"), log: silentLog });

/** The token of each link, which no database knows. */
export const tokensOf = (w: Pick<World, "database" | "clock">): Map<string, string> =>
  new Map(LINKS.map(({ key }) => [key, people(w).tokenOf({ id: invitationId(key) })]));

async function plantProgrammes(db: Db, words: Words, now: Date): Promise<void> {
  const born = { createdAt: now, rev: 1 };
  for (const key of SCHOOLS) {
    const named = { name: words.schoolName(key), city: words.city(key) };
    await db.school.create({ data: { id: schoolId(key), ...named, timeZone: "Europe/Moscow", locale: "ru", ...born } });
  }
  const period = { startsOn: "2026-09-01", endsOn: "2027-05-31", yearKind: "academic" };
  const keys: ProgrammeKey[] = ["A1", "A2", "B1", "B2"];
  for (const [at, key] of keys.entries()) {
    const { forms, ...ways } = PROGRAMMES[key];
    const fixed = { intakeSize: "short", status: "active", createdAt: after(now, at), rev: 1 };
    const data = { id: programmeId(key), schoolId: schoolId(schoolOf(key)), title: words.title(key), ...period };
    await db.programme.create({ data: { ...data, ...ways, ...fixed } });
    const list = { programmeId: programmeId(key), role: "mentee", label: "7A", createdAt: now };
    await db.peopleList.create({ data: { id: idOf(`l-${key}`), ...list } });
    for (const form of forms) await db.programmeForm.create({ data: { programmeId: programmeId(key), form } });
  }
}

async function plantPhones(db: Db, now: Date): Promise<void> {
  for (const key of PHONES) {
    const seen = { languageCode: "ru", reachable: true, createdAt: now, seenAt: now };
    await db.chatAccount.create({ data: { id: idOf(`a-${key}`), telegramId: BigInt(telegramIdOf(key)), ...seen } });
  }
}

const scopeOf = ({ role, at }: Member): string =>
  role === "owner" ? "all" : at === "A" || at === "B" ? `school:${schoolId(at)}` : `programme:${at && programmeId(at)}`;

async function plantPerson(db: Db, { key, nameless, phoneOf, born }: Member, words: Words, when: Date): Promise<void> {
  const id = personId(key);
  const family = nameless ? "" : words.family(key);
  const given = nameless ? "" : words.given(key);
  const name = { familyName: family, givenName: given, patronymic: "", search: `${family} ${given}`.toLowerCase() };
  await db.person.create({ data: { id, ...name, birthYear: born ?? null, createdAt: when } });
  const phone = { accountId: idOf(`a-${phoneOf ?? key}`), personId: id, current: !phoneOf, joinedAt: when };
  await db.accountPerson.create({ data: phone });
}

async function plantMember(db: Db, member: Member, words: Words, at: number, now: Date): Promise<void> {
  const { key, role, stopped, as } = member;
  const when = after(now, at);
  if (!as) await plantPerson(db, member, words, when);
  const [school, programme] = [schoolKeyOf(member), programmeKeyOf(member)];
  const place = { schoolId: school && schoolId(school), programmeId: programme && programmeId(programme) };
  const state = { status: stopped ? "stopped" : "active", endedAt: stopped ? when : null, createdAt: when, rev: 1 };
  const code = { code: `Z-${at}`, className: member.className ?? "", scope: scopeOf(member) };
  await db.membership.create({
    data: { id: membershipId(key), personId: personId(key), role, ...place, ...code, ...state },
  });
}

async function plantConsents(db: Db, { key, agreed = [] }: Member, now: Date): Promise<void> {
  const programme = programmeKeyOf(find(key));
  if (!programme) return;
  const guardian = MEMBERS.find(({ child }) => child === key);
  for (const givenAs of agreed) {
    const givenById = personId(givenAs === "self" ? key : (guardian?.key ?? ""));
    const of = { subjectId: personId(key), programmeId: programmeId(programme), kind: "data", givenAs, givenById };
    const how = { decision: "agreed", channel: "button", documentId: "as-shown", textHash: "0".repeat(64) };
    await db.consent.create({ data: { id: idOf(`${givenAs[0]}-${key}`), ...of, ...how, decidedAt: now } });
  }
}

async function plantGuardian(db: Db, { key, child }: Member, now: Date): Promise<void> {
  if (!child) return;
  const who = { guardianId: personId(key), childId: personId(child), source: "curator" };
  await db.guardianship.create({ data: { id: idOf(`g-${key}`), ...who, createdAt: now, confirmedAt: null } });
}

/** The questionnaire of the track and side, and its first question that is answered by typing. */
async function questionnaireFor(db: Db, { role, at }: Member) {
  const track = at === "A2" ? "teachers" : "pupils";
  for (const version of await db.questionnaireVersion.findMany({ orderBy: { questionnaireId: "asc" } })) {
    const definition = definitionSchema.parse(JSON.parse(version.definition));
    const typed = definition.sections.flatMap(({ questions }) => questions).find(({ kind }) => kind === "text");
    if (definition.track === track && definition.side === role && typed)
      return { versionId: version.id, key: typed.key };
  }
  throw new Error(`no questionnaire with a typed question for ${role} in ${track}`);
}

async function plantRun(db: Db, member: Member, words: Words, now: Date): Promise<void> {
  const { key, run } = member;
  if (!run) return;
  const { versionId, key: question } = await questionnaireFor(db, member);
  const of = { id: runId(key), membershipId: membershipId(key), versionId };
  const state = { status: run, cursor: run === "open" ? question : "review", rev: 3, size: "short", source: "self" };
  const times = { startedAt: now, updatedAt: now, sentAt: run === "sent" ? now : null };
  await db.run.create({ data: { ...of, ...state, ...times } });
  const value = JSON.stringify({ kind: "text", text: words.answer(key) });
  await db.answer.create({ data: { runId: runId(key), key: question, value, answeredAt: now } });
}

async function plantLink(db: Db, { key, role, at, child, cap }: Link, token: string, now: Date): Promise<void> {
  const isSchool = at === "A" || at === "B";
  const place = isSchool
    ? { schoolId: schoolId(at), programmeId: null }
    : { schoolId: schoolId(schoolOf(at)), programmeId: programmeId(at) };
  const of = { id: invitationId(key), role, ...place, childId: child ? personId(child) : null, cap, used: 0 };
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const times = { createdAt: now, expiresAt: after(now, 30 * DAY) };
  await db.invitation.create({ data: { ...of, tokenHash, ...times, createdById: null, label: "" } });
}

async function plantDraft(db: Db, { key, owner, school }: Draft, words: Words, now: Date): Promise<void> {
  const [kind, at] = school ? ["programme", "track"] : ["school", "city"];
  const answers = school ? { title: words.draft(key) } : { name: words.draft(key) };
  const data = JSON.stringify({ schoolId: school && schoolId(school), at, returning: false, answers });
  const times = { createdAt: now, updatedAt: now };
  await db.draft.create({ data: { id: draftId(key), personId: personId(owner), kind, data, rev: 1, ...times } });
}

/** A job that is done, a notice that waits, a file: what a button might name one day. */
async function plantRest(db: Db, school: "A" | "B", now: Date): Promise<void> {
  const key = `curator${school}`;
  const job = { kind: "banks.export", args: "{}", status: "done", progress: 100, attempts: 1, doneAt: now };
  await db.job.create({ data: { id: idOf(`j-${key}`), ...job, personId: personId(key), createdAt: now } });
  const bytes = Buffer.from(WROTE.file(key));
  const hash = createHash("sha256").update(bytes).digest("hex");
  await db.blob.create({ data: { hash, size: bytes.length, bytes, createdAt: now } });
  const of = { subjectKind: "programme", subjectId: programmeId(`${school}1`), personId: personId(key) };
  const file = { id: idOf(`f-${key}`), hash, name: WROTE.file(key), mime: "application/msword", createdAt: now };
  await db.attachment.create({ data: { ...file, ...of } });
  const args = {
    of: { id: invitationId(school === "A" ? "manyA1" : "manyB2") },
    programmeId: null,
    zone: "UTC",
    keys: [],
    count: 0,
  };
  const deed = { id: idOf(`u-${key}`), actorId: personId(key), kind: "invitations.revoke", args: JSON.stringify(args) };
  await db.deed.create({ data: { ...deed, createdAt: now, until: after(now, DAY) } });
}

/** What helpers may do, who stands in, who was proposed, noted, offered support. */
async function plantStaff(db: Db, words: Words, now: Date): Promise<void> {
  for (const { key, permits = [], deputyOf, at: place } of MEMBERS) {
    for (const [at, { kind, className }] of permits.entries()) {
      const given = { membershipId: membershipId(key), kind, value: className ?? "", createdAt: now };
      await db.permission.create({ data: { id: permissionId(key, at), ...given } });
    }
    if (!deputyOf || !place) continue;
    const who = { personId: personId(deputyOf), deputyId: personId(key), until: "2027-05-31" };
    const when = { startsAt: now, acceptedAt: now };
    await db.absence.create({ data: { id: idOf(`ab-${key}`), programmeId: idOf(`prog-${place}`), ...who, ...when } });
  }
  for (const key of PROPOSERS) {
    const of = { programmeId: programmeId(programmeKeyOf(find(key)) ?? "A1"), byId: personId(key), className: "7A" };
    const data = { id: idOf(`rf-${key}`), ...of, reason: words.reason(key), status: "open", createdAt: now };
    await db.referral.create({ data });
  }
  for (const key of CARED) {
    const of = { membershipId: membershipId(key), createdAt: now };
    const by = personId(`curator${schoolKeyOf(find(key))}`);
    await db.note.create({ data: { id: idOf(`nt-${key}`), ...of, authorId: by, text: words.note(key) } });
    await db.support.create({ data: { id: idOf(`sp-${key}`), ...of, offeredById: by, lookAgainOn: "2027-01-15" } });
  }
}

/** Fills a started world, and brings everybody to their first screen. */
export async function plant(w: World, words: Words = WROTE): Promise<void> {
  const now = w.clock.now();
  const tokens = tokensOf(w);
  await w.database.tx(async (tx) => {
    await plantProgrammes(tx, words, now);
    await plantPhones(tx, now);
    for (const [at, member] of MEMBERS.entries()) await plantMember(tx, member, words, at, now);
    for (const member of MEMBERS) {
      await plantGuardian(tx, member, now);
      await plantConsents(tx, member, now);
      await plantRun(tx, member, words, now);
    }
    await plantStaff(tx, words, now);
    for (const link of LINKS) await plantLink(tx, link, tokens.get(link.key) ?? "", now);
    for (const draft of DRAFTS) await plantDraft(tx, draft, words, now);
    for (const school of SCHOOLS) await plantRest(tx, school, now);
  });
  for (const key of PHONES) {
    w.emulator.addUser({
      id: telegramIdOf(key),
      firstName: key === NOBODY ? "Nobody" : `Tg${key}`,
      languageCode: "ru",
    });
    w.emulator.start(telegramIdOf(key));
  }
  await w.settle();
}
