/** What is kept of files that people sent or that were made for them, and of what is to be erased. */
import type { Keeping } from "#core/contribution.ts";
import { dateIn, dateWords } from "#core/when.ts";
import type { Contents } from "#platform/files/content.ts";
import { listOpen, moveErasures } from "./erasures.store.ts";
import { forgetFiles, listFiles } from "./sweep.store.ts";

export const filesKeeping = (contents: Contents): Keeping => ({
  name: "files",
  tell: async (db, personId, t) => {
    const files = await listFiles(db, personId);
    if (files.length === 0) return null;
    const lines = files.map(({ name, createdAt }) => ({
      label: name,
      value: dateWords(dateIn(createdAt, "UTC"), t.locale),
    }));
    return { title: t.plain("leaving-told-files"), lines, data: files };
  },
  // Whose a file is, is moved together with the person.
  merge: async () => {},
  erase: (tx, forgotten) => forgetFiles(tx, contents, forgotten),
});

export const erasuresKeeping: Keeping = {
  name: "erasures",
  tell: async (db, personId, t) => {
    const open = await listOpen(db, { personId });
    if (open.length === 0) return null;
    const lines = open.map(({ requestedAt, dueAt }) => ({
      label: t.plain("leaving-told-erasure", { on: dateWords(dateIn(requestedAt, "UTC"), t.locale) }),
      value: dateWords(dateIn(dueAt, "UTC"), t.locale),
    }));
    return {
      title: t.plain("leaving-told-erasures"),
      lines,
      data: open.map(({ requestedAt, dueAt }) => ({ requestedAt, dueAt })),
    };
  },
  merge: (tx, { from, into }) => moveErasures(tx, from, into),
  // The record that something was erased is all that stays of it.
  erase: async () => {},
};
