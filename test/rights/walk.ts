/**
 * Everybody walks through the bot at once, each pressing what is on the own screen and was pressed least, twice in a row.
 * Found on the way: buttons that lead nowhere, second presses that change something, words shown to who must not read them;
 * and all buttons that were seen, so that others can forge them.
 */
import { SECOND } from "#core/clock.ts";
import { readPress } from "#core/screen.ts";
import type { ChatMessage, Tap } from "#playground/telegram/model.ts";
import type { World } from "#test/support/world.ts";
import { PHONES, telegramIdOf } from "./cast.ts";
import { type Answer, answersTo } from "./hearing.ts";
import { allRows, changes } from "./rows.ts";

export type Walked = {
  /** Every button's data, in the order in which it was first seen. */
  seen: Set<string>;
  /** The kinds that were pressed. */
  pressed: Set<string>;
  presses: number;
  /** Nobody's row answers these, or with nothing, or as out of date, though a screen has just shown them. */
  dead: string[];
  /** What the second press of the same button changed. */
  twice: string[];
  /** What each was shown, in all. */
  shown: Map<string, string>;
};

type Step = { key: string; message: ChatMessage; data: string; isPresent: boolean };

/** They take away what others of the walk need, so they come last. */
const LAST = /(withdraw|decline|discard|revoke)/;
/** Said now and then: an answer to whatever is asked by typing, and the ways back. */
const SAID: Record<number, string> = { 4: "2010", 9: "2010", 14: "/start", 19: "/settings" };
const SAID_EVERY = 20;
const STALE = "Эта кнопка устарела";

/** The kind with what it is about: revisions, pages and places in a list make no other button. */
const meaning = (data: string): string => {
  const { kind, args } = readPress(data);
  return [kind, ...args.filter((arg) => !/^-?\d+$/.test(arg))].join(":");
};

const kindOf = (data: string): string => readPress(data).kind;

function stepsOf(w: World, key: string): Step[] {
  const messages = w.emulator.chat(telegramIdOf(key)).filter(({ byBot, buttons }) => byBot && buttons.length > 0);
  return messages.toReversed().flatMap((message, at) =>
    message.buttons.flat().flatMap((button): Step[] => {
      return button.kind === "callback" ? [{ key, message, data: button.data, isPresent: at === 0 }] : [];
    }),
  );
}

/** Remembers what one person has pressed and seen, and says what comes next. */
function createWalker(w: World, key: string, seen: Set<string>) {
  const counts = new Map<string, number>();
  const countOf = (what: string): number => counts.get(what) ?? 0;
  const passed = new Map<string, Step>();

  /** Buttons that were on a screen and are not any more: old ones are pressed too. */
  function leftBehind(): Step[] {
    const [message] = w.emulator.chat(telegramIdOf(key)).filter(({ byBot }) => byBot);
    return message ? [...passed.values()].map((step) => ({ ...step, message, isPresent: false })) : [];
  }

  const weigh = ({ data, isPresent }: Step): number =>
    4 * countOf(kindOf(data)) + countOf(meaning(data)) + (isPresent ? 0 : 1);

  return (isLate: boolean): Step | undefined => {
    const present = stepsOf(w, key);
    for (const step of present) {
      seen.add(step.data);
      passed.set(kindOf(step.data), step);
    }
    const steps = [...present, ...leftBehind()].filter(({ data }) => isLate || !LAST.test(data));
    const [least] = steps.toSorted((one, other) => weigh(one) - weigh(other));
    if (least) for (const what of [kindOf(least.data), meaning(least.data)]) counts.set(what, countOf(what) + 1);
    return least;
  };
}

const nothing = (): Walked => ({
  seen: new Set(),
  pressed: new Set(),
  presses: 0,
  dead: [],
  twice: [],
  shown: new Map(PHONES.map((key) => [key, ""])),
});

export type WalkOptions = {
  /** Leaves the second presses out: only to see the buttons. */
  once?: boolean;
  /** Called when everybody has pressed. */
  look?: () => Promise<void>;
};

export async function walk(w: World, rounds: number, { once = false, look }: WalkOptions = {}): Promise<Walked> {
  const walked = nothing();
  const walkers = PHONES.map((key) => createWalker(w, key, walked.seen));

  const forged = ({ key, message, data }: Step): Tap => w.emulator.forgeTap(telegramIdOf(key), message.id, data);
  const tapped = (step: Step): Tap =>
    step.isPresent ? w.emulator.tap(telegramIdOf(step.key), step.message.id, step.data) : forged(step);

  async function press(steps: Step[], how: (step: Step) => Tap): Promise<Map<Step, Answer>> {
    const answers = await answersTo(w, steps, how);
    walked.presses += steps.length;
    for (const [{ key }, { shown, toast }] of answers)
      walked.shown.set(key, `${walked.shown.get(key)}\n${shown}\n${toast}`);
    return answers;
  }

  function judge({ key, data, isPresent }: Step, { toast, shown }: Answer): void {
    walked.pressed.add(kindOf(data));
    const isMute = !w.app.routes.taps.has(kindOf(data)) || (toast === "" && shown === "");
    if (isMute || (isPresent && toast.includes(STALE))) walked.dead.push(`${key}: ${data} «${toast}»`);
  }

  async function pressAgain(steps: Step[]): Promise<void> {
    const before = await allRows(w.database);
    await press(steps, forged);
    const changed = changes(before, await allRows(w.database));
    if (changed.length > 0)
      walked.twice.push(`${steps.map(({ key, data }) => `${key} ${data}`).join("; ")}\n  ${changed.join("\n  ")}`);
  }

  for (let round = 0; round < rounds; round++) {
    const said = SAID[round % SAID_EVERY];
    if (said) for (const key of PHONES) w.emulator.say(telegramIdOf(key), said);
    await w.settle();
    const steps = walkers.flatMap((next) => next(round > (rounds * 2) / 3) ?? []);
    for (const [step, answer] of await press(steps, tapped)) judge(step, answer);
    await look?.();
    if (!once) await pressAgain(steps);
    await w.clock.advance(SECOND);
  }
  return walked;
}
