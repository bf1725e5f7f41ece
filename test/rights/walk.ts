/**
 * Everybody walks through the bot at once, each pressing what is on the own screen and was pressed least, twice in a row, and
 * answering what is asked. Who runs schools has the most to press and takes two steps where others take one; buttons of deep menus
 * are known to whoever may press them.
 * Found on the way: buttons that lead nowhere, second presses that change something, words shown to who must not read them;
 * and all buttons that were seen, so that others can forge them.
 */
import { SECOND } from "#core/clock.ts";
import { readPress } from "#core/screen.ts";
import type { ChatMessage, Tap } from "#playground/telegram/model.ts";
import type { World } from "#test/support/world.ts";
import { find, NOBODY, PHONES, telegramIdOf } from "./cast.ts";
import { type Answer, answersTo } from "./hearing.ts";
import { allRows, changes } from "./rows.ts";
import { subjectsOf, wordsFor } from "./saying.ts";
import { may } from "./table.ts";
import { aboutAt, realThings } from "./things.ts";

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
const LAST =
  /(withdraw|decline|discard|revoke|erase|leaving\.do|dismiss-yes|end-yes|remove-yes|staff\.take|away-over|support-end|\.drop)/;
/** Said now and then: what is asked by typing, and the ways back. */
const SAID: Record<number, string> = { 14: "/start", 19: "/settings" };
const SAID_EVERY = 20;
const ANSWERED_EVERY = 4;
const isBusy = (key: string): boolean =>
  key !== NOBODY &&
  (["owner", "curator"].includes(find(key).role) || (find(key).permits ?? find(key).deputyOf) !== undefined);
const BUSY = PHONES.filter(isBusy);
/** They make one person of two, and then nobody knows whose words are whose: the matrix presses them, at its end. */
export const MERGES = /(merge-yes|join-yes)/;
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

/** Buttons that name one thing and nothing else, on all that this person may do it to. */
const doorsOf = (w: World, key: string): string[] =>
  [...w.app.routes.taps].flatMap(([tap, { args }]) => {
    const [kind] = args;
    if (!kind || args.length > 1 || aboutAt(args) < 0) return [];
    return realThings(kind)
      .filter((thing) => may(key, tap, thing))
      .map(({ id }) => `${tap}:${id}`);
  });

/** Remembers what one person has pressed and seen, and says what comes next: what nobody has pressed at best. */
function createWalker(w: World, key: string, seen: Set<string>, known: Set<string>) {
  const doors = doorsOf(w, key);
  const counts = new Map<string, number>();
  const countOf = (what: string): number => counts.get(what) ?? 0;
  const passed = new Map<string, Step>();

  /** Buttons that were on a screen and are not any more: old ones are pressed too. */
  function leftBehind(): Step[] {
    const [message] = w.emulator.chat(telegramIdOf(key)).filter(({ byBot }) => byBot);
    if (!message) return [];
    const deep = doors.map((data) => ({ key, message, data, isPresent: false }));
    return [...[...passed.values()].map((step) => ({ ...step, message, isPresent: false })), ...deep];
  }

  const weigh = ({ data, isPresent }: Step): number =>
    4 * countOf(kindOf(data)) + countOf(meaning(data)) + (isPresent ? 0 : 1) + (known.has(kindOf(data)) ? 3 : 0);

  return (isLate: boolean): Step | undefined => {
    const present = stepsOf(w, key);
    for (const step of present) {
      seen.add(step.data);
      passed.set(kindOf(step.data), step);
    }
    const steps = [...present, ...leftBehind()].filter(
      ({ data }) => !MERGES.test(data) && (isLate || !LAST.test(data)),
    );
    const [least] = steps.toSorted((one, other) => weigh(one) - weigh(other));
    if (!least) return undefined;
    for (const what of [kindOf(least.data), meaning(least.data)]) counts.set(what, countOf(what) + 1);
    known.add(kindOf(least.data));
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
  const known = new Set<string>();
  const walkers = new Map(PHONES.map((key) => [key, createWalker(w, key, walked.seen, known)]));
  /** Who has pressed something about a thing last. */
  const touched = new Map<string, string>();

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

  /** Whether somebody else moves the same thing on meanwhile: then its buttons may be out of date, or work a moment later. */
  const isContested = (step: Step, steps: readonly Step[]): boolean =>
    subjectsOf(step.data).some(
      (subject) =>
        (touched.get(subject) ?? step.key) !== step.key ||
        steps.some(({ key, data }) => key !== step.key && subjectsOf(data).includes(subject)),
    );

  function judge(step: Step, { toast, shown }: Answer, steps: readonly Step[]): void {
    const { key, data, isPresent } = step;
    walked.pressed.add(kindOf(data));
    const isMute = !w.app.routes.taps.has(kindOf(data)) || (toast === "" && shown === "");
    const isStale = isPresent && toast.includes(STALE) && !isContested(step, steps);
    if (isMute || isStale) walked.dead.push(`${key}: ${data} «${toast}»`);
  }

  async function pressAgain(steps: Step[]): Promise<void> {
    // What another's press has only just made possible happens now; then nothing is left to happen.
    const contested = steps.filter((step) => isContested(step, steps));
    if (contested.length > 0) await press(contested, forged);
    const before = await allRows(w.database);
    await press(steps, forged);
    const changed = changes(before, await allRows(w.database));
    if (changed.length > 0)
      walked.twice.push(`${steps.map(({ key, data }) => `${key} ${data}`).join("; ")}\n  ${changed.join("\n  ")}`);
  }

  async function step(keys: readonly string[], isLate: boolean): Promise<void> {
    const steps = keys.flatMap((key) => walkers.get(key)?.(isLate) ?? []);
    for (const [one, answer] of await press(steps, tapped)) judge(one, answer, steps);
    await look?.();
    if (!once) await pressAgain(steps);
    for (const { key, data } of steps) for (const subject of subjectsOf(data)) touched.set(subject, key);
    await w.clock.advance(SECOND);
  }

  for (let round = 0; round < rounds; round++) {
    const said = SAID[round % SAID_EVERY];
    if (said) for (const key of PHONES) w.emulator.say(telegramIdOf(key), said);
    else if (round % ANSWERED_EVERY === 3)
      for (const [key, words] of await wordsFor(w)) w.emulator.say(telegramIdOf(key), words);
    await w.settle();
    const isLate = round > (rounds * 2) / 3;
    await step(PHONES, isLate);
    await step(BUSY, isLate);
  }
  return walked;
}
