/** What the ways on others' screens depend on; each asks whether the reader may. */
import type { People } from "#features/people/index.ts";
import { countNotes, findSupportOf, listSupported } from "./care.store.ts";
import { countOpenReferrals } from "./referral.store.ts";
import type { CardFacts, ProgrammeFacts } from "./shown.model.ts";

type Parts = { people: Pick<People, "may" | "membership"> };

export const programmeFacts =
  ({ people }: Parts): ProgrammeFacts =>
  async (db, readerId, id) => {
    const may = await people.may(db, readerId, "staff.see", { kind: "programme", id });
    if (!may) return { may, referrals: 0, supported: 0 };
    const [referrals, supported] = [await countOpenReferrals(db, id), (await listSupported(db, id)).length];
    return { may, referrals, supported };
  };

export const cardFacts =
  ({ people }: Parts): CardFacts =>
  async (db, readerId, id) => {
    const membership = await people.membership(db, id);
    const isParticipant = membership?.role === "mentee" || membership?.role === "mentor";
    const may = isParticipant && (await people.may(db, readerId, "note.keep", { kind: "membership", id }));
    if (!may) return { may: false, notes: 0, supportOn: null };
    const support = await findSupportOf(db, id);
    return { may, notes: await countNotes(db, id), supportOn: support?.lookAgainOn ?? null };
  };
