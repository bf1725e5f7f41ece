/** The rivals' screens: text and rows of buttons, as both libraries take them. */
import { type Asked, CHOSEN, type Script } from "./script.ts";

export type RivalButton = { text: string; callback_data: string };
export type RivalScreen = { text: string; rows: RivalButton[][] };

export const BEGIN = "begin";
export const DONE = "done";
export const SEND = "send";
const REOPEN = "reopen";

export const intro = ({ intro: text, begin }: Script): RivalScreen => ({
  text,
  rows: [[{ text: begin, callback_data: BEGIN }]],
});

/** `chosen`: numbers of the options that are ticked. */
export function question(script: Script, index: number, asked: Asked, chosen: readonly number[] = []): RivalScreen {
  const rows = asked.options.map((label, option) => [
    { text: chosen.includes(option) ? `${CHOSEN}${label}` : label, callback_data: String(option) },
  ]);
  if (asked.kind === "many") rows.push([{ text: script.done, callback_data: DONE }]);
  // A typed answer has no button of its own; the same row of ways as in ours keeps the payloads alike.
  rows.push([
    { text: "←", callback_data: "back" },
    { text: "❚❚", callback_data: "pause" },
  ]);
  return { text: `${index + 1} / ${script.questions.length}\n\n${asked.text}`, rows };
}

export const review = ({ review: text, send, questions }: Script, answers: Record<string, unknown>): RivalScreen => ({
  text: [text, ...questions.map(({ key }, index) => `${index + 1}. ${JSON.stringify(answers[key])}`)].join("\n"),
  rows: [[{ text: send, callback_data: SEND }]],
});

export const sent = ({ sent: text, reopen }: Script): RivalScreen => ({
  text,
  rows: [[{ text: reopen, callback_data: REOPEN }]],
});

/** The ticks after a tap on option `index`. */
export const toggled = (chosen: readonly number[], index: number): number[] =>
  chosen.includes(index) ? chosen.filter((one) => one !== index) : [...chosen, index];
