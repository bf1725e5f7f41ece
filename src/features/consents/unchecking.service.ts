/** The curator takes back what was said of a guardian, as long as nobody has heard of it. */
import { z } from "zod";
import type { PersonId } from "#core/ids.ts";
import { press } from "#core/screen.ts";
import { type DeedKind, deedKind } from "#features/deeds/index.ts";
import type { People } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { restoreChildsLinks, saveUnchecked } from "./checks.store.ts";
import type { EvidenceService } from "./evidence.service.ts";
import type { Evidence, Subject } from "./model.ts";
import type { ConsentChange } from "./outcomes.model.ts";
import { consentState } from "./rules.ts";
import { findSubject } from "./store.ts";
import type { Telling } from "./telling.service.ts";

export const CHECKING = "consents.check";

/** `id`: the child's role; `at`: the moment of the check, ms since the epoch; `stoppedId`: the guardian's role that ended by it. */
const checkingSchema = z.object({
  id: z.string(),
  guardianId: z.string(),
  isKnown: z.boolean(),
  at: z.number(),
  stoppedId: z.string().nullable(),
});
type Checking = z.infer<typeof checkingSchema>;

type Parts = {
  people: Pick<People, "reactivate">;
  evidence: EvidenceService;
  telling: Telling;
  /** See `ConsentsParts`. */
  changed(tx: Db, change: ConsentChange): Promise<void>;
};

/** What there is about this participant's data consent, within a transaction that has just read the participant. */
export async function evidenceIn(tx: Db, evidence: EvidenceService, subject: Subject): Promise<Evidence> {
  const [found] = await evidence.casesOf(tx, [subject], "data");
  if (!found) throw new Error("a consent's case vanished within its transaction");
  return found.evidence;
}

export function createUnchecking({ people, evidence, telling, changed }: Parts) {
  /** As if nobody had looked at this guardian. */
  async function takeBack(tx: Db, of: Checking, by: { actorId: PersonId; now: Date }): Promise<"undone" | "moved"> {
    const { actorId, now } = by;
    const subject = await findSubject(tx, of.id);
    if (!subject) return "moved";
    const at = new Date(of.at);
    const before = consentState(await evidenceIn(tx, evidence, subject));
    const pair = { guardianId: of.guardianId, childId: subject.personId };
    if (!(await saveUnchecked(tx, pair, at, of.isKnown))) return "moved";
    if (!of.isKnown) await restoreChildsLinks(tx, subject.personId, at);
    if (of.stoppedId) await people.reactivate(tx, of.stoppedId, actorId, now);
    const state = consentState(await evidenceIn(tx, evidence, subject));
    if (of.isKnown) await changed(tx, { subject, actorId, before, now: state });
    if (before.kind === "complete" && state.kind !== "complete") await telling.noFreeOffer(tx, subject);
    return "undone";
  }

  const checking: DeedKind = deedKind({
    kind: CHECKING,
    args: checkingSchema,
    right: ({ id }) => ({ act: "guardian.check", subject: { kind: "membership", id } }),
    about: ({ id }) => ({ kind: "membership", id }),
    back: ({ id }) => press("consents.person", id),
    undo: takeBack,
  });

  return {
    /** How a check is taken back. */
    checking,
  };
}
