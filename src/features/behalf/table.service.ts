/** A filled table: kept until its sender has seen what was understood of it and said yes. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import type { Consents } from "#features/consents/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Questionnaires } from "#features/questionnaires/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import type { FileWorks } from "#platform/files/heavy.ts";
import type { Heavy } from "#platform/heavy.ts";
import { TABLE } from "./kinds.model.ts";
import type { Preview, Trouble } from "./model.ts";
import { deleteTable, findTable, saveTable } from "./store.ts";
import { type CodedRow, codedRows, codesOf, readRow, strangeTitles, type Whose } from "./table.rules.ts";

export type TableParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "may" | "membersOf" | "record">;
  programmes: Pick<Programmes, "find">;
  questionnaires: Pick<Questionnaires, "paperOf" | "foresee" | "enterPaper" | "words">;
  consents: Pick<Consents, "mayProcess">;
  contents: Contents;
  heavy: Heavy<FileWorks>;
};

export type IncomingTable = { bytes: Uint8Array; name: string; mime: string };

/** Why a file is no filled table. */
export const UNREADABLE = ["empty", "tooBig", "broken", "unsafe", "locked", "wrongType", "noCodes"] as const;
export type Unreadable = (typeof UNREADABLE)[number];

export type Received =
  | { kind: "preview"; draftId: string; preview: Preview }
  | { kind: "unreadable"; why: Unreadable; programme: Programme }
  | { kind: "refused" };

export type Applied =
  | { kind: "applied"; programme: Programme; sent: number; open: number; skipped: number }
  /** The table was taken over, or thrown away, already. */
  | { kind: "gone" }
  | { kind: "refused" };

type Member = { membershipId: MembershipId; code: string };

export function createTables(parts: TableParts) {
  const { database, clock, people, programmes, questionnaires, consents, contents, heavy } = parts;
  const { db } = database;

  async function programmeFor(actorId: PersonId, id: ProgrammeId): Promise<Programme | null> {
    const may = await people.authorise(db, actorId, "run.enter", { kind: "programme", id });
    return may ? await programmes.find(db, id) : null;
  }

  async function rowsIn(bytes: Uint8Array): Promise<CodedRow[] | Unreadable> {
    const read = await heavy.run("readTable", { bytes });
    if (read.kind !== "done") return read.kind === "tooBig" ? "tooBig" : "broken";
    if (read.result.kind !== "table") return read.result.kind;
    return codedRows(read.result.sheets) ?? "noCodes";
  }

  async function whoseIs(from: Db, membershipId: MembershipId): Promise<Whose | null> {
    const paper = await questionnaires.paperOf(from, membershipId);
    if (!paper) return null;
    const { definition, state } = paper;
    const asked = await consents.mayProcess(from, membershipId);
    const closed = state.status !== "open" ? "sent" : asked ? null : "consent";
    return { membershipId, definition, size: state.size, state, closed };
  }

  /** Whose row it is, or why it is not taken. `seen`: whose rows stood above. */
  async function judge(coded: CodedRow, byCode: Map<string, MembershipId>, seen: Set<MembershipId>) {
    const [id] = codesOf(coded.code).flatMap((one) => byCode.get(one) ?? []);
    if (id === undefined) return "code";
    if (seen.has(id)) return "twice";
    seen.add(id);
    const whose = await whoseIs(db, id);
    return whose?.closed ?? whose ?? "code";
  }

  async function matched(rows: CodedRow[], members: Member[]) {
    const byCode = new Map(members.map((member) => [member.code, member.membershipId]));
    const troubles: Trouble[] = [];
    const found: { coded: CodedRow; whose: Whose }[] = [];
    const seen = new Set<MembershipId>();
    for (const coded of rows) {
      const judged = await judge(coded, byCode, seen);
      if (typeof judged === "string") troubles.push({ kind: judged, row: coded.row, code: coded.code });
      else found.push({ coded, whose: judged });
    }
    return { found, troubles };
  }

  async function understand(programme: Programme, rows: CodedRow[]): Promise<Preview> {
    const members = (await people.membersOf(db, programme.id)).filter(
      ({ role, status }) => (role === "mentee" || role === "mentor") && status === "active",
    );
    const { found, troubles } = await matched(rows, members);
    const reading = { words: questionnaires.words, today: dateIn(clock.now(), programme.school.timeZone) };
    const strange = strangeTitles(
      rows,
      found.map(({ whose }) => whose),
    );
    troubles.push(...strange.map((title): Trouble => ({ kind: "column", title })));
    const read = found.map(({ coded, whose }) => {
      const { row, troubles: cells } = readRow(coded, whose, reading);
      troubles.push(...cells);
      const { missing, kept } = questionnaires.foresee(whose.definition, whose.state, row.answers);
      const questions = whose.definition.sections.flatMap((section) => section.questions);
      const numberOf = (key: string) =>
        questions.filter((q) => q.sizes.includes(whose.size)).findIndex((q) => q.key === key) + 1;
      troubles.push(...kept.map((key): Trouble => ({ kind: "kept", row: row.row, question: numberOf(key) })));
      return { ...row, missing };
    });
    const filled = read.filter(({ answers }) => answers.length > 0);
    const whole = filled.filter(({ missing }) => missing === 0).length;
    return { programme, rows: filled, troubles, whole, part: filled.length - whole };
  }

  /** The table that this person sent, as it would be taken over now. */
  async function kept(actorId: PersonId, draftId: string): Promise<Preview | "gone" | "refused"> {
    const programmeId = await findTable(db, draftId, actorId);
    if (!programmeId) return "gone";
    const programme = await programmeFor(actorId, programmeId);
    if (!programme) return "refused";
    const [file] = await contents.list(db, { kind: TABLE, id: draftId });
    const content = file && (await contents.get(db, file.id));
    const rows = content ? await rowsIn(content.bytes) : "broken";
    return typeof rows === "string" ? "gone" : await understand(programme, rows);
  }

  return {
    programmeFor,

    /** Keeps a filled table and says what was understood; nothing is taken over yet. */
    receive: async (actorId: PersonId, programmeId: ProgrammeId, file: IncomingTable): Promise<Received> => {
      const programme = await programmeFor(actorId, programmeId);
      if (!programme) return { kind: "refused" };
      const rows = await rowsIn(file.bytes);
      if (typeof rows === "string") return { kind: "unreadable", why: rows, programme };
      const preview = await understand(programme, rows);
      const draftId = await database.tx(async (tx) => {
        const id = await saveTable(tx, actorId, programmeId, clock.now());
        await contents.put(tx, { ...file, subject: { kind: TABLE, id }, personId: actorId });
        return id;
      });
      return { kind: "preview", draftId, preview };
    },

    /**
     * Takes the table over, row by row: a row is whole or not at all, and one that was taken already is left as it is.
     * `skipped`: what stood otherwise meanwhile.
     */
    apply: async (actorId: PersonId, draftId: string): Promise<Applied> => {
      const preview = await kept(actorId, draftId);
      if (preview === "gone" || preview === "refused") return { kind: preview };
      const counts = { sent: 0, open: 0, skipped: 0 };
      for (const { membershipId, answers } of preview.rows) {
        const done = await database.tx((tx) => questionnaires.enterPaper(tx, actorId, membershipId, answers));
        counts[done.kind === "sent" || done.kind === "open" ? done.kind : "skipped"]++;
      }
      await database.tx(async (tx) => {
        if (!(await deleteTable(tx, contents, draftId))) return;
        const deed = { actorId, subjectKind: "programme", subjectId: preview.programme.id, at: clock.now() };
        await people.record(tx, { ...deed, act: "papers-entered", after: String(counts.sent + counts.open) });
      });
      return { kind: "applied", programme: preview.programme, ...counts };
    },

    /** Throws the table away; false when it was gone. */
    drop: (actorId: PersonId, draftId: string): Promise<boolean> =>
      database.tx(
        async (tx) => (await findTable(tx, draftId, actorId)) !== null && (await deleteTable(tx, contents, draftId)),
      ),
  };
}

export type Tables = ReturnType<typeof createTables>;
