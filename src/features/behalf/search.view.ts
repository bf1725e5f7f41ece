/** What a search brings onto the screen. */
import { press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { homeRow, shownName } from "#features/people/index.ts";
import type { Hit, Searched } from "./model.ts";

const LABEL = 60;
const QUOTED = 40;

function hitLabel(t: T, hit: Hit, several: boolean): string {
  const who = [shownName(hit.name, hit, hit.naming), hit.className].filter((part) => part !== "").join(", ");
  const what = several ? hit.title : t.plain(`behalf-search-${hit.role}`);
  return cutText(`${who} · ${what}`, LABEL);
}

/** Several hits to choose from. */
export const hitsScreen = (t: T, { hits, total, several }: Extract<Searched, { kind: "many" }>): Screen => ({
  guarded: true,
  text:
    total > hits.length ? t("behalf-search-more", { shown: hits.length, total }) : t("behalf-search-many", { total }),
  rows: [
    ...hits.map((hit) => [{ label: hitLabel(t, hit, several), press: press("behalf.open", hit.membershipId) }]),
    homeRow(t),
  ],
});

/** Nobody: what can be typed. */
export const noneScreen = (t: T, { codes }: Extract<Searched, { kind: "none" }>, text: string): Screen => ({
  text: t(codes ? "behalf-search-none-codes" : "behalf-search-none", { text: cutText(text, QUOTED) }),
  rows: [homeRow(t)],
});
