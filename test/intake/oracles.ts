/** What must hold after every scene, whatever happened in it. */
import { expect } from "vitest";
import type { World } from "#test/support/world.ts";

/** Shorter words may stand in a log by chance. */
const TELLING = 6;

/** Everything that people are called or have written, and what leads to them. */
function told({ emulator }: World): string[] {
  const people = emulator.users();
  const names = people.flatMap(({ firstName, lastName }) => [firstName, lastName ?? ""]);
  const written = people.flatMap(({ id }) => emulator.chat(id).filter((message) => !message.byBot));
  const words = written.map(({ text }) => text.replace(/^\/start /, "")).filter((text) => !text.startsWith("/"));
  return [...names, ...words, ...people.map(({ id }) => String(id)), emulator.token].filter(
    (word) => [...word].length >= TELLING,
  );
}

/** No error in the log and nothing personal either; nothing sent too early; every tap answered; nobody left without a word. */
export function expectAllWell(w: World): void {
  const log = w.logged.join("\n");
  expect(w.logged.filter((line) => line.includes('"error"'))).toEqual([]);
  expect(told(w).filter((word) => log.includes(word))).toEqual([]);
  expect(w.emulator.violations()).toEqual([]);
  expect(w.emulator.taps().filter((tap) => tap.state().kind !== "answered")).toEqual([]);
  for (const { id, started } of w.emulator.users()) {
    const last = w.emulator.chat(id).at(-1);
    if (started) expect(last?.byBot ?? true, `the last word in the chat is the person's: ${last?.text}`).toBe(true);
  }
}
