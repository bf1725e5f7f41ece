/** Decisions and their end: one transaction for the ledger, the history and what the child is told. */
import { after, type Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Cases, OpenCase } from "./cases.service.ts";
import type { ConsentKind, Entry } from "./model.ts";
import type { ConsentChange, Decided, View, Withdrawn } from "./outcomes.model.ts";
import { decideTap, latest, type Tapped } from "./rules.ts";
import { listRunIds, listSubjectsOf, saveEntry, saveWithdrawn } from "./store.ts";
import type { Telling } from "./telling.service.ts";

/** What was tapped below which document. */
export type Given = Tapped & { kind: ConsentKind; locale: Locale };

type Parts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "record" | "confirmGuardianship">;
  notices: Pick<Planning, "cancel">;
  cases: Cases;
  telling: Telling;
  /** Told in the same transaction: what ends with a consent, and comes back with it, is other features' to do. */
  changed(tx: Db, change: ConsentChange): Promise<void>;
  /** The case for one who may decide in it. */
  see(db: Db, personId: PersonId, id: MembershipId, kind: ConsentKind): Promise<OpenCase | null>;
};

/** Now, or a moment after the person's last decision, should the clock stand or have been set back: the ledger's order is its meaning. */
function decidedAt(own: readonly Entry[], now: Date): Date {
  const last = latest(own);
  return last && last.decidedAt >= now ? after(last.decidedAt, 1) : now;
}

export function createDecisions({ database, clock, people, notices, cases, telling, changed, see }: Parts) {
  async function note(tx: Db, { subject, kind, reader }: View, actorId: PersonId, act: string): Promise<void> {
    const onBehalfOf = reader === "guardian" ? subject.personId : null;
    const about = { subjectKind: "membership", subjectId: subject.membershipId, onBehalfOf };
    await people.record(tx, { actorId, ...about, act, after: `${kind}/${reader}`, at: clock.now() });
  }

  /** The case as it stands after a change; those whom it concerns are told with it. */
  async function afterChange(tx: Db, personId: PersonId, { view: before, evidence }: OpenCase): Promise<View> {
    const now = await cases.open(tx, personId, before.subject, before.kind);
    if (!now) throw new Error("a consent's case vanished within its transaction");
    if (before.kind !== "data") return now.view;
    const { subject, programme, reader, unchecked } = before;
    const { schoolId } = programme;
    // First, for it may take back what waits to be said.
    await changed(tx, { subject, actorId: personId, before: before.state, now: now.view.state });
    if (unchecked) await telling.toCheck(tx, subject, { guardianId: personId, schoolId, evidence: now.evidence });
    else if (reader === "guardian") await telling.child(tx, subject, now.evidence);
    await telling.disagreement(tx, subject, schoolId, { before: evidence, now: now.evidence });
    if (before.state.kind !== "complete" && now.view.state.kind === "complete")
      await telling.freeOffer(tx, subject, [subject.personId, ...now.evidence.guardians]);
    return now.view;
  }

  async function decide(tx: Db, personId: PersonId, found: OpenCase, given: Given): Promise<Decided> {
    const { view, own } = found;
    if (!view.asked) return { kind: "notAsked", view };
    const shown = await cases.shownTo(tx, view, given.locale);
    const verdict = decideTap(own, given, shown);
    if (verdict !== "record") return { kind: verdict, view };
    const { subject, kind, reader } = view;
    const document = { documentId: shown.document.id, textHash: shown.hash };
    const entry = { subject, kind, givenAs: reader, givenById: personId, decision: given.decision, ...document };
    await saveEntry(tx, entry, decidedAt(own, clock.now()));
    if (reader === "guardian") await people.confirmGuardianship(tx, personId, subject.personId, clock.now());
    await note(tx, view, personId, `consent-${given.decision}`);
    return { kind: "decided", view: await afterChange(tx, personId, found) };
  }

  /** Nothing more is said to this person about the programme. */
  async function silence(tx: Db, personId: PersonId, programmeId: ProgrammeId): Promise<void> {
    const ids = (await listSubjectsOf(tx, [personId], programmeId)).map(({ membershipId }) => membershipId);
    for (const subjectId of [...ids, ...(await listRunIds(tx, ids))]) await notices.cancel(tx, { subjectId, personId });
  }

  async function withdraw(tx: Db, personId: PersonId, found: OpenCase, rev: number): Promise<Withdrawn> {
    const { view, own } = found;
    if (view.position === "withdrawn") return { kind: "already", view };
    const last = latest(own);
    if (rev !== view.rev || last?.decision !== "agreed") return { kind: "stale", view };
    await saveWithdrawn(tx, last.id, personId, clock.now());
    await note(tx, view, personId, "consent-withdrawn");
    if (view.kind === "data") await silence(tx, view.subject.personId, view.subject.programmeId);
    return { kind: "withdrawn", view: await afterChange(tx, personId, found) };
  }

  return {
    /** Records a decision about the text that was read; the former decision stays in the ledger. */
    decide: (personId: PersonId, id: MembershipId, given: Given): Promise<Decided> =>
      database.tx(async (tx) => {
        const found = await see(tx, personId, id, given.kind);
        return found ? await decide(tx, personId, found, given) : { kind: "refused" };
      }),

    /** Takes the person's own consent back: from this moment nothing is asked, reminded or processed. */
    withdraw: (personId: PersonId, id: MembershipId, kind: ConsentKind, rev: number): Promise<Withdrawn> =>
      database.tx(async (tx) => {
        const found = await see(tx, personId, id, kind);
        return found ? await withdraw(tx, personId, found, rev) : { kind: "refused" };
      }),
  };
}
