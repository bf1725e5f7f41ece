/** What questionnaires store about people: told, joined with another's, forgotten; and what leaving means for a run. */
import type { Forgotten, Keeping, Leaver, Told } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";
import { forgetAnswers, listRunsOf } from "./kept.store.ts";
import { moveRuns } from "./merging.store.ts";
import { definitionSchema, type Words } from "./model.ts";
import { findRunOf, listRuns } from "./store.ts";
import { formatAnswer, heading, say, speechOf } from "./texts.rules.ts";
import { progress, questionsOf } from "./visible.rules.ts";

/** Nobody is addressed by what is read here: the year in which somebody turns eighteen does not matter. */
const ANY_YEAR = 2000;

async function tell(db: Db, personId: PersonId, words: Words, t: T): Promise<Told | null> {
  const kept = await listRunsOf(db, personId);
  if (kept.length === 0) return null;
  const runs = new Map(
    (
      await listRuns(
        db,
        kept.map(({ id }) => id),
        ANY_YEAR,
      )
    ).map((run) => [run.id, run]),
  );
  const lines: Told["lines"] = [];
  const data: unknown[] = [];
  for (const { id, definition: json, startedAt, sentAt, status, source } of kept) {
    const run = runs.get(id);
    if (!run) continue;
    const definition = definitionSchema.parse(JSON.parse(json));
    const speech = speechOf({ track: run.participant.track, address: "vy" }, words, t);
    const title = say(definition.title, speech.voice);
    const day = dateWords(dateIn(sentAt ?? startedAt, run.participant.timeZone), t.locale);
    lines.push({
      label: title,
      value: t.plain(sentAt ? "questionnaires-told-sent" : "questionnaires-told-begun", { on: day }),
    });
    const answers = questionsOf(definition).flatMap((question) => {
      const value = run.state.answers[question.key];
      const asked = heading(question.text, speech.voice);
      return value === undefined ? [] : [{ question: asked, answer: formatAnswer(question, value, speech) }];
    });
    lines.push(...answers.map(({ question, answer }) => ({ label: question, value: answer })));
    data.push({ questionnaire: title, status, source, startedAt, sentAt, answers });
  }
  return { title: t.plain("questionnaires-told"), lines, data };
}

/** That a questionnaire was sent stays as a number; no answer does. */
const erase = (tx: Db, { memberships }: Forgotten): Promise<void> => forgetAnswers(tx, memberships);

export const questionnairesKeeping = (words: Words): Keeping => ({
  name: "questionnaires",
  tell: (db, personId, t) => tell(db, personId, words, t),
  merge: moveRuns,
  erase,
});

/** An open questionnaire closes with the part in the programme, and opens where it stood when the person comes back. */
export const questionnairesLeaver: Leaver = {
  touches: async (db, { membershipId }, _kind, t) => {
    const id = await findRunOf(db, membershipId);
    const [run] = id ? await listRuns(db, [id], ANY_YEAR) : [];
    const [kept] = run ? await listRunsOf(db, run.participant.personId, [run.id]) : [];
    if (!run || !kept || run.state.status !== "open") return [];
    const { at, of } = progress(definitionSchema.parse(JSON.parse(kept.definition)), run.state);
    return [t("questionnaires-leaving", { at, of })];
  },
  // Nothing is to be done to it: who rests or has left is asked nothing, and one's answers wait for the return.
  leave: async () => {},
};
