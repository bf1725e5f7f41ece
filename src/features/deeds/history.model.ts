import type { PersonId } from "#core/ids.ts";
import type { HistoryLine } from "#features/people/model.ts";

/** Stands for the owner of the bot, whose name is not for those who run a school. */
export const OWNER = "";

/** How people are called in the words of a programme; null: the person is not there any more. */
export type Names = Map<PersonId, string | null>;

/** A page of history with everybody's name as the programme shows it. `name` is empty for a programme, null for somebody who is not there any more. */
export type History = {
  of: { kind: "membership" | "programme"; id: string };
  name: string | null;
  title: string;
  zone: string;
  lines: HistoryLine[];
  names: Names;
  page: number;
  pages: number;
};
