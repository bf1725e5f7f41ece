/** The next step of somebody who is asked for a questionnaire: to begin it, to go on, or nothing but to wait. */
import type { Guide, Kept } from "#core/contribution.ts";
import { press, type Screen, type T } from "#core/screen.ts";
import type { Texts } from "#platform/i18n.ts";
import type { RunView } from "./runs.model.ts";
import type { Questionnaires } from "./service.ts";
import { say, speechOf } from "./texts.rules.ts";
import { intro, resumeButton, runIntro, sent } from "./view.ts";
import { progress } from "./visible.rules.ts";

const ASK = 30;
const SENT = 80;

function goOn(t: T, view: RunView, questionnaires: Questionnaires): Screen {
  const { at, of } = progress(view.definition, view.run.state);
  const { voice } = speechOf(view.run.participant, questionnaires.words, t);
  return {
    text: t("questionnaires-continue", { title: say(view.definition.title, voice), at, of }),
    rows: [[resumeButton(t, view)]],
  };
}

/** Speaks to mentees and mentors; others are asked for nothing here. */
export const questionnairesGuide =
  (questionnaires: Questionnaires, texts: Texts): Guide =>
  async (db, { role, membershipId }, reader) => {
    if (role !== "mentee" && role !== "mentor") return null;
    const stand = await questionnaires.standing(db, membershipId);
    if (stand.kind === "none") {
      const proposal = await questionnaires.proposal(db, membershipId);
      if (!proposal) return null;
      const t = texts.voice({ ...voiceOf(proposal.participant), locale: reader.locale });
      const label = t.plain("questionnaires-begin");
      const begin = { label, press: press("run.new", membershipId), style: "primary" } as const;
      return { rank: ASK, screen: intro(t, proposal.definition, proposal.participant, questionnaires.words, begin) };
    }
    const { view } = stand;
    const t = texts.voice({ ...voiceOf(view.run.participant), locale: reader.locale });
    if (stand.kind === "sent") return { rank: SENT, screen: sent(t, view) };
    if (view.run.state.cursor.at === "intro") return { rank: ASK, screen: runIntro(t, view, questionnaires.words) };
    return { rank: ASK, screen: goOn(t, view, questionnaires) };
  };

export const questionnairesKept =
  (questionnaires: Pick<Questionnaires, "countAnswers">): Kept =>
  async (db, personId, t) => {
    const count = await questionnaires.countAnswers(db, personId);
    return count > 0 ? [t("questionnaires-kept", { count })] : [];
  };

const voiceOf = ({ track, address }: RunView["run"]["participant"]) => ({ track, address });
