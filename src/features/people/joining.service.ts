/** Opening a link: one transaction from «what is this link» to «you are in». */

import { after } from "#core/clock.ts";
import type { AccountId, PersonId } from "#core/ids.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import { letSpeak, peopleOn } from "./accounts.store.ts";
import type { InvitationsDoor, MembershipsDoor } from "./door.model.ts";
import { listWards, saveGuardianship } from "./guardians.store.ts";
import { GUESSES, hashOf, stateOf, whoComes } from "./invitations.rules.ts";
import * as links from "./invitations.store.ts";
import { countPhones } from "./listed.store.ts";
import { findRole, listStandings, runsForm, savePost, saveRequest } from "./memberships.store.ts";
import type { Invitation, PhonePerson, RecordDeed, Redeemed, Standing } from "./model.ts";
import { createPerson } from "./persons.store.ts";
import type { Succession } from "./succession.service.ts";

type Outside = {
  database: Database;
  log: Log;
  memberships: MembershipsDoor;
  succession: Succession;
  record: RecordDeed;
  throttled(tx: Db, now: Date): Promise<void>;
};
type Opened = { tx: Db; accountId: AccountId; invitation: Invitation; now: Date };

/** A chat that has not guessed wrong is let in whatever others do: a good link works while somebody tries bad ones. */
async function limitFor(tx: Db, accountId: AccountId, now: Date): Promise<"account" | "total" | null> {
  const since = after(now, -GUESSES.window);
  const own = await links.countGuesses(tx, since, accountId);
  if (own === 0) return null;
  if (own >= GUESSES.perAccount) return "account";
  return (await links.countGuesses(tx, since)) >= GUESSES.total ? "total" : null;
}

/** The role that a person came for, when it is theirs already. */
async function standingBy(tx: Db, personId: PersonId, invitation: Invitation): Promise<Standing | null> {
  const membership = await findRole(tx, personId, invitation.role, invitation);
  if (membership?.status !== "active") return null;
  if (invitation.childId === null) return membership;
  const wards = await listWards(tx, personId);
  return wards.some(({ childId }) => childId === invitation.childId) ? membership : null;
}

async function alreadyIn({ tx, invitation }: Opened, people: PhonePerson[]): Promise<Standing | null> {
  for (const { person } of people.toSorted((one, other) => Number(other.current) - Number(one.current))) {
    const standing = await standingBy(tx, person.id, invitation);
    if (standing) return standing;
  }
  return null;
}

/** What the link was made for: a child's guardian, a form of mentoring, if the programme still runs it. */
async function keepPurpose(
  tx: Db,
  { childId, createdById, form, programmeId, post, quiet }: Invitation,
  standing: Standing,
  now: Date,
): Promise<void> {
  const { membershipId, personId: guardianId } = standing;
  if (post !== "" || quiet) await savePost(tx, membershipId, { post, quiet });
  const source = createdById === childId ? "child" : "curator";
  if (childId) await saveGuardianship(tx, { guardianId, childId, source }, now);
  if (form && programmeId && (await runsForm(tx, programmeId, form))) await saveRequest(tx, membershipId, form, now);
}

export function createJoining({
  database,
  log,
  memberships,
  succession,
  record,
  throttled,
}: Outside): Pick<InvitationsDoor, "redeem"> {
  async function letIn({ tx, accountId, invitation, now }: Opened, known: PersonId | null): Promise<Redeemed> {
    if (known && (await links.wasUsedBy(tx, invitation.id, known))) return { kind: "used" };
    if (!(await links.takePlace(tx, invitation, now))) return { kind: "used" };
    const personId = known ?? (await createPerson(tx, now)).id;
    const first = (await listStandings(tx, personId)).length === 0;
    const standing = await memberships.join(tx, personId, invitation.role, invitation, now);
    await links.saveUse(tx, invitation.id, personId, now);
    await letSpeak(tx, accountId, personId, now);
    await keepPurpose(tx, invitation, standing, now);
    await succession.succeed(tx, invitation, standing, now);
    return { kind: "joined", personId, standing, invitation, first };
  }

  /** The phone speaks for a person who is here already: once, unless a new link is made. */
  async function letInOwn({ tx, accountId, invitation, now }: Opened, personId: PersonId): Promise<Redeemed> {
    const membership = await findRole(tx, personId, invitation.role, invitation);
    if (!membership || membership.status === "stopped") return { kind: "revoked" };
    if (!(await links.takePlace(tx, invitation, now))) return { kind: "used" };
    const first = (await countPhones(tx, personId)) === 0;
    await links.saveUse(tx, invitation.id, personId, now);
    await letSpeak(tx, accountId, personId, now);
    const subject = { subjectKind: "membership", subjectId: membership.membershipId };
    await record(tx, { actorId: personId, ...subject, act: first ? "joined" : "new-phone", at: now });
    return { kind: "joined", personId, standing: membership, invitation, first };
  }

  async function comeInAs(opened: Opened, personId: PersonId, isSure: boolean): Promise<Redeemed> {
    const { tx, accountId, invitation, now } = opened;
    const people = await peopleOn(tx, accountId);
    if (people.some(({ person }) => person.id === personId)) {
      const standing = await standingBy(tx, personId, invitation);
      if (standing) await letSpeak(tx, accountId, personId, now);
      return standing ? { kind: "already", personId, standing } : { kind: "revoked" };
    }
    const state = stateOf(invitation, now);
    if (state !== "open") return { kind: state };
    return people.length > 0 && !isSure ? { kind: "personal" } : await letInOwn(opened, personId);
  }

  async function comeIn(opened: Opened, comer: PersonId | "new" | undefined): Promise<Redeemed> {
    const { tx, accountId, invitation, now } = opened;
    if (invitation.personId) return await comeInAs(opened, invitation.personId, comer === "new");
    const people = await peopleOn(tx, accountId);
    const asked = comer === undefined ? people : people.filter(({ person }) => person.id === comer);
    const mine = await alreadyIn(opened, asked);
    const state = stateOf(invitation, now);
    const succeeds = invitation.succeedsId !== null && mine?.membershipId !== invitation.succeedsId;
    if (mine && !(succeeds && state === "open")) {
      await letSpeak(tx, accountId, mine.personId, now);
      return { kind: "already", personId: mine.personId, standing: mine };
    }
    if (state !== "open") return { kind: state };
    if (!(await succession.isOpen(tx, invitation))) return { kind: "revoked" };
    if (mine) return await letIn(opened, mine.personId);
    const coming = whoComes(people, invitation.childId, comer);
    if (coming.kind === "whoIsIt" || coming.kind === "ownLink") return coming;
    return await letIn(opened, coming.kind === "person" ? coming.personId : null);
  }

  return {
    redeem: (accountId, token, now, comer) =>
      database.tx(async (tx) => {
        const limit = await limitFor(tx, accountId, now);
        if (limit) {
          await throttled(tx, now);
          log.warn("guesses-throttled", { limit, accountId });
          return { kind: "throttled" };
        }
        const invitation = await links.findByToken(tx, hashOf(token));
        if (!invitation) {
          await links.saveGuess(tx, accountId, now, after(now, -GUESSES.kept));
          return { kind: "unknown" };
        }
        return await comeIn({ tx, accountId, invitation, now }, comer);
      }),
  };
}
