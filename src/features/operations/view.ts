import { press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords, timeWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Alarm, Raised, Resumed, Waiting } from "./model.ts";

const moment = (t: T, iso: string, zone: string): string =>
  t("operations-moment", {
    date: dateWords(dateIn(new Date(iso), zone), t.locale),
    time: timeWords(new Date(iso), zone),
  });

/** Arguments of the words; instants among them are told as the zone's clocks show them. */
function told(t: T, { since, zone, args }: Raised): Record<string, string | number> {
  const until = args.until === undefined ? {} : { until: moment(t, String(args.until), zone) };
  return { ...args, since: moment(t, since, zone), ...until };
}

export const alarmScreen = (t: T, alarm: Alarm, raised: Raised): Screen => ({
  text: t(`operations-${alarm}`, told(t, raised)),
  rows: [homeRow(t)],
});

export function heldScreen(t: T, { restored, zone, count, overdue }: Waiting): Screen {
  const madeAt = moment(t, restored.madeAt, zone);
  return {
    text: t("operations-held", { madeAt, count, overdue }),
    rows: [
      [{ label: t.plain("operations-go-all"), press: press("operations.go", "all") }],
      ...(overdue > 0 ? [[{ label: t.plain("operations-go-new"), press: press("operations.go", "new") }]] : []),
    ],
  };
}

export const resumedScreen = (t: T, resumed: Exclude<Resumed, { kind: "forbidden" }>): Screen => ({
  text: resumed.kind === "free" ? t("operations-free") : t("operations-resumed", { dropped: resumed.dropped }),
  rows: [homeRow(t)],
});
