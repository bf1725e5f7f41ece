/** Runs that somebody enters for their owner. */
import { newId } from "#core/ids.ts";
import { shownName } from "#features/people/index.ts";
import { NAMINGS } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";
import type { AnswerValue, RunState } from "./model.ts";
import { writeCursor } from "./moves.rules.ts";
import type { EnteringSource } from "./runs.model.ts";
import { saveSent } from "./store.ts";

/** Under which name the owner of a membership stands on the screen of who enters. */
export async function shownOwner(db: Db, membershipId: string): Promise<string> {
  const row = await db.membership.findUnique({
    where: { id: membershipId },
    select: { code: true, person: true, programme: { select: { naming: true } } },
  });
  const naming = NAMINGS.find((known) => known === row?.programme?.naming) ?? "code";
  return row ? shownName(row.person, row, naming) : "";
}

/** How the answers of this run come in; null: the owner answers alone. */
export async function findEntering(db: Db, runId: string): Promise<EnteringSource | null> {
  const row = await db.run.findUnique({ where: { id: runId }, select: { source: true } });
  return row?.source === "words" || row?.source === "paper" ? row.source : null;
}

/** From now on this person enters the run for its owner; false when it was so before. */
export async function saveEntering(
  tx: Db,
  runId: string,
  source: EnteringSource,
  enteredById: string,
): Promise<boolean> {
  const isOther = [{ source: { not: source } }, { enteredById: null }, { enteredById: { not: enteredById } }];
  const { count } = await tx.run.updateMany({ where: { id: runId, OR: isOther }, data: { source, enteredById } });
  return count > 0;
}

type Answered = { key: string; value: AnswerValue }[];

/** Writes a run as it is after many answers at once; false when it was moved on from this revision meanwhile. */
export async function saveEntered(
  tx: Db,
  run: { id: string; before: number; state: RunState; answered: Answered; now: Date },
): Promise<boolean> {
  const { id, before, state, answered, now } = run;
  const { count } = await tx.run.updateMany({
    where: { id, rev: before },
    data: {
      status: state.status,
      cursor: writeCursor(state.cursor),
      rev: state.rev,
      updatedAt: now,
    },
  });
  if (count === 0) return false;
  if (state.status === "sent") await saveSent(tx, id, now);
  if (answered.length === 0) return true;
  await tx.answer.createMany({
    data: answered.map(({ key, value }) => ({ runId: id, key, value: JSON.stringify(value), answeredAt: now })),
  });
  return true;
}

export async function insertEntered(
  tx: Db,
  run: { membershipId: string; versionId: string; state: RunState; source: EnteringSource; by: string; now: Date },
): Promise<string> {
  const { membershipId, versionId, state, source, by, now } = run;
  const id = newId();
  const moments = { startedAt: now, updatedAt: now };
  const at = { status: state.status, cursor: writeCursor(state.cursor), rev: state.rev, size: state.size };
  await tx.run.create({ data: { id, membershipId, versionId, ...at, source, enteredById: by, ...moments } });
  return id;
}
