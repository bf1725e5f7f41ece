import type { z } from "zod";
import type { PersonId } from "#core/ids.ts";
import type { Press } from "#core/screen.ts";
import type { Act, Subject } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";

/** How one kind of deed is taken back; written by the feature that does it. */
export type DeedKindSpec<Args> = {
  /** `<feature>.<what>`; stays the same for ever, for rows carry it. */
  kind: string;
  args: z.ZodType<Args>;
  /** The right to do it, asked again when it is taken back. */
  right(args: Args): { act: Act; subject: Subject };
  /** Whose history tells that it was taken back. */
  about(args: Args): { kind: string; id: string };
  /** Where the actor goes afterwards. */
  back(args: Args): Press;
  /**
   * Makes the thing as it was before, in the transaction; the notices are cancelled by the deeds themselves.
   * "moved": the thing has changed since and is left as it is.
   */
  undo(tx: Db, args: Args, by: { actorId: PersonId; now: Date }): Promise<"undone" | "moved">;
};

/** A kind with its arguments hidden, so that kinds of all features fit into one list. */
export type DeedKind = { kind: string; read(args: unknown): Ready | null };

export type Ready = {
  right: { act: Act; subject: Subject };
  about: { kind: string; id: string };
  back: Press;
  undo(tx: Db, by: { actorId: PersonId; now: Date }): Promise<"undone" | "moved">;
};

/** Makes a kind of deed to hand to `app`. */
export const deedKind = <Args>(spec: DeedKindSpec<Args>): DeedKind => ({
  kind: spec.kind,
  read(stored) {
    const read = spec.args.safeParse(stored);
    if (!read.success) return null;
    const args = read.data;
    return {
      right: spec.right(args),
      about: spec.about(args),
      back: spec.back(args),
      undo: (tx, by) => spec.undo(tx, args, by),
    };
  },
});
