import type { Lane } from "#core/notice.ts";
import type { Screen, T } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";
import type { DueNotice, LatePolicy } from "./model.ts";

/** One kind of unasked message, written by the feature that says it. */
export type NoticeKindSpec<Model> = {
  /** `<feature>.<what>`, without a colon; stays the same for ever, for rows carry it. */
  kind: string;
  lane: Lane;
  late: LatePolicy;
  /** How long after its moment it is worth saying. */
  usefulForMs: number;
  /**
   * What the rows speak of, as it stands now, by the notice's id; all rows in one or two queries.
   * A row that is missing or null is stale (its thing is gone, done, or of another revision) and is dropped.
   */
  load(db: Db, rows: readonly DueNotice[]): Promise<Map<string, Model | null>>;
  /** The message, in the person's words. */
  show(t: T, model: Model, row: DueNotice): Screen | Promise<Screen>;
};

/** A message ready to be shown in somebody's words. */
export type Say = (t: T) => Screen | Promise<Screen>;

/** A kind with its model hidden, so that kinds of all features fit into one list. */
export type NoticeKind = Pick<NoticeKindSpec<unknown>, "kind" | "lane" | "late" | "usefulForMs"> & {
  /** Loads all rows at once; a row without an entry is stale. */
  prepare(db: Db, rows: readonly DueNotice[]): Promise<Map<string, Say>>;
};

/** Makes a kind of notice to hand to `app`. */
export function noticeKind<Model>(spec: NoticeKindSpec<Model>): NoticeKind {
  const { kind, lane, late, usefulForMs } = spec;
  if (kind.includes(":")) throw new Error(`a kind of notice holds a colon: ${kind}`);
  return {
    kind,
    lane,
    late,
    usefulForMs,
    async prepare(db, rows) {
      const models = await spec.load(db, rows);
      const says = new Map<string, Say>();
      for (const row of rows) {
        const model = models.get(row.id);
        if (model !== null && model !== undefined) says.set(row.id, (t) => spec.show(t, model, row));
      }
      return says;
    },
  };
}

export type Kinds = {
  /** Throws for a kind that nobody handed in: whoever plans it has made a mistake. */
  of(kind: string): NoticeKind;
  /** Undefined for a row that an older or newer release has left. */
  find(kind: string): NoticeKind | undefined;
};

/** All kinds by name. Throws when two have one name. */
export function createKinds(list: readonly NoticeKind[]): Kinds {
  const byName = new Map(list.map((one) => [one.kind, one]));
  if (byName.size !== list.length) throw new Error("two kinds of notice have one name");
  return {
    of(kind) {
      const found = byName.get(kind);
      if (!found) throw new Error(`no such kind of notice: ${kind}`);
      return found;
    },
    find: (kind) => byName.get(kind),
  };
}
