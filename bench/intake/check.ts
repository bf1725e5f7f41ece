/** Whether the database holds what the robots were told is saved. */
import type { Clock } from "#core/clock.ts";
import { type Db, openDatabase } from "#platform/db/index.ts";
import type { Given, Robot } from "./robot.ts";

export type Checked = {
  /** Acknowledged answers. */
  acknowledged: number;
  /** … that are not there, or not as they were given. */
  lost: number;
  /** Answers that nobody gave. */
  strange: number;
  /** Updates given up or never done. */
  undone: number;
};

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

function optionsIn(value: object): string[] | null {
  if ("options" in value && Array.isArray(value.options)) return value.options.map(String);
  if ("option" in value) return [String(value.option)];
  return "value" in value ? [String(value.value)] : null;
}

function isAnswer(json: string, given: Given): boolean {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null) return false;
  if ("text" in given) return "text" in value && value.text === given.text;
  return sameSet(optionsIn(value) ?? [], given.options);
}

async function answersByChat(db: Db): Promise<Map<number, Map<string, string>>> {
  const rows = await db.answer.findMany({
    select: {
      key: true,
      value: true,
      run: { select: { membership: { select: { person: { select: { accounts: { select: { account: true } } } } } } } },
    },
  });
  const chats = new Map<number, Map<string, string>>();
  for (const { key, value, run } of rows) {
    const chat = Number(run.membership.person.accounts[0]?.account.telegramId);
    const answers = chats.get(chat) ?? new Map<string, string>();
    chats.set(chat, answers.set(key, value));
  }
  return chats;
}

/** Reads the database of a stopped bot and holds it against what the robots remember. */
export async function checkAnswers(url: string, robots: readonly Robot[], clock: Clock): Promise<Checked> {
  const database = await openDatabase({ url, clock });
  try {
    const chats = await answersByChat(database.db);
    const undone = await database.db.inbox.count({ where: { status: { not: "done" } } });
    const checked: Checked = { acknowledged: 0, lost: 0, strange: 0, undone };
    for (const { id, given } of robots) {
      const answers = chats.get(id) ?? new Map<string, string>();
      for (const [key, value] of given) {
        const json = answers.get(key);
        checked.acknowledged += 1;
        if (json === undefined || !isAnswer(json, value)) checked.lost += 1;
      }
      checked.strange += [...answers.keys()].filter((key) => !given.has(key)).length;
    }
    return checked;
  } finally {
    await database.close();
  }
}
