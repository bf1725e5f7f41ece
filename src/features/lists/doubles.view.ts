/** With whom of the programme somebody is one person. */
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import { homeRow, shownName } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { Other } from "./model.ts";
import { PAGE, placeWords, row } from "./view.ts";

type OthersFor = { programme: Programme; one: Other; others: Other[] };

/** Everybody else of the role, the most alike first. */
export function othersScreen(t: T, { programme, one, others }: OthersFor, asked: number): Screen {
  const pages = Math.max(1, Math.ceil(others.length / PAGE));
  const page = Math.min(Math.max(asked, 0), pages - 1);
  const turn = (key: string, to: number): Button => ({
    label: t.plain(key),
    press: press("lists.same", one.membershipId, to),
  });
  const shown = (other: Other): string => shownName(other.name, other, programme.naming);
  const label = (other: Other): string =>
    t.plain(other.birthYear === null ? "lists-other" : "lists-other-born", {
      name: shown(other),
      place: placeWords(t, other),
      year: String(other.birthYear),
    });
  return {
    guarded: true,
    text: t(others.length > 0 ? "lists-others" : "lists-others-none", { name: shown(one), programme: programme.title }),
    rows: [
      ...others
        .slice(page * PAGE, (page + 1) * PAGE)
        .map((other) => row(label(other), press("lists.join", one.membershipId, other.membershipId))),
      [
        ...(page > 0 ? [turn("common-previous", page - 1)] : []),
        ...(page + 1 < pages ? [turn("common-next", page + 1)] : []),
      ],
      row(t.plain("common-back"), press("bank.card", one.membershipId)),
    ].filter((buttons) => buttons.length > 0),
  };
}

export const joinedScreen = (t: T, membershipId: string): Screen => ({
  text: t("lists-joined"),
  rows: [row(t.plain("lists-joined-card"), press("bank.card", membershipId)), homeRow(t)],
});
