/** A school where the programme stands already: the scenes begin where the curator invites. */
import { newId } from "#core/ids.ts";
import type { Definition } from "#features/questionnaires/model.ts";
import type { DatabaseKind } from "#platform/db/index.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { agrees, meets } from "./story.ts";

export type Place = SchoolWorld & {
  /** Somebody new who takes the time that people take. */
  meets(name: string): Actor;
  /** The curator, who has said the name. */
  curator(): Promise<Actor>;
  /** Comes by a personal link and says the year of birth. */
  comes(name: string, role: "mentee" | "mentor", birthYear: number): Promise<Actor>;
  /** Comes, agrees (under 14 the mother does) and has said the name: the questionnaire is next. */
  ready(name: string, role: "mentee" | "mentor", birthYear: number): Promise<Actor>;
};

export const CHILD = 2013;
export const ADULT = 1990;

export async function place(engine: DatabaseKind, options?: Parameters<typeof schoolWorld>[1]): Promise<Place> {
  const w = await schoolWorld(engine, options);
  const here: Place = Object.assign(w, {
    meets: meets(w),
    curator: async () => {
      const vera = here.meets("Вера");
      await vera.opens(await w.link("curator"));
      await vera.says("Лугова Вера Павловна");
      return vera;
    },
    comes: async (name: string, role: "mentee" | "mentor", birthYear: number) => {
      const actor = here.meets(name.split(" ").at(-1) ?? name);
      await actor.opens(await w.link(role));
      await actor.says(String(birthYear));
      await actor.taps(/Да, верно|Yes/);
      return actor;
    },
    ready: async (name: string, role: "mentee" | "mentor", birthYear: number) => {
      const actor = await here.comes(name, role, birthYear);
      if (birthYear === CHILD) {
        const mother = here.meets("Мама");
        await mother.opens(await w.link("guardian", { childId: await w.personOf(actor.id) }));
        await agrees(mother);
        await mother.says("Рябинина Анна Сергеевна");
        await w.later(60_000);
        await actor.taps("Продолжить");
      } else await agrees(actor);
      await actor.says(name);
      return actor;
    },
  });
  return here;
}

/** Gives somebody a questionnaire of our own, as one begun before a deploy that took it away. */
export async function givesQuestionnaire(w: Place, actor: Actor, definition: Definition): Promise<void> {
  const { db } = w.database;
  const [membership] = await w.people.standingsOf(db, await w.personOf(actor.id));
  const [id, versionId, now] = [newId(), newId(), w.clock.now()];
  const { id: questionnaireId, version } = definition;
  const json = JSON.stringify(definition);
  await db.questionnaireVersion.create({
    data: { id: versionId, questionnaireId, version, hash: id, definition: json, createdAt: now },
  });
  const state = { status: "open", cursor: "intro", rev: 1, size: "usual", source: "self" };
  await db.run.create({
    data: { id, membershipId: membership?.membershipId ?? "", versionId, ...state, startedAt: now, updatedAt: now },
  });
}
