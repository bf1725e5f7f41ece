/** What each person must never be shown: the marker words of everybody in whose school, programme or life they have no part. */
import {
  CARED,
  DRAFTS,
  find,
  LINKS,
  MEMBERS,
  type Member,
  NOBODY,
  PHONES,
  PROGRAMMES,
  PROPOSERS,
  type ProgrammeKey,
  programmeKeyOf,
  SCHOOLS,
  schoolKeyOf,
  schoolOf,
  WROTE,
} from "./cast.ts";

/** What was done meanwhile. */
export type Reading = {
  /** Whose questionnaire the curator may read by now. */
  sent?: (member: Member) => boolean;
  /** Whether those who may have begun to answer for others: then they see what these have answered. */
  entering?: boolean;
  /** Everybody as they are by now. */
  members?: readonly Member[];
};

type Secret = { word: string; for: (reader: Member) => boolean };

const runsSchool = (reader: Member, school: string | null): boolean =>
  reader.role === "curator" && schoolKeyOf(reader) === school;
/** The curators of the school, and who stands in for one in this programme. */
const runs = (reader: Member, programme: ProgrammeKey | null, school: string | null): boolean =>
  runsSchool(reader, school) || (reader.deputyOf !== undefined && programme !== null && reader.at === programme);
/** A helper knows who is in the class, and who was offered support. */
const helps = (reader: Member, member: Member): boolean =>
  reader.at === member.at &&
  (reader.permits ?? []).some(({ kind, className }) =>
    kind === "support" ? member.offered === true : (className ?? member.className) === member.className,
  );
/** Who enters for somebody reads what was answered so far, and whose guardian may have signed. */
const enters = (reader: Member, member: Member): boolean =>
  runs(reader, programmeKeyOf(member), schoolKeyOf(member)) ||
  (reader.at === member.at &&
    (reader.permits ?? []).some(
      ({ kind, className }) => kind === "enter" && (className ?? member.className) === member.className,
    ));
const isFamily = (one: Member, other: Member): boolean => one.child === other.key || other.child === one.key;
const sharePhone = (one: Member, other: Member): boolean => one.phoneOf === other.key || other.phoneOf === one.key;

function secretsOf(member: Member, { sent, entering }: Required<Reading>): Secret[] {
  const school = schoolKeyOf(member);
  const isMine = (reader: Member) => reader.key === member.key;
  // The curator's name stands in the consent, the owner sees who runs a school.
  const isPublic = (reader: Member) =>
    member.role === "curator" && (reader.role === "owner" || schoolKeyOf(reader) === school);
  const knowsName = (reader: Member) =>
    isMine(reader) ||
    isPublic(reader) ||
    runs(reader, programmeKeyOf(member), school) ||
    helps(reader, member) ||
    (member.child !== undefined && enters(reader, find(member.child))) ||
    isFamily(reader, member) ||
    sharePhone(reader, member);
  const readsAnswers = (reader: Member) =>
    isMine(reader) ||
    (sent(member) && runs(reader, programmeKeyOf(member), school)) ||
    (entering && enters(reader, member));
  return [
    ...[WROTE.family(member.key), WROTE.given(member.key)].map((word) => ({ word, for: knowsName })),
    { word: WROTE.answer(member.key), for: readsAnswers },
  ];
}

function all(tokens: Map<string, string>, reading: Required<Reading>): Secret[] {
  const programmes = Object.keys(PROGRAMMES) as ProgrammeKey[];
  const inSchool = (key: string) => (reader: Member) => reader.role === "owner" || schoolKeyOf(reader) === key;
  return [
    ...reading.members.filter(({ as }) => !as).flatMap((member) => secretsOf(member, reading)),
    ...SCHOOLS.flatMap((key) => [
      { word: WROTE.schoolName(key), for: inSchool(key) },
      { word: WROTE.city(key), for: inSchool(key) },
      { word: WROTE.file(`curator${key}`), for: (reader: Member) => runsSchool(reader, key) },
    ]),
    ...programmes.map((key) => ({
      word: WROTE.title(key),
      for: (reader: Member) =>
        reader.role === "owner" || runsSchool(reader, schoolOf(key)) || programmeKeyOf(reader) === key,
    })),
    ...CARED.map((key) => ({
      word: WROTE.note(key),
      for: (reader: Member) => runs(reader, programmeKeyOf(find(key)), schoolKeyOf(find(key))),
    })),
    ...PROPOSERS.map((key) => ({
      word: WROTE.reason(key),
      for: (reader: Member) => reader.key === key || runs(reader, programmeKeyOf(find(key)), schoolKeyOf(find(key))),
    })),
    ...DRAFTS.map(({ key, owner }) => ({ word: WROTE.draft(key), for: (reader: Member) => reader.key === owner })),
    ...LINKS.map(({ key, at, child }) => ({
      word: tokens.get(key) ?? "",
      for: (reader: Member) =>
        at === "A" || at === "B"
          ? reader.role === "owner" || runsSchool(reader, at)
          : runs(reader, at, schoolOf(at)) || (child !== undefined && reader.key === child),
    })),
  ];
}

/** For each person the words that they must not be shown. */
export function hiddenFrom(
  tokens: Map<string, string>,
  { sent = ({ run }) => run === "sent", entering = false, members = MEMBERS }: Reading = {},
): Map<string, string[]> {
  const secrets = all(tokens, { sent, entering, members });
  return new Map(
    PHONES.map((key) => {
      const reader = key === NOBODY ? null : find(key);
      // Several may write from one phone: what one of them may read, the phone shows.
      const readers = members.filter((one) => one.key === key || one.phoneOf === key || one.as === key);
      const hidden = secrets.filter((secret) => !reader || !readers.some((one) => secret.for(one)));
      return [key, hidden.map(({ word }) => word)];
    }),
  );
}
