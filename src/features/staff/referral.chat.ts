/** Proposing a pupil, and the curator's decision. */
import type { PersonId } from "#core/ids.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { LONGEST_CLASS, LONGEST_NOTE } from "./model.ts";
import type { Decided } from "./referral.service.ts";
import {
  classAsk,
  decidedNow,
  proposedScreen,
  reasonAsk,
  referralScreen,
  referralsScreen,
  rowScreen,
  whichScreen,
} from "./referral.view.ts";
import { refuse, shown, withPerson } from "./room.chat.ts";
import { readText } from "./rules.ts";
import type { Staff } from "./service.ts";

const CLASS_TALK = "staff.refer-class";
const REASON_TALK = "staff.reason";

/** Whom: a row of a list, or somebody of a class. */
type Chosen = { programmeId: string; membershipId: string; className: string };

function proposing({ referrals }: Staff): Required<Chat> {
  async function askClass(turn: Turn, personId: PersonId, programmeId: string, odd = false): Promise<void> {
    const found = await referrals.begin(personId, programmeId);
    if (!found) return await refuse(turn);
    await turn.show(classAsk(turn.t, found.programme, found.classes, odd));
    await turn.listen(CLASS_TALK, { programme: programmeId });
  }

  async function askReason(turn: Turn, personId: PersonId, chosen: Chosen, odd = false): Promise<void> {
    const found = await referrals.begin(personId, chosen.programmeId);
    if (!found) return await refuse(turn);
    await turn.show(reasonAsk(turn.t, found.programme, chosen.className, odd));
    const { programmeId, membershipId, className } = chosen;
    await turn.listen(REASON_TALK, { programme: programmeId, row: membershipId, className });
  }

  async function anywhere(turn: Turn, personId: PersonId): Promise<void> {
    const all = await referrals.programmesFor(personId);
    const [only, ...more] = all;
    if (only && more.length === 0) return await askClass(turn, personId, only.id);
    await turn.show(whichScreen(turn.t, all));
  }

  const classTalk: Talk = (turn, args, heard) =>
    withPerson(turn, async (personId) => {
      const programmeId = String(args.programme);
      const className = heard.kind === "text" ? readText(heard.text, LONGEST_CLASS) : null;
      if (className === null) return await askClass(turn, personId, programmeId, true);
      await askReason(turn, personId, { programmeId, membershipId: "", className });
    });

  const reasonTalk: Talk = (turn, args, heard) =>
    withPerson(turn, async (personId) => {
      const [programmeId, membershipId] = [String(args.programme), String(args.row)];
      const className = String(args.className);
      const reason = heard.kind === "text" ? readText(heard.text, LONGEST_NOTE) : null;
      if (reason === null) return await askReason(turn, personId, { programmeId, membershipId, className }, true);
      const whom = membershipId === "" ? { className } : { membershipId };
      const proposed = await referrals.propose(personId, programmeId, whom, reason);
      if (proposed.kind === "refused") return await refuse(turn);
      await turn.show(proposedScreen(turn.t, proposed.kind));
    });

  return {
    talks: { [CLASS_TALK]: classTalk, [REASON_TALK]: reasonTalk },
    commands: { refer: { menu: "none", run: (turn) => withPerson(turn, (personId) => anywhere(turn, personId)) } },
    taps: {
      "staff.refer": tap(["programme"], (turn, id) => withPerson(turn, (personId) => askClass(turn, personId, id))),
      "staff.refer-class": tap(["programme", "key"], (turn, id, key) =>
        withPerson(turn, async (personId) => {
          const found = await referrals.rowsOf(personId, id, key);
          if (!found) return await refuse(turn);
          if (found.rows.length > 0) return void (await turn.show(rowScreen(turn.t, found)));
          await askReason(turn, personId, { programmeId: id, membershipId: "", className: found.className });
        }),
      ),
      "staff.refer-only": tap(["programme", "key"], (turn, id, key) =>
        withPerson(turn, async (personId) => {
          const found = await referrals.rowsOf(personId, id, key);
          if (!found) return await refuse(turn);
          await askReason(turn, personId, { programmeId: id, membershipId: "", className: found.className });
        }),
      ),
      "staff.refer-row": tap(["membership"], (turn, membershipId) =>
        withPerson(turn, async (personId) => {
          const found = await referrals.row(personId, membershipId);
          if (!found) return await refuse(turn);
          const { programme, className } = found;
          await askReason(turn, personId, { programmeId: programme.id, membershipId, className });
        }),
      ),
    },
  };
}

function deciding({ referrals }: Staff): Required<Pick<Chat, "taps">> {
  const show = (turn: Turn, found: Decided | null) =>
    shown(turn, found, ({ line, offered }) =>
      offered ? decidedNow(turn.t, line, offered, turn.now) : referralScreen(turn.t, line),
    );
  return {
    taps: {
      "staff.referrals": tap(["programme"], (turn, id) =>
        withPerson(turn, async (personId) =>
          shown(turn, await referrals.open(personId, id), ({ programme, lines }) =>
            referralsScreen(turn.t, programme, lines),
          ),
        ),
      ),
      "staff.referral": tap(["referral"], (turn, id) =>
        withPerson(turn, async (personId) => show(turn, await referrals.see(personId, id))),
      ),
      "staff.accept": tap(["referral"], (turn, id) =>
        withPerson(turn, async (personId) => show(turn, await referrals.accept(personId, id))),
      ),
      "staff.decline": tap(["referral"], (turn, id) =>
        withPerson(turn, async (personId) => show(turn, await referrals.decline(personId, id))),
      ),
    },
  };
}

export function createReferralChat(staff: Staff): Required<Chat> {
  const own = proposing(staff);
  return { ...own, taps: { ...own.taps, ...deciding(staff).taps } };
}
