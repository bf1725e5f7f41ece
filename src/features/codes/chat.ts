/** Gives curators the page that joins codes and names. */
import type { ProgrammeLinks } from "#core/contribution.ts";
import { press } from "#core/screen.ts";
import { type People, refusedScreen } from "#features/people/index.ts";
import type { Database } from "#platform/db/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import { missingScreen, pageScreen } from "./view.ts";

export type CodesParts = {
  database: Pick<Database, "db">;
  people: Pick<People, "authorise">;
  /** The built page; null when it has not been built. */
  page(): Promise<Uint8Array | null>;
};

const RANK = 70;

/** The way to the page, for whoever may take lists away. */
export const codesLinks =
  (people: Pick<People, "may">): ProgrammeLinks =>
  async (db, { readerId, programmeId }) =>
    (await people.may(db, readerId, "bank.export", { kind: "programme", id: programmeId }))
      ? [{ rank: RANK, labelKey: "codes-link", press: press("codes.page", programmeId) }]
      : [];

export const codesChat = ({ database, people, page }: CodesParts): Chat => ({
  taps: {
    "codes.page": tap(["programme"], async (turn, id) => {
      const { personId } = turn.speaker;
      const subject = { kind: "programme", id } as const;
      if (!personId || !(await people.authorise(database.db, personId, "bank.export", subject)))
        return void (await turn.show(refusedScreen(turn.t)));
      const bytes = await page();
      await (bytes ? turn.say(pageScreen(turn.t, bytes)) : turn.show(missingScreen(turn.t)));
    }),
  },
});
