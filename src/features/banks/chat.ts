/** The curator's buttons of the banks. */
import type { CardLines, CardLinks } from "#core/contribution.ts";
import type { Screen, T } from "#core/screen.ts";
import { homeRow, readYear } from "#features/people/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import type { Db } from "#platform/db/index.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { answers, answerWhole, card, more, yearAsked } from "./card.view.ts";
import { FILTERS, type Filter, type Nudging, SIDES, type Side } from "./model.ts";
import { namingChat } from "./naming.chat.ts";
import { nudgeAsked, nudgeNobody, nudgePlanned } from "./nudging.view.ts";
import type { Banks } from "./service.ts";
import { bank, FIRST_LOOK, type Look } from "./view.ts";

const YEAR_TALK = "bank.year";

const sideOf = (text: string): Side | null => SIDES.find((side) => side === text) ?? null;
const filterOf = (text: string): Filter => FILTERS.find((filter) => filter === text) ?? "all";
const person = (turn: Turn): string => turn.speaker.personId ?? "";

export type BanksChatParts = {
  banks: Banks;
  words: Words;
  database: { db: Db };
  /** What later features let one do from a person's card, and say on it. */
  links: CardLinks[];
  lines: CardLines[];
};

export function banksChat({ banks, words, database: { db }, links, lines }: BanksChatParts): Chat {
  /** A screen on which nothing is typed: what was asked before it is not asked any more. */
  async function put(turn: Turn, screen: Screen): Promise<void> {
    turn.stopListening();
    await turn.show(screen);
  }
  const refused = (turn: Turn) => put(turn, noAccess(turn.t));

  async function show(turn: Turn, programmeId: string, sideText: string, look: Look): Promise<void> {
    const side = sideOf(sideText);
    const found = side && (await banks.bank(person(turn), programmeId, side));
    if (!found) return await refused(turn);
    await put(turn, bank(turn.words({ track: found.programme.track }), found, look));
  }

  async function showCard(turn: Turn, found: Awaited<ReturnType<Banks["card"]>>): Promise<void> {
    if (!found) return await refused(turn);
    const t = turn.words({ track: found.programme.track });
    const of = { readerId: person(turn), membershipId: found.entry.membershipId };
    const said = await Promise.all(lines.map((line) => line(db, of, t, turn.now)));
    await put(turn, card(t, found, said.flat()));
  }

  async function askToNudge(turn: Turn, asked: Nudging | null): Promise<void> {
    if (!asked) return await refused(turn);
    await put(turn, nudgeAsked(turn.words({ track: asked.programme.track }), asked, turn.now));
  }

  async function nudged(turn: Turn, done: Awaited<ReturnType<Banks["nudge"]>>): Promise<void> {
    if (!done) return await refused(turn);
    await put(turn, done.kind === "planned" ? nudgePlanned(turn.t, done.offered, turn.now) : nudgeNobody(turn.t));
  }

  const naming = namingChat(banks, { refused, showCard });

  const yearTalk: Talk = async (turn, args, heard) => {
    const membership = String(args.membership);
    const found = await banks.correctable(person(turn), membership);
    if (!found) return await refused(turn);
    const year = heard.kind === "text" ? readYear(heard.text, turn.now.getUTCFullYear()) : null;
    if (year === null || !(await banks.correctYear(person(turn), found, year)))
      return void (await turn.show(yearAsked(turn.t, found, true)));
    await showCard(turn, await banks.card(person(turn), membership));
  };

  return {
    talks: { [YEAR_TALK]: yearTalk, ...naming.talks },
    taps: {
      ...naming.taps,
      "bank.open": tap(["programme", "key"], (turn, programme, side) => show(turn, programme, side, FIRST_LOOK)),
      "bank.look": tap(["programme", "key", "key", "number", "number"], (turn, programme, side, filter, form, page) =>
        show(turn, programme, side, { filter: filterOf(filter), form, page: Math.max(0, page) }),
      ),
      "bank.card": tap(["membership"], async (turn, membership) =>
        showCard(turn, await banks.card(person(turn), membership)),
      ),
      "bank.more": tap(["membership"], async (turn, membership) => {
        const found = await banks.card(person(turn), membership);
        if (!found) return await refused(turn);
        const of = { readerId: person(turn), membershipId: membership };
        const offered = await Promise.all(links.map((link) => link(db, of, turn.now)));
        await put(turn, more(turn.words({ track: found.programme.track }), found, offered.flat()));
      }),
      "bank.answers": tap(["membership", "number"], async (turn, membership, page) => {
        const found = await banks.answers(person(turn), membership);
        if (!found) return await refused(turn);
        await put(turn, answers(turn.words({ track: found.programme.track }), found, words, page));
      }),
      "bank.answer": tap(["membership", "number"], async (turn, membership, index) => {
        const found = await banks.answers(person(turn), membership);
        const screen = found && answerWhole(turn.words({ track: found.programme.track }), found, words, index);
        await (screen ? put(turn, screen) : refused(turn));
      }),
      "bank.year": tap(["membership"], async (turn, membership) => {
        const found = await banks.correctable(person(turn), membership);
        if (!found) return await refused(turn);
        await turn.show(yearAsked(turn.t, found));
        await turn.listen(YEAR_TALK, { membership });
      }),
      "bank.check": tap(["membership", "number"], async (turn, membership, checked) => {
        const done = await banks.check(person(turn), membership, checked === 1);
        if (done) turn.toast(turn.t.plain(checked === 1 ? "banks-checked-toast" : "banks-unchecked-toast"));
        await showCard(turn, done ? await banks.card(person(turn), membership) : null);
      }),
      "bank.nudge": tap(["membership"], async (turn, membership) =>
        askToNudge(turn, await banks.nudgeAsked(person(turn), membership)),
      ),
      "bank.nudge-all": tap(["programme", "key"], async (turn, programme, sideText) => {
        const side = sideOf(sideText);
        await askToNudge(turn, side && (await banks.nudgeAllAsked(person(turn), programme, side)));
      }),
      "bank.nudge-do": tap(["membership", "deed"], async (turn, membership, id) =>
        nudged(turn, await banks.nudge(person(turn), membership, id)),
      ),
      "bank.nudge-all-do": tap(["programme", "key", "deed"], async (turn, programme, sideText, id) => {
        const side = sideOf(sideText);
        await nudged(turn, side && (await banks.nudgeAll(person(turn), programme, side, id)));
      }),
      "bank.export": tap(["programme", "key"], async (turn, programme, sideText) => {
        const side = sideOf(sideText);
        const ordered = side && (await banks.order(person(turn), programme, side));
        if (!ordered) return await refused(turn);
        turn.toast(turn.t.plain("banks-export-toast"));
      }),
    },
  };
}

const noAccess = (t: T): Screen => ({
  text: t("banks-refused"),
  rows: [homeRow(t)],
});
