import { press, type Screen, type T } from "#core/screen.ts";
import { homeRow } from "#features/people/index.ts";

type File = { bytes: Uint8Array; name: string; mime: string };

/** The blank questionnaires, or the table for filled ones. */
export const paperScreen = (t: T, document: File, what: "paper" | "table"): Screen => ({
  text: t(`behalf-ready-${what}`),
  document,
});

export const failedScreen = (t: T, why: "nobody" | "other"): Screen => ({
  text: t(`behalf-ready-failed-${why}`),
  rows: [homeRow(t)],
});

/** To whom the answers belong. */
export const enteredScreen = (t: T, { runId, source }: { runId: string; source: "words" | "paper" }): Screen => ({
  text: t(`behalf-entered-${source}`),
  rows: [[{ label: t.plain("behalf-entered-look"), press: press("run.open", runId) }], homeRow(t)],
});
