/** The restore drill: a copy taken while people answer, the bot killed, the copy put back, and everybody goes on. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { after, HOUR } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { NUDGE } from "#features/banks/kinds.model.ts";
import { systemClock } from "#platform/clock.ts";
import { openStage, type Stage } from "#test/faults/stage.ts";
import { engines } from "#test/support/engines.ts";
import { until } from "#test/support/process.ts";
import { run } from "./command.ts";

/** Typed, in the middle of the questionnaire. */
const MIDDLE = "detail";

describe.runIf(engines.includes("sqlite"))("last night's copy", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage("sqlite");
  });
  afterEach(() => stage.close());

  /** A reminder to everybody who has not sent the questionnaire, due now. */
  const owe = () =>
    stage.read(async ({ db }) => {
      const now = systemClock.now();
      const mentors = await db.membership.findMany({ where: { role: "mentor" } });
      const rows = mentors.map(({ id: subjectId, personId }) => {
        const about = { kind: NUDGE, subjectId, subjectRev: 0, personId, slot: "drill", lane: "reminder" };
        const when = { notBefore: now, usefulUntil: after(now, HOUR), createdAt: now };
        return { id: newId(), key: newId(), ...about, ...when, status: "waiting", attempts: 0 };
      });
      await db.notice.createMany({ data: rows });
    });
  const reminders = (status: string) => stage.read(({ db }) => db.notice.count({ where: { kind: NUDGE, status } }));
  /** Empty once the person is erased. */
  const nameOf = (id: string) =>
    stage.read(async ({ db }) => (await db.person.findUnique({ where: { id } }))?.givenName ?? "");
  const answers = () => stage.read(async ({ db }) => await db.answer.count());

  it("brings everybody back to where the copy knows them; who was erased since stays erased, and what is owed waits", async () => {
    const [still, goesOn, ...others] = await stage.robots(6, 21);
    if (!still || !goesOn) throw new Error("nobody is there");
    const bot = await stage.start();
    await Promise.all([still, goesOn].map((robot) => stage.bring(robot, MIDDLE)));
    await bot.rests();
    const answering = stage.finish(others, () => systemClock.sleep(30));
    answering.catch(() => undefined);
    const copied = await run(stage, "backup", "--json");
    expect(copied.code).toBe(0);
    const { name } = JSON.parse(copied.output);
    goesOn.act();
    await until("the answer after the copy is seen", () => goesOn.mayAct());
    const refused = await run(stage, "restore", name);
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringMatching(/another process is using .*; stop it first/),
    ]);
    await answering;
    await bot.kill();
    const before = await answers();

    const restored = await run(stage, "restore", name);
    expect([restored.code, restored.output]).toEqual([0, expect.stringContaining("As it was before")]);
    expect(await answers()).toBeLessThan(before);
    expect((await run(stage, "backups")).output).toContain(name);
    await owe();
    const [gone] = others;
    const erased = await stage.read(({ db }) =>
      db.accountPerson.findFirstOrThrow({ where: { account: { telegramId: BigInt(gone?.id ?? 0) } } }),
    );
    expect(await nameOf(erased.personId)).not.toBe("");
    const doneAt = systemClock.now().toISOString();
    const line = { id: newId(), personId: erased.personId, programmeId: null, doneAt };
    appendFileSync(join(stage.dataDir, "erasures.jsonl"), `${JSON.stringify(line)}\n`);

    const second = await stage.start();
    await stage.finish([still]);
    await second.rests();
    await second.terminate();
    expect((await stage.kept([still])).get(still.id)?.status).toBe("sent");
    expect(await nameOf(erased.personId)).toBe("");
    expect(await reminders("sent")).toBe(0);
    const waiting = await reminders("waiting");
    expect(waiting).toBeGreaterThanOrEqual(1);

    expect(await run(stage, "resume")).toMatchObject({
      code: 0,
      output: expect.stringContaining("writes to people again"),
    });
    const third = await stage.start();
    await third.rests();
    const metrics = `http://127.0.0.1:${await third.port()}/metrics`;
    await until("nothing waits", async () => /^tropa_notices_waiting 0$/m.test(await (await fetch(metrics)).text()));
    await third.terminate();
    expect(await reminders("waiting")).toBe(0);
    expect(await reminders("sent")).toBeGreaterThan(0);
  }, 180_000);
});
