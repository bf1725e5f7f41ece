/** The questionnaire's screens for somebody who answers for its owner. */
import { press, type Screen, type T } from "#core/screen.ts";
import { homeRow } from "#features/people/index.ts";
import type { Behalf, RunView } from "./runs.model.ts";

/** The owner's screen with a line above it that says whose answers these are. `t` speaks to whoever enters. */
export const forWhom = (t: T, { name, source }: Behalf, screen: Screen): Screen => ({
  ...screen,
  guarded: true,
  text: `${t(`questionnaires-behalf-${source}`, { name })}\n\n${screen.text}`,
});

/** After sending: what became of it, and the way to what is to be corrected. */
export const sentForWhom = (t: T, { name }: Behalf, { run }: RunView): Screen => ({
  guarded: true,
  text: t("questionnaires-behalf-sent", { name }),
  rows: [
    [{ label: t.plain("questionnaires-reopen"), press: press("run.reopen", run.id, run.state.rev) }],
    [{ label: t.plain("questionnaires-behalf-card"), press: press("behalf.open", run.participant.membershipId) }],
    homeRow(t),
  ],
});

/** Nothing may be asked before the consent is there, on paper or otherwise. */
export const notYet = (t: T, membershipId: string): Screen => ({
  text: t("questionnaires-behalf-not-yet"),
  rows: [[{ label: t.plain("questionnaires-behalf-card"), press: press("behalf.open", membershipId) }], homeRow(t)],
});
