import { afterEach, describe, expect, it } from "vitest";
import { DAY, MINUTE, SECOND } from "#core/clock.ts";
import { loadTexts } from "#platform/i18n.ts";
import { qrPicture } from "#platform/qr.ts";
import { inRoot } from "#platform/root.ts";
import { seeded } from "#playground/telegram/random.ts";
import { engines } from "#test/support/engines.ts";
import { type Crowd, crowd } from "./crowd.ts";
import type { Robot } from "./robot.ts";
import { addPhone } from "./school.ts";
import { labelsOf } from "./sight.ts";

const TYPED = "detail";
const { plain } = loadTexts(inRoot("locales")).voice({ locale: "ru" });
const TURNS = 40;

describe.each(engines)("updates that do not come as they should, on %s", (engine) => {
  let w: Crowd;
  afterEach(() => w.close());

  const gather = async (people: number, seed?: number): Promise<Robot> => {
    w = await crowd({ engine, people, ...(seed === undefined ? {} : { seed }) });
    const [robot] = w.robots;
    if (!robot) throw new Error("nobody is there");
    return robot;
  };
  const fromBot = ({ id }: Robot) => w.emulator.chat(id).filter(({ byBot }) => byBot);
  const last = (robot: Robot) => fromBot(robot).at(-1)?.text ?? "";
  const question = (robot: Robot) => {
    const seen = robot.sight();
    return seen?.at === "question" ? seen.asked.key : seen?.at;
  };
  const answers = async (robot: Robot) => (await w.kept()).get(robot.id)?.answers ?? {};
  /** A button of the present screen: where it stands and what it carries. */
  const button = (robot: Robot, nth = 0) => {
    const message = robot.sight()?.message;
    const found = message?.buttons.flat()[nth];
    if (!message || found?.kind !== "callback") throw new Error("no button");
    return { messageId: message.id, data: found.data };
  };
  const taps = (robot: Robot, { messageId, data }: ReturnType<typeof button>) =>
    w.emulator.forgeTap(robot.id, messageId, data);
  async function expectAllWell(): Promise<void> {
    const kept = await w.kept();
    for (const robot of w.robots) {
      expect(kept.get(robot.id)).toEqual({ status: "sent", answers: Object.fromEntries(robot.acknowledged()) });
      expect(robot.complaints).toEqual([]);
    }
    expect(w.toasts()).not.toContain(null);
    expect(w.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }

  it("each delivered one to three times: everything is as if it had come once", async () => {
    await gather(3);
    w.emulator.faults.duplicates(({ update_id }) => 1 + (update_id % 3));
    await w.finish();
    await expectAllWell();
    for (const robot of w.robots) {
      const texts = fromBot(robot).map(({ text }) => text);
      expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([]);
    }
  });

  it.each([1, 2, 3])("shuffled together with taps on old screens (seed %i): no answer goes astray", async (seed) => {
    await gather(4, seed);
    const random = seeded(seed);
    const old: (() => void)[] = [];
    w.emulator.faults.reorder(5, seed);
    for (let turns = 0; turns < TURNS; turns++) {
      const shown = w.robots
        .filter((robot) => robot.sight()?.at === "question")
        .map((robot) => [robot, button(robot)] as const);
      // What stood on the screen a turn ago: its time is over, or will be once the answer to it has come.
      for (const tap of old.splice(0)) if (random() < 0.3) tap();
      await w.turn();
      old.push(
        ...shown.map(
          ([robot, stale]) =>
            () =>
              void taps(robot, stale),
        ),
      );
      await w.clock.advance(SECOND);
    }
    w.emulator.faults.reorder(1);
    await w.finish();
    await expectAllWell();
  });

  it("numbered anew from a lower number, twice: nothing is dropped", async () => {
    await gather(2);
    for (const key of ["motives", TYPED]) {
      await w.bring(key);
      w.emulator.restartUpdateIds();
    }
    await w.finish();
    await expectAllWell();
  });

  it("a button tapped five times at once has one effect, and every tap is answered", async () => {
    const robot = await gather(1);
    await w.bring("level");
    const choice = button(robot);
    for (let times = 0; times < 5; times++) taps(robot, choice);
    await w.settle();
    expect(question(robot)).toBe("interests");
    expect(Object.keys(await answers(robot))).toEqual(["level"]);
    expect(w.toasts()).not.toContain(null);
    expect(w.toasts().filter((toast) => toast === plain("common-stale"))).toHaveLength(4);
  });

  it("one person on two phones who begins on both at once has one questionnaire", async () => {
    const robot = await gather(1);
    const second = w.emulator.addUser({ firstName: "Вера", languageCode: "ru" }).id;
    for (const mentor of w.mentors) await addPhone(w.database, mentor, second, w.clock.now());
    for (const id of [robot.id, second]) w.emulator.start(id);
    await w.settle();
    for (const id of [robot.id, second]) {
      const message = w.emulator.chat(id).findLast(({ byBot }) => byBot);
      const begin = message?.buttons.flat().find(({ text }) => text === plain("questionnaires-begin"));
      if (!message || begin?.kind !== "callback") throw new Error("no button");
      w.emulator.tap(id, message.id, begin.data);
    }
    await w.settle();
    expect(await w.database.db.run.count()).toBe(1);
  });

  it("a tap on a screen of three weeks ago changes nothing and shows the present one", async () => {
    const robot = await gather(1);
    await w.bring("level");
    const old = button(robot);
    await w.turn();
    const [before, at] = [await answers(robot), question(robot)];
    await w.later(21 * DAY);
    taps(robot, old);
    await w.settle();
    expect(w.toasts().at(-1)).toBe(plain("common-stale"));
    expect(await answers(robot)).toEqual(before);
    expect(question(robot)).toBe(at);
    await w.finish();
    await expectAllWell();
  });

  it("a message edited after it was taken as an answer is explained and never taken for the next answer", async () => {
    const robot = await gather(1);
    await w.bring(TYPED);
    await w.turn();
    const [before, at, screens] = [await answers(robot), question(robot), fromBot(robot).length];
    const own = w.emulator.chat(robot.id).findLast(({ byBot }) => !byBot);
    w.emulator.edit(robot.id, own?.id ?? 0, "а это уже совсем другой ответ, исправленный");
    await w.settle();
    expect(await answers(robot)).toEqual(before);
    expect(question(robot)).toBe(at);
    expect(fromBot(robot)).toHaveLength(screens + 1);
    expect(last(robot)).toContain(plain("home-edited").slice(0, 20));
    await w.finish();
    await expectAllWell();
  });

  it("an album, a voice message, a sticker, a place instead of words get a hint, and the question stays", async () => {
    const robot = await gather(1);
    await w.bring(TYPED);
    const { id } = robot;
    const before = await answers(robot);
    const photo = { name: "a.png", mime: "image/png", bytes: await qrPicture("a") };
    const sends = [
      () => w.emulator.sendAlbum(id, [photo, photo, photo]),
      () => w.emulator.sendVoice(id),
      () => w.emulator.sendSticker(id),
      () => w.emulator.sendLocation(id, 56, 35),
      () => w.emulator.sendContact(id, { phone: "+70000000000", firstName: "Вера" }),
      () => w.emulator.sendFile(id, { name: "ответ.docx", mime: "", bytes: new Uint8Array([1]) }),
    ];
    for (const send of sends) {
      const screens = fromBot(robot).length;
      send();
      await w.settle();
      expect(fromBot(robot).length).toBe(screens + 1);
      expect(last(robot)).toBe(plain("questionnaires-words-only"));
    }
    expect(await answers(robot)).toEqual(before);
    await w.finish();
    await expectAllWell();
  });

  it("a hundred messages in a second are taken in their order, and nobody else waits for them", async () => {
    const robot = await gather(2);
    const other = w.robots[1] ?? robot;
    await w.bring(TYPED);
    await w.later(MINUTE);
    const at = question(other);
    for (let number = 0; number < 100; number++) w.emulator.say(robot.id, `сообщение номер ${number}`);
    other.act();
    await w.settle();
    expect([question(other), other.sight()]).not.toEqual([at, undefined]);
    expect(other.mayAct()).toBe(true);
    expect(await w.database.db.inbox.count({ where: { status: "new" } })).toBeGreaterThan(50);
    await w.later(MINUTE);
    expect(await w.database.db.inbox.count({ where: { status: "new" } })).toBe(0);
    // The first is the answer that was asked for, the second the one after it; a question with buttons takes no more.
    expect(await answers(robot)).toMatchObject({
      [TYPED]: { text: "сообщение номер 0" },
      achievements: { text: "сообщение номер 1" },
    });
    expect(Object.keys(await answers(robot))).not.toContain("experience-what");
    expect(w.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it("after a restart, data of an older release and data of nobody are answered, and change nothing", async () => {
    const robot = await gather(2);
    const other = w.robots[1] ?? robot;
    await w.bring(TYPED);
    const screen = robot.sight()?.message;
    if (!screen) throw new Error("no screen");
    const run = button(robot).data.split(":")[1] ?? "";
    const before = await answers(robot);
    await w.restart();
    const foreign = button(other).data;
    const data = [
      "answer_3",
      "q:7:2",
      "run.pick",
      `run.pick:${run}`,
      `run.pick:${run}:x:1`,
      `run.pick:${run}:1:2:3`,
      `run.choose:${run}:1`,
      `run.send:${run}:0`,
      "run.send:AAAAAAAAAAA:1",
      `run.tick:${run}:999999999:999999999`,
      "__proto__:1",
      "й".repeat(32),
      "\u0000\u0001\uffff:::",
      foreign,
    ];
    for (const one of data) {
      taps(robot, { messageId: screen.id, data: one });
      await w.settle();
      await w.clock.advance(SECOND);
    }
    expect(w.toasts()).not.toContain(null);
    expect(await answers(robot)).toEqual(before);
    expect(labelsOf(fromBot(robot).at(-1) ?? screen).length).toBeGreaterThan(0);
    w.emulator.start(robot.id);
    await w.settle();
    await w.finish();
    await expectAllWell();
  });
});
