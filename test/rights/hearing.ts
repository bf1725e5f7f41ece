/** What the bot answered to each tap, read from the calls that it made. */
import type { Call, Tap } from "#playground/telegram/model.ts";
import type { World } from "#test/support/world.ts";

/** What one tap brought: all words and buttons that were sent or edited, and the toast. */
export type Answer = { shown: string; toast: string; isAnswered: boolean };

const NOTHING: Answer = { shown: "", toast: "", isAnswered: false };

const chatOf = ({ params }: Call): number => Number(params.chat_id);
const wordsOf = ({ params }: Call): string =>
  JSON.stringify([params.text, params.caption, params.reply_markup, params.document, params.photo, params.media]);

/** A chat's updates are handled one after another: whatever was called for it up to the answer to a tap belongs to that tap. */
function sortOut(calls: readonly Call[], taps: ReadonlyMap<string, Tap>): Map<string, Answer> {
  const shown = new Map<number, string[]>();
  const answers = new Map<string, Answer>();
  for (const call of calls) {
    const tap = call.method === "answerCallbackQuery" ? taps.get(String(call.params.callback_query_id)) : undefined;
    if (tap) {
      const words = shown.get(tap.userId) ?? [];
      answers.set(tap.id, { shown: words.join("\n"), toast: String(call.params.text ?? ""), isAnswered: true });
      shown.delete(tap.userId);
    } else if (/^(send|edit)/.test(call.method))
      shown.set(chatOf(call), [...(shown.get(chatOf(call)) ?? []), wordsOf(call)]);
  }
  return answers;
}

/** Does a tap for each of these at once and waits; gives the answers. */
export async function answersTo<One>(
  w: World,
  all: readonly One[],
  tapOf: (one: One) => Tap,
): Promise<Map<One, Answer>> {
  const { calls } = w.emulator;
  const last = calls.at(-1);
  const taps = all.map((one) => ({ one, tap: tapOf(one) }));
  await w.settle();
  const made = calls.slice(last ? calls.lastIndexOf(last) + 1 : 0);
  const answers = sortOut(made, new Map(taps.map(({ tap }) => [tap.id, tap])));
  return new Map(taps.map(({ one, tap }) => [one, answers.get(tap.id) ?? NOTHING]));
}

/** The lines of the log that tell of an error. */
export const errorsIn = ({ logged }: World): string[] => logged.filter((line) => /"level":"(error|fatal)"/.test(line));

/** Does something and waits; gives the words that each chat was shown meanwhile. */
export async function wordsFor(w: World, act: () => void): Promise<Map<number, string>> {
  const { calls } = w.emulator;
  const last = calls.at(-1);
  act();
  await w.settle();
  const words = new Map<number, string>();
  for (const call of calls.slice(last ? calls.lastIndexOf(last) + 1 : 0))
    if (/^(send|edit)/.test(call.method)) words.set(chatOf(call), `${words.get(chatOf(call)) ?? ""}${wordsOf(call)}`);
  return words;
}
