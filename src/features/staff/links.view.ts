/** The ways that staff add to a programme's screen and to a person's card. */
import type { CardLines, CardLinks, ProgrammeLinks } from "#core/contribution.ts";
import { press } from "#core/screen.ts";
import { dateWords } from "#core/when.ts";
import type { CardFacts, ProgrammeFacts } from "./shown.model.ts";

const RANK = { team: 20, referrals: 21, consents: 22, support: 23, notes: 60, offer: 61 } as const;

/** Who runs the programme; the proposals that wait; the psychologist's list when somebody is on it. */
export const staffLinks =
  (facts: ProgrammeFacts): ProgrammeLinks =>
  async (db, { readerId, programmeId }) => {
    const { may, referrals, supported } = await facts(db, readerId, programmeId);
    if (!may) return [];
    return [
      { rank: RANK.team, labelKey: "staff-link-team", press: press("staff.open", programmeId) },
      ...(referrals > 0
        ? [
            {
              rank: RANK.referrals,
              labelKey: "staff-link-referrals",
              args: { count: referrals },
              press: press("staff.referrals", programmeId),
            },
          ]
        : []),
      ...(supported > 0
        ? [
            {
              rank: RANK.support,
              labelKey: "staff-link-support",
              args: { count: supported },
              press: press("staff.support", programmeId),
            },
          ]
        : []),
    ];
  };

export const staffCardLinks =
  (facts: CardFacts): CardLinks =>
  async (db, { readerId, membershipId }) => {
    const { may, notes } = await facts(db, readerId, membershipId);
    if (!may) return [];
    return [
      {
        rank: RANK.notes,
        labelKey: "staff-link-notes",
        args: { count: notes },
        press: press("staff.notes", membershipId),
      },
      { rank: RANK.offer, labelKey: "staff-link-offer", press: press("staff.offer", membershipId) },
    ];
  };

export const staffCardLines =
  (facts: CardFacts): CardLines =>
  async (db, { readerId, membershipId }, t) => {
    const { may, supportOn } = await facts(db, readerId, membershipId);
    return may && supportOn ? [t("staff-card-support", { date: dateWords(supportOn, t.locale) })] : [];
  };
