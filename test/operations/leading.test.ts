/** Several processes over one PostgreSQL: who stands by is well, and who is no leader any more says so. */
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStage, type Stage } from "#test/faults/stage.ts";
import { engines } from "#test/support/engines.ts";
import { type BotProcess, until } from "#test/support/process.ts";

describe.runIf(engines.includes("postgresql"))("two processes over one PostgreSQL", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage("postgresql");
  });
  afterEach(() => stage.close());

  const health = async (bot: BotProcess): Promise<unknown[]> => {
    const answer = await fetch(`http://127.0.0.1:${await bot.port()}/healthz`);
    const { role } = (await answer.json()) as { role: string };
    return [answer.status, role];
  };

  it("the one that stands by is well; when the leader loses its connection it says so and the other takes over", async () => {
    const leader = await stage.start();
    expect(await health(leader)).toEqual([200, "leader"]);
    const other = stage.launch();
    await until("the other stands by", async () => (await health(other))[1] === "follower");
    expect(await health(other)).toEqual([200, "follower"]);
    const client = new pg.Client({ connectionString: stage.databaseUrl });
    await client.connect();
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1953657969",
    );
    await client.end();
    expect(await leader.ended).toBe(1);
    expect(leader.output()).toContain("The connection to PostgreSQL that made this process the leader has ended");
    expect(leader.output()).not.toContain("Another process receives");
    await until("the other leads", async () => (await health(other))[1] === "leader");
    await other.terminate();
  }, 90_000);
});
