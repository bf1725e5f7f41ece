/** What was ordered or planned while somebody had the right, and comes due when the right has ended. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { after, MINUTE } from "#core/clock.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { membershipId, personId, programmeId, telegramIdOf } from "./cast.ts";
import { plant } from "./seed.ts";

describe.each(engines)("a right that ends in between, on %s", (engine) => {
  let w: World;
  beforeEach(async () => {
    w = await world({ engine });
    await plant(w);
  });
  afterEach(() => w.close());

  /** The curator orders a table while nothing gets through to Telegram. */
  async function orders(): Promise<void> {
    const id = telegramIdOf("curatorA");
    const broken = w.emulator.faults.add({ method: "sendDocument", kind: "500" });
    w.emulator.forgeTap(
      id,
      w.emulator.chat(id).find(({ byBot }) => byBot)?.id ?? 1,
      `bank.export:${programmeId("A1")}:mentee`,
    );
    await w.settle();
    expect(broken.hits()).toBeGreaterThan(0);
    broken.remove();
  }
  const tables = () => w.emulator.chat(telegramIdOf("curatorA")).filter(({ file }) => file?.name.endsWith(".xlsx"));

  /** Some minutes pass, and the bot looks at each what is due. */
  async function waits(minutes: number): Promise<void> {
    for (let passed = 0; passed < minutes; passed++) {
      await w.clock.advance(MINUTE);
      await w.app.tick();
      await w.settle();
    }
  }

  it("a table that could not be sent comes later to whoever ordered it", async () => {
    await orders();
    await waits(10);
    expect(tables()).toHaveLength(1);
  });

  it("it does not come to a curator who is one no more", async () => {
    await orders();
    const ended = { status: "stopped", endedAt: w.clock.now() };
    await w.database.db.membership.update({ where: { id: membershipId("curatorA") }, data: ended });
    await waits(30);
    expect(tables()).toHaveLength(0);
    const { db } = w.database;
    expect(await db.notice.findMany({ where: { personId: personId("curatorA"), status: "waiting" } })).toEqual([]);
  });

  it("a screen that was opened before does nothing after", async () => {
    const id = telegramIdOf("curatorA");
    w.emulator.forgeTap(
      id,
      w.emulator.chat(id).find(({ byBot }) => byBot)?.id ?? 1,
      `bank.card:${membershipId("menteeA1")}`,
    );
    await w.settle();
    const card = w.emulator.chat(id).findLast(({ buttons }) => buttons.length > 0);
    const ended = { status: "stopped", endedAt: after(w.clock.now(), MINUTE) };
    await w.database.db.membership.update({ where: { id: membershipId("curatorA") }, data: ended });
    for (const button of card?.buttons.flat() ?? [])
      if (button.kind === "callback" && card) w.emulator.tap(id, card.id, button.data);
    await w.settle();
    const row = await w.database.db.membership.findUniqueOrThrow({ where: { id: membershipId("menteeA1") } });
    expect(row.checkedAt).toBeNull();
    expect(w.emulator.chat(id).at(-1)?.text).not.toContain("Familymentee");
  });
});
