/** Links: their tokens, and what may be said of one before anybody is let in. */
import { createHash, createHmac } from "node:crypto";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import type { InvitationId, PersonId } from "#core/ids.ts";
import type { Comer, Invitation, PhonePerson } from "./model.ts";

export const TOKEN_LENGTH = 22;
export const LIVES = 30 * DAY;
/** A slip that was handed out may lie in a bag for a term. */
export const PERSONAL_LIVES = 120 * DAY;
export const OWNER_LINK_LIVES = HOUR;
/** The most that one link may bring in. */
export const LARGEST_CAP = 500;
/** The list of links is shown so many at a time. */
export const PAGE = 6;

/** Wrong links within a minute, from one chat and from all. */
export const GUESSES = { window: MINUTE, perAccount: 5, total: 100, kept: 30 * DAY } as const;

/** 132 bits that only the holder of the secret can compute; the same for one invitation, so that it can be printed again. */
export const tokenFor = (secret: string | Uint8Array, id: InvitationId): string =>
  createHmac("sha256", secret).update(id).digest("base64url").slice(0, TOKEN_LENGTH);

/** What is stored of a token. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a link with these numbers can be made. */
export const isSound = ({ cap, expiresAt }: { cap: number; expiresAt: Date }, now: Date): boolean =>
  Number.isInteger(cap) && cap >= 1 && cap <= LARGEST_CAP && expiresAt > now;

/** Whether anybody can come in by it now; a revoked link says so first, then a link of the past, then a full one. */
export function stateOf(
  invitation: Pick<Invitation, "cap" | "used" | "expiresAt" | "revokedAt">,
  now: Date,
): "open" | "revoked" | "expired" | "used" {
  if (invitation.revokedAt) return "revoked";
  if (invitation.expiresAt <= now) return "expired";
  return invitation.used >= invitation.cap ? "used" : "open";
}

type Coming =
  | { kind: "new" }
  | { kind: "person"; personId: PersonId }
  | { kind: "whoIsIt" | "ownLink"; people: PhonePerson[] };

/**
 * Who of a phone's people comes by this link. A fresh phone brings somebody new; where people write already, it is asked,
 * for siblings share phones. A child is never its own guardian.
 */
export function whoComes(people: PhonePerson[], childId: PersonId | null, comer: Comer | undefined): Coming {
  const others = people.filter(({ person }) => person.id !== childId);
  if (comer === "new") return { kind: "new" };
  if (comer !== undefined && comer === childId) return { kind: "ownLink", people: others };
  if (comer !== undefined && others.some(({ person }) => person.id === comer))
    return { kind: "person", personId: comer };
  if (others.length < people.length) return { kind: "ownLink", people: others };
  return people.length === 0 ? { kind: "new" } : { kind: "whoIsIt", people };
}
