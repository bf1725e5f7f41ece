/** The questionnaires there are: shipped ones stored as immutable versions, and the versions that runs were begun on. */
import type { Database, Db } from "#platform/db/index.ts";
import { questionnaireFor } from "./choose.rules.ts";
import type { Definition } from "./model.ts";
import type { Participant } from "./runs.model.ts";
import type { Shipped } from "./shipped.store.ts";
import { ensureVersion, findDefinition } from "./versions.store.ts";

const INTAKE = "intake";

export function createCatalogue({ database, shipped }: { database: Database; shipped: Shipped }) {
  const definitions = new Map<string, Definition>();
  const versionOf = new Map<string, string>();

  return {
    /** Stores the shipped questionnaires; runs started on other versions keep theirs. */
    importShipped: async (now: Date): Promise<void> => {
      for (const questionnaire of shipped.questionnaires) {
        const id = await ensureVersion(database.db, questionnaire, now);
        versionOf.set(questionnaire.definition.id, id);
        definitions.set(id, questionnaire.definition);
      }
    },

    /** The questions of a version; versions never change, so each is read once. */
    definitionOf: async (db: Db, versionId: string): Promise<Definition> => {
      const known = definitions.get(versionId) ?? (await findDefinition(db, versionId));
      if (!known) throw new Error("a run without its questionnaire");
      definitions.set(versionId, known);
      return known;
    },

    /** The intake questionnaire that this participant is given now; null when there is none for the role. */
    intakeFor: ({ track, role, form }: Participant): { definition: Definition; versionId: string } | null => {
      const all = shipped.questionnaires.map(({ definition }) => definition);
      const definition = questionnaireFor(all, { track, side: role, wave: INTAKE, form: form ?? "" });
      const versionId = definition && versionOf.get(definition.id);
      return definition && versionId ? { definition, versionId } : null;
    },
  };
}

export type Catalogue = ReturnType<typeof createCatalogue>;
