/** What is kept about a person, gathered from all features. */
import type { Kept } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import type { Button, T } from "#core/screen.ts";
import type { Database } from "#platform/db/index.ts";
import type { PrivacyButtons } from "./model.ts";

type Outside = { database: Database; kept: Kept[]; privacyButtons: PrivacyButtons[] };

export const createAbout = ({ database: { db }, kept, privacyButtons }: Outside) => ({
  /** A line for each thing that is kept, in the order of the features. */
  keptOf: async (personId: PersonId, t: T): Promise<string[]> => {
    const lines: string[] = [];
    for (const feature of kept) lines.push(...(await feature(db, personId, t)));
    return lines;
  },
  /** What can be done about it. */
  buttonsFor: async (personId: PersonId, t: T): Promise<Button[][]> => {
    const rows: Button[][] = [];
    for (const feature of privacyButtons) rows.push(...(await feature(db, personId, t)));
    return rows;
  },
});

export type About = ReturnType<typeof createAbout>;
