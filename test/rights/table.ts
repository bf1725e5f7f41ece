/**
 * Who may tap what: the table of rights read once more, by other words than the bot's own. A tap that is not known here is
 * permitted to whoever has any standing towards the thing, so that a new one is in the matrix from its first day.
 */
import { type Act, RIGHTS } from "#features/people/index.ts";
import { find, MEMBERS, type Member, personId, rolesOf } from "./cast.ts";
import { type Place, placeOf, type Thing } from "./things.ts";

/** Which act a tap is; the first that fits counts. */
const ACTS: readonly (readonly [RegExp, ...Act[]])[] = [
  [/^operations\./, "installation.run"],
  [/^bank\.(open|look)$/, "bank.see"],
  [/^bank\.(card|more)$/, "card.see"],
  [/^bank\.answers?$/, "answers.see"],
  [/^bank\.check$/, "person.check"],
  [/^bank\.nudge/, "person.nudge"],
  [/^(bank\.export|codes\.page)$/, "bank.export"],
  [/^history\./, "history.see"],
  [/^bank\.(year|name)/, "person.correct"],
  [/^consents\.(link|guardian-link)$/, "guardian.invite"],
  [/^consents\.check$/, "guardian.check"],
  [/^consents\.(ledger|order|person|form)$/, "consent.state"],
  [/^consents\./, "consent.decide"],
  [/^programmes\.(first|roadmap|new)$/, "programme.create"],
  [/^programmes\.school$/, "school.see"],
  [/^programmes\.curator$/, "curator.invite"],
  [/^programmes\.(open|more|settings?|set|codes|contact|contact-none)$/, "programme.edit"],
  [/^invitations\.(open|role|form|make)$/, "invitation.create"],
  [/^invitations\.(list|show|poster)$/, "invitation.list"],
  [/^invitations\.revoke/, "invitation.revoke"],
  [/^leaving\.(of|pause|day|ask|do|back)$/, "membership.stop"],
  [/^leaving\.(todos|done)$/, "todo.do"],
  [/^leaving\.(term|set-term)$/, "programme.edit"],
  [/^(run|staff)\.enter$/, "run.enter"],
  [/^staff\.consents$/, "consent.state"],
  [/^behalf\.(open|papers|print|table)$/, "run.enter"],
  [/^behalf\.(consent|signed|dated|enter|date|guardian)$/, "consent.enter"],
  [/^behalf\.(tell|told)$/, "card.see"],
  [/^run\./, "run.answer", "run.enter"],
  [/^lists\.(open|show|comers)$/, "list.see"],
  [/^lists\.(send|file|slips|remove|remove-yes|export)$/, "list.edit"],
  [/^lists\.(comer|place|merge-yes|not-listed|same|join|join-yes)$/, "person.merge"],
  [/^lists\.link/, "person.link"],
  [/^staff\.open$/, "staff.see"],
  [
    /^staff\.(curator|lead|end|end-yes|invite|invite-curator|post|member|dismiss|dismiss-yes|quiet|give|class|take)$/,
    "staff.manage",
  ],
  [/^staff\.(hand|hand-link|hand-back|away|away-day|away-who)$/, "staff.away"],
  [/^staff\.(refer|refer-class|refer-only|refer-row|reason)$/, "referral.make"],
  [/^staff\.(referrals|referral|accept|decline)$/, "referral.decide"],
  [/^staff\.(notes|note|note-erase)$/, "note.keep"],
  [/^staff\.offer/, "support.offer"],
  [/^staff\.(look|look-on|support-end)$/, "support.see"],
];

/** What is somebody's own and nobody else's, whatever the roles: the name, the year, a draft, the role one speaks in. */
const OWN =
  /^(people\.|deed\.|staff\.(deputy|away-over)$|home\.(as|who)$|programmes\.(draft|pick|back|change|create|discard)$|behalf\.(apply|drop)$|lists\.(waiting|role|class|do|drop)$)/;

type Grant = (typeof RIGHTS)[Act][number];

/** Whether a curator permitted this helper what the grant needs, for people like this; of a programme they see their part. */
const isPermitted = ({ permits = [] }: Member, grant: Grant, { className, personId: whose }: Place): boolean =>
  "permission" in grant &&
  permits.some(
    (one) => one.kind === grant.permission && (whose === null || (one.className ?? className) === className),
  );

const standsTo = (member: Member, grant: Grant, target: Place): boolean => {
  const own = placeOf(member);
  const isNear = own.programmeId !== null && own.programmeId === target.programmeId;
  switch (grant.scope) {
    case "all":
      return true;
    case "school":
      return own.schoolId === target.schoolId;
    case "programme":
      return isNear;
    case "deputy":
      return isNear && member.deputyOf !== undefined;
    case "class":
      return isNear && isPermitted(member, grant, target);
    case "offered":
      return isNear && target.offered === true && isPermitted(member, grant, target);
    case "self":
      return (
        own.personId === target.personId &&
        (own.programmeId === null || target.programmeId === null || own.programmeId === target.programmeId)
      );
    case "ward":
      return member.child !== undefined && target.personId === personId(member.child);
  }
};

const granted = (member: Member, act: Act, { at }: Thing): boolean =>
  !member.stopped &&
  RIGHTS[act].some((grant) => grant.role === member.role && at.some((place) => standsTo(member, grant, place)));

/** Who stands in for a curator there, and whom a curator permitted something for people like this. */
function helpsWith({ deputyOf, permits = [], ...member }: Member, { programmeId, className, offered }: Place): boolean {
  if (programmeId === null || placeOf(member).programmeId !== programmeId) return false;
  if (deputyOf !== undefined || (className === undefined && permits.length > 0)) return true;
  return permits.some((one) => (one.kind === "support" ? offered === true : one.className === className));
}

function hasStanding(member: Member, { at }: Thing): boolean {
  const own = placeOf(member);
  return at.some(
    (place) =>
      place.personId === own.personId ||
      member.role === "owner" ||
      (member.role === "curator" && place.schoolId === own.schoolId) ||
      helpsWith(member, place) ||
      (member.child !== undefined && place.personId === personId(member.child)) ||
      (place.personId === null && place.programmeId !== null && place.programmeId === own.programmeId),
  );
}

/** Whether this person's own: the person's things, and who else writes from the same phone. */
function isOwn(member: Member, thing: Thing): boolean {
  const phone = MEMBERS.filter(({ phoneOf }) => phoneOf === member.key).map(({ key }) => personId(key));
  const mine = thing.kind === "person" ? [personId(member.key), ...phone] : [personId(member.key)];
  return thing.at.some((place) => place.personId !== null && mine.includes(place.personId));
}

/** Whether the person with this key may do to this thing what the tap does; nobody may do anything to what is not there. */
export function may(key: string, tap: string, thing: Thing): boolean {
  if (key === "nobody" || thing.is !== "real") return false;
  if (OWN.test(tap)) return isOwn(find(key), thing);
  const [, ...acts] = ACTS.find(([taps]) => taps.test(tap)) ?? [];
  const [act] = acts;
  if (!act) return rolesOf(key).some((member) => hasStanding(member, thing));
  // A link that leads into a school makes a curator: it is the owner's.
  const isSchools = thing.kind === "invitation" && thing.at.every(({ programmeId }) => programmeId === null);
  const needed = act === "invitation.revoke" && isSchools ? (["curator.invite"] as const) : acts;
  return rolesOf(key).some((member) => needed.some((one) => granted(member, one, thing)));
}
