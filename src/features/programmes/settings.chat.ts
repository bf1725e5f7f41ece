/** Taps and typed words that change a programme's settings. */
import { unreachable } from "#core/unreachable.ts";
import { dateIn } from "#core/when.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { codesDone, codesScreen } from "./codes.view.ts";
import { isSettingOf } from "./made.rules.ts";
import { type Input, type Programme, type Setting, settingSchema, type Wrong } from "./model.ts";
import type { Programmes } from "./service.ts";
import type { SettingOutcome } from "./settings.service.ts";
import { refusedScreen, settingScreen, settingsScreen } from "./view.ts";
import { proposedTitle } from "./words.view.ts";

export const SETTING_TALK = "programmes.setting";

const todayOf = (turn: Turn, { school }: Programme) => dateIn(turn.now, school.timeZone);

async function refuse(turn: Turn): Promise<void> {
  turn.stopListening();
  await turn.show(refusedScreen(turn.t));
}

async function ask(turn: Turn, programme: Programme, setting: Setting, wrong?: Wrong): Promise<void> {
  const t = turn.words({ track: programme.track, address: "vy" });
  const shown = { programme, setting, today: todayOf(turn, programme), ...(wrong ? { wrong } : {}) };
  await turn.show(settingScreen(t, shown));
  await turn.listen(SETTING_TALK, { programme: programme.id, rev: programme.rev, setting });
}

async function showSettings(turn: Turn, programme: Programme): Promise<void> {
  turn.stopListening();
  await turn.show(settingsScreen(turn.words({ track: programme.track, address: "vy" }), programme));
}

async function answered(
  turn: Turn,
  setting: Setting,
  outcome: Exclude<SettingOutcome, { kind: "codes" }>,
): Promise<void> {
  switch (outcome.kind) {
    case "saved":
      if (outcome.stay) return await ask(turn, outcome.programme, setting);
      turn.toast(turn.t.plain("programmes-settings-saved"));
      return await showSettings(turn, outcome.programme);
    case "wrong":
      return await ask(turn, outcome.programme, setting, outcome.wrong);
    case "stale":
      if (turn.tapped !== null) turn.toast(turn.t.plain("common-stale"));
      return await showSettings(turn, outcome.programme);
    case "refused":
      return await refuse(turn);
    default:
      return unreachable(outcome);
  }
}

/** What switching to codes does, before it is done. */
async function askCodes(turn: Turn, programmes: Programmes, id: string): Promise<void> {
  const asked = turn.speaker.personId ? await programmes.codesAsked(turn.speaker.personId, id) : null;
  if (!asked) return await refuse(turn);
  turn.stopListening();
  await turn.show(codesScreen(turn.words({ track: asked.programme.track, address: "vy" }), asked));
}

export function createSettingsChat(programmes: Programmes): Required<Pick<Chat, "taps" | "talks">> {
  const open = async (turn: Turn, id: string) =>
    turn.speaker.personId ? await programmes.open(turn.speaker.personId, id) : null;

  const set = async (turn: Turn, id: string, rev: number, key: string, input: Input) => {
    const setting = settingSchema.safeParse(key);
    if (!turn.speaker.personId || !setting.success) return await refuse(turn);
    const outcome = await programmes.set(turn.speaker.personId, id, { rev, setting: setting.data, input });
    if (outcome.kind === "codes") return await askCodes(turn, programmes, id);
    await answered(turn, setting.data, outcome);
  };

  return {
    taps: {
      "programmes.settings": tap(["programme"], async (turn, id) => {
        const programme = await open(turn, id);
        await (programme ? showSettings(turn, programme) : refuse(turn));
      }),
      "programmes.setting": tap(["programme", "key"], async (turn, id, key) => {
        const programme = await open(turn, id);
        const setting = settingSchema.safeParse(key);
        if (!programme || !setting.success || !isSettingOf(setting.data, programme)) return await refuse(turn);
        await ask(turn, programme, setting.data);
      }),
      "programmes.codes": tap(["programme", "number"], async (turn, id, rev) => {
        const { personId } = turn.speaker;
        const outcome = personId ? await programmes.switchToCodes(personId, id, rev) : ({ kind: "refused" } as const);
        if (outcome.kind === "refused") return await refuse(turn);
        if (outcome.kind === "stale") return await showSettings(turn, outcome.programme);
        turn.stopListening();
        const t = turn.words({ track: outcome.programme.track, address: "vy" });
        await turn.show(codesDone(t, outcome.programme, outcome.erased));
      }),
      "programmes.set": tap(["programme", "number", "key", "key"], async (turn, id, rev, key, value) => {
        const isTitle = key === "title" && value === "proposed";
        const proposed = () => proposedTitle(dateIn(turn.now, "UTC"), turn.t);
        await set(turn, id, rev, key, isTitle ? { kind: "typed", text: proposed() } : { kind: "picked", value });
      }),
    },
    talks: {
      [SETTING_TALK]: async (turn, { programme, rev, setting }, heard) => {
        const text = heard.kind === "text" ? heard.text : "";
        await set(turn, String(programme), Number(rev), String(setting), { kind: "typed", text });
      },
    },
  };
}
