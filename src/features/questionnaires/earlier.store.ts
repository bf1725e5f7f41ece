import type { Db } from "#platform/db/index.ts";
import { answerSchema, type Definition } from "./model.ts";
import { type EarlierAnswer, earlierFrom } from "./reuse.rules.ts";

/** What this person answered in other sent questionnaires, by topic; `definitionOf` gives a version's questions. */
export async function earlierAnswers(
  db: Db,
  personId: string,
  exceptRun: string,
  definitionOf: (versionId: string) => Promise<Definition>,
): Promise<EarlierAnswer[]> {
  const runs = await db.run.findMany({
    where: { membership: { personId }, status: { not: "open" }, id: { not: exceptRun } },
    select: { versionId: true, answers: true },
  });
  const earlier: EarlierAnswer[] = [];
  for (const { versionId, answers } of runs) {
    const given = answers.map(({ key, value, answeredAt }) => ({
      key,
      value: answerSchema.parse(JSON.parse(value)),
      answeredAt,
    }));
    earlier.push(...earlierFrom(await definitionOf(versionId), given));
  }
  return earlier;
}
