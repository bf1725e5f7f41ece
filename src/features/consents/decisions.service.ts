/** Decisions and their end: one transaction for the ledger, the history and what the child is told. */
import { after, type Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Cases, OpenCase } from "./cases.service.ts";
import { type ConsentKind, type Entry, GUARDIAN_ANSWERED } from "./model.ts";
import type { Decided, View, Withdrawn } from "./outcomes.model.ts";
import { decideTap, latest, revOf, type Tapped } from "./rules.ts";
import { listRunIds, listSubjectsOf, saveEntry, saveWithdrawn } from "./store.ts";

/** What was tapped below which document. */
export type Given = Tapped & { kind: ConsentKind; locale: Locale };

type Parts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "record" | "confirmGuardianship">;
  notices: Pick<Planning, "replan" | "cancel">;
  cases: Cases;
  /** The case for one who may decide in it. */
  see(db: Db, personId: PersonId, id: MembershipId, kind: ConsentKind): Promise<OpenCase | null>;
};

/** Now, or a moment after the person's last decision, should the clock stand or have been set back: the ledger's order is its meaning. */
function decidedAt(own: readonly Entry[], now: Date): Date {
  const last = latest(own);
  return last && last.decidedAt >= now ? after(last.decidedAt, 1) : now;
}

export function createDecisions({ database, clock, people, notices, cases, see }: Parts) {
  /** A child learns what the guardian said; an answer that was not told yet gives way to the newer one. */
  async function tellChild(tx: Db, { subject }: View, entries: readonly Entry[]): Promise<void> {
    const { membershipId: subjectId, personId } = subject;
    const subjectRev = revOf(entries.filter(({ givenAs }) => givenAs === "guardian"));
    const wanted = { kind: GUARDIAN_ANSWERED, subjectId, subjectRev, personId, slot: "now", notBefore: clock.now() };
    await notices.replan(tx, { kind: GUARDIAN_ANSWERED, subjectId }, [wanted]);
  }

  async function note(tx: Db, { subject, kind, reader }: View, actorId: PersonId, act: string): Promise<void> {
    const onBehalfOf = reader === "guardian" ? subject.personId : null;
    const about = { subjectKind: "membership", subjectId: subject.membershipId, onBehalfOf };
    await people.record(tx, { actorId, ...about, act, after: `${kind}/${reader}`, at: clock.now() });
  }

  /** The case as it stands after a change; the notice of a guardian's answer is planned with it. */
  async function afterChange(tx: Db, personId: PersonId, before: View): Promise<View> {
    const now = await cases.open(tx, personId, before.subject, before.kind);
    if (!now) throw new Error("a consent's case vanished within its transaction");
    if (before.reader === "guardian" && before.kind === "data") await tellChild(tx, now.view, now.entries);
    return now.view;
  }

  async function decide(tx: Db, personId: PersonId, { view, own }: OpenCase, given: Given): Promise<Decided> {
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
    return { kind: "decided", view: await afterChange(tx, personId, view) };
  }

  /** Nothing more is said to this person about the programme. */
  async function silence(tx: Db, personId: PersonId, programmeId: ProgrammeId): Promise<void> {
    const ids = (await listSubjectsOf(tx, [personId], programmeId)).map(({ membershipId }) => membershipId);
    for (const subjectId of [...ids, ...(await listRunIds(tx, ids))]) await notices.cancel(tx, { subjectId, personId });
  }

  async function withdraw(tx: Db, personId: PersonId, { view, own }: OpenCase, rev: number): Promise<Withdrawn> {
    if (view.position === "withdrawn") return { kind: "already", view };
    const last = latest(own);
    if (rev !== view.rev || last?.decision !== "agreed") return { kind: "stale", view };
    await saveWithdrawn(tx, last.id, personId, clock.now());
    await note(tx, view, personId, "consent-withdrawn");
    if (view.kind === "data") await silence(tx, view.subject.personId, view.subject.programmeId);
    return { kind: "withdrawn", view: await afterChange(tx, personId, view) };
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
