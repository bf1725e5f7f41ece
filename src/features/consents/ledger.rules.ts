/** What the ledger's rows say one after the other. Pure. */
import type { LedgerEvent, LedgerLine } from "./ledger.model.ts";
import type { Position } from "./model.ts";

type Change = { at: Date; line: LedgerLine; after: Position; by: string };

const changesOf = (line: LedgerLine): Change[] => [
  { at: line.decidedAt, line, after: line.decision, by: line.by },
  ...(line.withdrawnAt
    ? [{ at: line.withdrawnAt, line, after: "withdrawn" as const, by: line.withdrawnBy ?? line.by }]
    : []),
];

/** Decisions and withdrawals in the order in which they came, each with what stood before for the same person and kind. */
export function eventsOf(lines: readonly LedgerLine[]): LedgerEvent[] {
  const stands = new Map<string, Position>();
  const changes = lines.flatMap(changesOf).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return changes.map(({ at, line, after, by }) => {
    const whose = `${line.membershipId} ${line.kind} ${line.as} ${line.byId}`;
    const before = stands.get(whose) ?? "none";
    stands.set(whose, after);
    return { at, by, as: line.as, kind: line.kind, channel: line.channel, enteredBy: line.enteredBy, before, after };
  });
}
