import { html, press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords, timeWords } from "#core/when.ts";
import { below, homeRow } from "#features/people/index.ts";
import type { Alarm, Raised, Resumed, Waiting } from "./model.ts";

const moment = (t: T, iso: string, zone: string): string =>
  t("operations-moment", {
    date: dateWords(dateIn(new Date(iso), zone), t.locale),
    time: timeWords(new Date(iso), zone),
  });

/** What the operator types or looks for: the same in every language. */
const NAMES = {
  tool: "pg_dump",
  pack: "postgresql-client",
  command: "npm run -s cli -- backup",
  folder: "backups",
  journal: "journalctl -u tropa",
  setting: "PROXY_URL",
  hook: "/telegram/",
  first: "update-failed",
  second: "notice-dead",
};

/** Arguments of the words; instants among them are told as the zone's clocks show them. */
function told(t: T, { since, zone, args }: Raised): Record<string, string | number> {
  const until = args.until === undefined ? {} : { until: moment(t, String(args.until), zone) };
  return { ...NAMES, ...args, since: moment(t, since, zone), ...until };
}

export const alarmScreen = (t: T, alarm: Alarm, raised: Raised): Screen => ({
  text: t(`operations-${alarm}`, told(t, raised)),
  rows: [homeRow(t)],
});

export function heldScreen(t: T, { restored, zone, count, overdue }: Waiting): Screen {
  const madeAt = moment(t, restored.madeAt, zone);
  const counted = t("operations-held-count", { count });
  const waiting = overdue > 0 ? `${counted} ${t("operations-held-overdue", { overdue })}` : counted;
  return {
    text: t("operations-held", { madeAt, waiting: html(waiting) }),
    rows: [
      [{ label: t.plain("operations-go-all"), press: press("operations.go", "all") }],
      ...(overdue > 0 ? [[{ label: t.plain("operations-go-new"), press: press("operations.go", "new") }]] : []),
    ],
  };
}

export function resumedScreen(t: T, resumed: Exclude<Resumed, { kind: "forbidden" }>): Screen {
  const rows = [homeRow(t)];
  if (resumed.kind === "free") return { text: t("operations-free"), rows };
  const { dropped } = resumed;
  const text = t("operations-resumed");
  return { text: dropped > 0 ? below(text, t("operations-resumed-dropped", { dropped })) : text, rows };
}
