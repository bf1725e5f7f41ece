import type { Screen, T } from "#core/screen.ts";
import { homeRow } from "#features/people/index.ts";

export const pageScreen = (t: T, bytes: Uint8Array): Screen => ({
  text: t("codes-sent"),
  document: { bytes, name: "codes.html", mime: "text/html" },
});

export const missingScreen = (t: T): Screen => ({ text: t("codes-missing"), rows: [homeRow(t)] });
