/** The questionnaire's buttons, and what is typed while a question is on the screen. */
import { SECOND } from "#core/clock.ts";
import type { Screen, T } from "#core/screen.ts";
import { dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { forWhom, notYet, sentForWhom } from "./behalf.view.ts";
import { picked, ticked } from "./choices.view.ts";
import type { Step } from "./model.ts";
import { review } from "./review.view.ts";
import { ENTERING_SOURCES, type RunView, type StepResult } from "./runs.model.ts";
import type { Questionnaires, StepMaker } from "./service.ts";
import { paused, present, sent } from "./view.ts";
import { findQuestion, visibleQuestions } from "./visible.rules.ts";

const ANSWER_TALK = "run.answer";
/** Telegram's longest message, in UTF-16 units; whoever types more sends several at once. */
const LONGEST_MESSAGE = 4_096;
/** So soon after it the rest of a long text arrives. */
const REST_FOLLOWS = 3 * SECOND;

/** The question under the cursor, with the revision that a step about it needs; null on other screens. */
function onScreen({ run, definition }: RunView) {
  const { cursor, rev } = run.state;
  const question = cursor.at === "question" ? findQuestion(definition, cursor.key) : undefined;
  return question ? { question, key: question.key, rev } : null;
}

/** The same for whoever answers for the owner: it says so above, in this person's own words. */
function shown(turn: Turn, view: RunView, screen: Screen): Screen {
  if (!view.behalf) return screen;
  const t = turn.words({ track: view.run.participant.track, address: "vy" });
  return view.run.state.status === "open" ? forWhom(t, view.behalf, screen) : sentForWhom(t, view.behalf, view);
}

/** The question stays: a tap is told by a toast, a typed answer by a message under it. */
async function hint(turn: Turn, t: T, why: { hint: string; args: Record<string, string | number> }): Promise<void> {
  const args = Object.fromEntries(Object.entries(why.args).map(([name, value]) => [name, inWords(value, t)]));
  if (turn.tapped !== null) turn.toast(t.plain(why.hint, args));
  else await turn.say({ text: t(why.hint, args) });
}

export function questionnairesChat(questionnaires: Questionnaires): Chat {
  const { words } = questionnaires;
  const wordsFor = (turn: Turn, view: RunView): T => turn.words(view.run.participant);

  /** Shows where the run stands, and listens when a question is on the screen. */
  async function put(turn: Turn, view: RunView): Promise<void> {
    await turn.show(shown(turn, view, present(wordsFor(turn, view), view, words)));
    const asked = onScreen(view);
    if (asked && view.run.state.status === "open")
      await turn.listen(ANSWER_TALK, { run: view.run.id, key: asked.key, rev: asked.rev });
    else turn.stopListening();
  }

  async function showResult(turn: Turn, result: StepResult): Promise<void> {
    switch (result.kind) {
      case "shown":
        return await put(turn, result.view);
      case "stale":
      case "alreadySent":
        turn.toast(turn.t.plain("common-stale"));
        return await put(turn, result.view);
      case "sent":
        turn.stopListening();
        await turn.show(shown(turn, result.view, sent(wordsFor(turn, result.view), result.view)));
        return;
      case "paused":
        turn.stopListening();
        await turn.show(shown(turn, result.view, paused(wordsFor(turn, result.view), result.view)));
        return;
      case "invalid":
        return await hint(turn, wordsFor(turn, result.view), result);
      case "incomplete":
        turn.toast(wordsFor(turn, result.view).plain("questionnaires-incomplete", { count: result.keys.length }));
        return await put(turn, result.view);
      case "closed":
      case "notNow":
      case "refused":
        turn.stopListening();
        await turn.show(dead(turn.t, result.kind));
    }
  }

  const step = (make: (view: RunView, ...args: number[]) => ReturnType<StepMaker>) =>
    tap(["run", "number"], async (turn, run, rev) => {
      const made: StepMaker = (view) => (view.run.state.rev === rev ? make(view) : null);
      await showResult(turn, await questionnaires.step(person(turn), run, made, turn.now));
    });
  const numbered = (make: (view: RunView, index: number) => Step | null) =>
    tap(["run", "number", "number"], async (turn, run, rev, index) => {
      const made: StepMaker = (view) => (view.run.state.rev === rev ? make(view, index) : null);
      await showResult(turn, await questionnaires.step(person(turn), run, made, turn.now));
    });
  const way = (kind: "begin" | "back" | "send" | "reopen") => step((view) => ({ kind, rev: view.run.state.rev }));
  const about = (kind: "skip" | "done") =>
    step((view) => {
      const asked = onScreen(view);
      return asked && { kind, key: asked.key, rev: asked.rev };
    });

  const answerTalk: Talk = async (turn, args, heard) => {
    const asked = { run: String(args.run), key: String(args.key), rev: Number(args.rev) };
    if (heard.kind !== "text") {
      const opened = await questionnaires.open(person(turn), asked.run);
      if (opened.kind !== "shown") return await showResult(turn, opened);
      await turn.say({ text: wordsFor(turn, opened.view)("questionnaires-words-only") });
      return;
    }
    // Telegram cuts a long text into several messages: the rest of one that was too long is no answer of its own.
    if (turn.now.getTime() - Number(args.cutAt ?? 0) < REST_FOLLOWS) return;
    const result = await questionnaires.typed(person(turn), asked, heard.text, turn.now);
    await showResult(turn, result);
    if (result.kind === "invalid" && heard.text.length >= LONGEST_MESSAGE)
      await turn.listen(ANSWER_TALK, { ...asked, cutAt: turn.now.getTime() });
  };

  return {
    talks: { [ANSWER_TALK]: answerTalk },
    taps: {
      "run.new": tap(["membership"], async (turn, membership) => {
        const result = await questionnaires.start(person(turn), membership, turn.now);
        // The intro has been read already: «Начать» goes to the first question.
        if (result.kind === "shown" && result.view.run.state.cursor.at === "intro") {
          const { id, state } = result.view.run;
          return await showResult(
            turn,
            await questionnaires.step(person(turn), id, () => ({ kind: "begin", rev: state.rev }), turn.now),
          );
        }
        await showResult(turn, result);
      }),
      "run.enter": tap(["membership", "key"], async (turn, membership, key) => {
        const source = ENTERING_SOURCES.find((one) => one === key);
        if (!source) return await showResult(turn, { kind: "refused" });
        const result = await questionnaires.enter(person(turn), membership, source);
        if (result.kind === "notNow") return void (await turn.show(notYet(turn.t, membership)));
        if (result.kind !== "begun") return await showResult(turn, result);
        if (result.answered > 0) turn.toast(turn.t.plain("questionnaires-behalf-goes-on", { count: result.answered }));
        await put(turn, result.view);
      }),
      "run.open": tap(["run"], async (turn, run) => showResult(turn, await questionnaires.open(person(turn), run))),
      "run.pause": tap(["run"], async (turn, run) => {
        const make: StepMaker = (view) => ({ kind: "pause", rev: view.run.state.rev });
        await showResult(turn, await questionnaires.step(person(turn), run, make, turn.now));
      }),
      "run.begin": way("begin"),
      "run.back": way("back"),
      "run.send": way("send"),
      "run.reopen": way("reopen"),
      "run.skip": about("skip"),
      "run.done": about("done"),
      "run.known": step((view) => {
        const asked = onScreen(view);
        return asked && view.known && { kind: "answer", key: asked.key, rev: asked.rev, value: view.known };
      }),
      "run.pick": numbered((view, index) => {
        const asked = onScreen(view);
        const value = asked && picked(asked.question, index);
        return asked && value && { kind: "answer", key: asked.key, rev: asked.rev, value };
      }),
      "run.tick": numbered((view, index) => {
        const asked = onScreen(view);
        const option = asked && ticked(asked.question, index);
        return asked && option ? { kind: "toggle", key: asked.key, rev: asked.rev, option } : null;
      }),
      "run.goto": numbered(({ run, definition }, index) => {
        const key = visibleQuestions(definition, run.state)[index]?.key;
        return key === undefined ? null : { kind: "goto", rev: run.state.rev, key };
      }),
      "run.page": tap(["run", "number", "number"], async (turn, run, rev, page) => {
        const result = await questionnaires.open(person(turn), run);
        if (result.kind !== "shown") return await showResult(turn, result);
        const { state } = result.view.run;
        if (state.rev !== rev || state.cursor.at !== "review")
          return await showResult(turn, { ...result, kind: "stale" });
        const shownPage = review(wordsFor(turn, result.view), result.view, words, page);
        await turn.show(shown(turn, result.view, shownPage));
      }),
    },
  };
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const inWords = (value: string | number, { locale }: T): string | number =>
  typeof value === "string" && ISO_DATE.test(value) ? dateWords(value, locale) : value;

/** Nobody who has not come in owns a run, so an empty id is refused by the service. */
const person = (turn: Turn): string => turn.speaker.personId ?? "";

const dead = (t: T, why: "closed" | "notNow" | "refused"): Screen => ({
  text: t(`questionnaires-${why === "notNow" ? "not-now" : why}`),
  rows: [homeRow(t)],
});
