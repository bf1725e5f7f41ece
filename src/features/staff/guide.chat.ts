/** What staff contribute to `/start`: what a helper may do here, the next step of each. */
import type { Standing } from "#core/contribution.ts";
import { type Button, press, type T } from "#core/screen.ts";
import { dateWords } from "#core/when.ts";
import type { ListeningStep } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { askedScreen } from "./away.view.ts";
import type { AbsenceLine, HelperLine } from "./model.ts";
import type { Staff } from "./service.ts";
import { givenWords } from "./view.ts";

/** A question to be answered comes before what may be done at any time. */
const RANK = { asked: 35, helper: 70 } as const;

const oneRow = (label: string, to: string): Button[] => [{ label, press: to }];

function ways(t: T, helper: HelperLine, isPupils: boolean): Button[][] {
  const { programmeId, given } = helper;
  const may = (kind: string): boolean => given.some((one) => one.kind === kind);
  return [
    ...(may("consents") ? [oneRow(t.plain("staff-way-consents"), press("staff.consents", programmeId))] : []),
    ...(may("support") ? [oneRow(t.plain("staff-way-support"), press("staff.support", programmeId))] : []),
    ...(may("enter") ? [oneRow(t.plain("staff-way-enter"), press("staff.enter", programmeId, 0))] : []),
    ...(isPupils ? [oneRow(t.plain("staff-way-refer"), press("staff.refer", programmeId))] : []),
    oneRow(t.plain("home-settings-button"), press("home.settings")),
  ];
}

/** See `Guide`. */
export const createStaffGuide =
  (staff: Staff) =>
  async (db: Db, standing: Standing, t: T, now: Date): Promise<ListeningStep | null> => {
    const { role, membershipId, personId, programmeId } = standing;
    if (role !== "staff" || !programmeId) return null;
    const helper = await staff.helper(db, membershipId);
    const programme = await staff.programme(programmeId);
    if (!helper || !programme) return null;
    const { asked, standsIn } = await staff.absences.dutiesOf(personId, programmeId, now);
    const [question] = asked;
    if (question) return { rank: RANK.asked, screen: askedScreen(t, question, programme.title) };
    const duties = standsIn.map((line: AbsenceLine) =>
      t("staff-guide-stands-in", { name: line.name, until: dateWords(line.until, t.locale) }),
    );
    const may = helper.given.map((one) => `• ${t("staff-given", { what: givenWords(t, one) })}`);
    const text = [...duties, may.length === 0 ? t("staff-guide-none") : t("staff-guide"), ...may].join("\n");
    const rows = ways(t, helper, programme.track === "pupils");
    const deputy = standsIn.flatMap((line: AbsenceLine) => [
      oneRow(t.plain("staff-deputy-open"), press("programmes.open", programmeId)),
      oneRow(t.plain("staff-deputy-end"), press("staff.away-over", line.id)),
    ]);
    return { rank: RANK.helper, screen: { text, rows: [...deputy, ...rows] } };
  };
