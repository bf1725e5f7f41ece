import type { Link } from "#core/contribution.ts";
import type { Screen, T } from "#core/screen.ts";
import { homeRow } from "#features/people/index.ts";
import type { Side } from "./model.ts";

type Shown = { name: string; className: string; side: Side };

/** What a helper may enter for somebody: nothing else of the person is shown. */
export const personScreen = (t: T, { name, className, side }: Shown, links: Link[]): Screen => ({
  guarded: true,
  text: t("behalf-person", {
    name,
    who: className === "" ? t.plain(`behalf-search-${side}`) : `${t.plain(`behalf-search-${side}`)}, ${className}`,
  }),
  rows: [...links.map((link) => [{ label: t.plain(link.labelKey, link.args), press: link.press }]), homeRow(t)],
});
