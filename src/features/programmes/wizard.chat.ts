/** Taps and typed words of the two wizards. */
import type { PersonId } from "#core/ids.ts";
import type { Screen } from "#core/screen.ts";
import { unreachable } from "#core/unreachable.ts";
import { dateIn } from "#core/when.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Heard, Turn } from "#platform/telegram/turn.ts";
import { type Draft, type DraftKind, isZoneKey, type Programme, type School, ZONES } from "./model.ts";
import type { Programmes } from "./service.ts";
import { refusedScreen } from "./view.ts";
import type { DraftStep, Finished } from "./wizard.service.ts";
import { draftKept, draftScreen } from "./wizard.view.ts";
import { proposedTitle, zoneOfCity } from "./words.view.ts";

/** Where the wizards lead to when a thing is made. */
export type AfterMaking = {
  school(turn: Turn, school: School): Promise<void>;
  programme(turn: Turn, programme: Programme): Promise<void>;
  discarded(turn: Turn): Promise<void>;
};

type Parts = { programmes: Programmes; after: AfterMaking };

export const DRAFT_TALK = "programmes.draft";

const todayOf = (turn: Turn, school: School | null) => dateIn(turn.now, school?.timeZone ?? "UTC");

async function showDraft(turn: Turn, shown: { draft: Draft; school: School | null }, screen: Screen): Promise<void> {
  await turn.show(screen);
  const { id, rev, at } = shown.draft;
  await turn.listen(DRAFT_TALK, { draft: id, rev, step: at });
}

/** Shows where a draft stands after a step. */
export async function showStep(turn: Turn, outcome: DraftStep): Promise<void> {
  if (outcome.kind === "refused") {
    turn.stopListening();
    await turn.show(refusedScreen(turn.t));
    return;
  }
  const { draft, school } = outcome;
  const today = todayOf(turn, school);
  switch (outcome.kind) {
    case "at":
      return await showDraft(turn, outcome, draftScreen(turn.t, { draft, school, today }));
    case "wrong":
      return await showDraft(turn, outcome, draftScreen(turn.t, { draft, school, today, wrong: outcome.wrong }));
    case "stale":
      if (turn.tapped !== null) turn.toast(turn.t.plain("common-stale"));
      return await showDraft(turn, outcome, draftScreen(turn.t, { draft, school, today }));
    case "left":
      turn.stopListening();
      await turn.show(draftKept(turn.t, draft));
      return;
    default:
      return unreachable(outcome);
  }
}

/** A button that proposes words answers as if they had been typed. */
function readPick(turn: Turn, step: string, value: string, today: string) {
  const isTitle = step === "title" && value === "proposed";
  return isTitle
    ? ({ kind: "typed", text: proposedTitle(today, turn.t) } as const)
    : ({ kind: "picked", value } as const);
}

/** A city's name tells the zone as well as its button does. */
function readTyped(turn: Turn, step: string, heard: Heard) {
  const text = heard.kind === "text" ? heard.text : "";
  const zone = step === "zone" && !isKnownZone(text) ? zoneOfCity(text, turn.t) : null;
  return zone ? ({ kind: "picked", value: zone } as const) : ({ kind: "typed", text } as const);
}

const isKnownZone = (text: string): boolean =>
  text.includes("/") || isZoneKey(text) || Object.values(ZONES).includes(text);

/** Somebody who has not come in has no drafts, and is told so like anybody else. */
async function takeStep(turn: Turn, act: (personId: PersonId) => Promise<DraftStep>): Promise<void> {
  const { personId } = turn.speaker;
  await showStep(turn, personId ? await act(personId) : { kind: "refused" });
}

function draftTalk({ programmes: { wizard } }: Parts): Talk {
  return (turn, { draft, rev, step }, heard) =>
    takeStep(turn, async (personId) => {
      const id = String(draft);
      const at = String(step);
      if (heard.kind !== "text") {
        const seen = await wizard.see(personId, id);
        return seen.kind === "at" ? { ...seen, kind: "wrong", wrong: "text" } : seen;
      }
      return await wizard.answer(personId, id, { rev: Number(rev), step: at, input: readTyped(turn, at, heard) });
    });
}

/** Opens the person's draft of this kind, or a new one. */
export async function openDraft(
  turn: Turn,
  programmes: Programmes,
  kind: DraftKind,
  schoolId: string | null,
): Promise<void> {
  await takeStep(turn, (personId) => programmes.wizard.open(personId, kind, schoolId));
}

async function create(turn: Turn, { programmes, after }: Parts, draft: string, rev: number): Promise<void> {
  const { personId } = turn.speaker;
  const made: Finished = personId ? await programmes.wizard.finish(personId, draft, rev) : { kind: "refused" };
  if (made.kind !== "school" && made.kind !== "programme") return await showStep(turn, made);
  turn.stopListening();
  if (made.kind === "school") await after.school(turn, made.school);
  else await after.programme(turn, made.programme);
}

export function createWizardChat(parts: Parts): Required<Pick<Chat, "taps" | "talks">> {
  const { programmes, after } = parts;
  const { wizard } = programmes;
  return {
    taps: {
      "programmes.school-new": tap([], (turn) => openDraft(turn, programmes, "school", null)),
      "programmes.new": tap(["school"], (turn, school) => openDraft(turn, programmes, "programme", school)),
      "programmes.draft": tap(["draft"], (turn, draft) => takeStep(turn, (personId) => wizard.see(personId, draft))),
      "programmes.pick": tap(["draft", "number", "key", "key"], (turn, draft, rev, step, value) => {
        const input = readPick(turn, step, value, dateIn(turn.now, "UTC"));
        return takeStep(turn, (personId) => wizard.answer(personId, draft, { rev, step, input }));
      }),
      "programmes.back": tap(["draft", "number"], (turn, draft, rev) =>
        takeStep(turn, (personId) => wizard.back(personId, draft, rev)),
      ),
      "programmes.change": tap(["draft", "number", "key"], (turn, draft, rev, step) =>
        takeStep(turn, (personId) => wizard.change(personId, draft, { rev, step })),
      ),
      "programmes.create": tap(["draft", "number"], (turn, draft, rev) => create(turn, parts, draft, rev)),
      "programmes.discard": tap(["draft"], async (turn, draft) => {
        const { personId } = turn.speaker;
        const isDiscarded = personId !== null && (await wizard.discard(personId, draft));
        turn.stopListening();
        turn.toast(turn.t.plain(isDiscarded ? "programmes-draft-discarded" : "common-stale"));
        await after.discarded(turn);
      }),
    },
    talks: { [DRAFT_TALK]: draftTalk(parts) },
  };
}
