/** Reads one participant's consent for somebody who has a say in it, with the text that this person is to read. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import { dateWords } from "#core/when.ts";
import { hasName, type People, shownName } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import { fillDocument } from "./documents.rules.ts";
import { findDocument, hashText } from "./documents.store.ts";
import type { EvidenceService } from "./evidence.service.ts";
import {
  type ConsentKind,
  type Entry,
  type Evidence,
  type Facts,
  KIND_ROLES,
  type Reader,
  type Shown,
  type Subject,
} from "./model.ts";
import type { View } from "./outcomes.model.ts";
import {
  consentState,
  documentKindOf,
  entriesOf,
  guardianHasSay,
  latest,
  ownEntries,
  positionIn,
  positions,
  readersAt,
  revOf,
} from "./rules.ts";
import { listCurators, listSubjects } from "./store.ts";

/** So much of the hash stands in a button. */
const TAG_LENGTH = 8;

export type CasesParts = {
  clock: Clock;
  people: Pick<People, "find" | "membership">;
  programmes: Pick<Programmes, "find">;
  evidence: EvidenceService;
};

/** A view with what it was made from, for those who decide. */
export type OpenCase = { view: View; own: Entry[]; evidence: Evidence };

const readerOf = (personId: PersonId, subject: Subject, { guardians, unchecked = [] }: Evidence): Reader | null => {
  if (personId === subject.personId) return "self";
  return guardians.includes(personId) || unchecked.includes(personId) ? "guardian" : null;
};

export function createCases({ people, programmes, evidence }: CasesParts) {
  async function nameOf(db: Db, subject: Subject, programme: Programme): Promise<string> {
    const person = await people.find(db, subject.personId);
    const membership = await people.membership(db, subject.membershipId);
    return person && membership ? shownName(person, membership, programme.naming) : "";
  }

  async function open(db: Db, personId: PersonId, subject: Subject, kind: ConsentKind): Promise<OpenCase | null> {
    const [found] = await evidence.casesOf(db, [subject], kind);
    const programme = await programmes.find(db, subject.programmeId);
    if (!found || !programme || !KIND_ROLES[kind].includes(subject.role)) return null;
    const { age, entries, turned = null, unchecked = [] } = found.evidence;
    const reader = readerOf(personId, subject, found.evidence);
    if (!reader) return null;
    const own = reader === "self" ? ownEntries(entries, turned) : entriesOf(entries, reader, personId);
    const last = latest(own);
    const view: View = {
      subject,
      programme,
      kind,
      reader,
      asked: reader === "self" ? age !== null && readersAt(age).includes("self") : guardianHasSay(age),
      age,
      unchecked: reader === "guardian" && unchecked.includes(personId),
      state: consentState(found.evidence),
      position: positionIn(own),
      since: last && (last.withdrawnAt ?? last.decidedAt),
      rev: revOf(own),
      sides: positions(found.evidence),
      name: await nameOf(db, subject, programme),
      className: (await people.membership(db, subject.membershipId))?.className ?? "",
    };
    return { view, own, evidence: found.evidence };
  }

  /** The curator by name, where the programme shows names. */
  async function curatorOf(db: Db, { schoolId, naming }: Programme): Promise<string | null> {
    if (naming === "code") return null;
    const named = (await listCurators(db, schoolId)).filter(hasName);
    return named.length > 0 ? named.map((name) => shownName(name, { code: "" }, "full")).join(", ") : null;
  }

  async function factsOf(db: Db, programme: Programme, name: string, locale: Locale): Promise<Facts> {
    const { school } = programme;
    return {
      school: school.name,
      city: school.city,
      phone: school.phone || null,
      site: school.site || null,
      programme: programme.title,
      curator: await curatorOf(db, programme),
      endsOn: dateWords(programme.endsOn, locale),
      child: name,
    };
  }

  return {
    curatorOf,
    factsOf,
    /** By a participation that still runs; null when there is none, or this person has no say in it. */
    openOne: async (db: Db, personId: PersonId, id: MembershipId, kind: ConsentKind): Promise<OpenCase | null> => {
      const [subject] = await listSubjects(db, [id]);
      return subject?.active ? await open(db, personId, subject, kind) : null;
    },
    open,
    nameOf,
    /** The text that this person is to read now. Throws when there is none: the files are part of the bot. */
    shownTo: async (db: Db, view: View, locale: Locale): Promise<Shown> => {
      const kind = documentKindOf(view.kind, { ...view, track: view.programme.track });
      const document = await findDocument(db, kind, view.reader, locale);
      if (!document) throw new Error(`no consent document ${kind}-${view.reader}`);
      const facts = await factsOf(db, view.programme, view.name, document.locale);
      const text = fillDocument(document.text, facts, "chat");
      const hash = hashText(text);
      return { document, text, hash, tag: hash.slice(0, TAG_LENGTH), rev: view.rev };
    },
  };
}

export type Cases = ReturnType<typeof createCases>;
