/** Changing a programme's settings: on the state that the curator saw, with a line of history. */
import type { Clock } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { readContact } from "./contacts.rules.ts";
import { decideSetting, historyValue, isSettingOf } from "./made.rules.ts";
import type { Contact, Input, Programme, Refused, Setting, Wrong } from "./model.ts";
import { findProgramme, saveContact, saveSettings } from "./store.ts";

export type SettingOutcome =
  /** `stay`: the same question may go on, as with forms. */
  | { kind: "saved"; programme: Programme; stay: boolean }
  | { kind: "wrong"; wrong: Wrong; programme: Programme }
  | { kind: "stale"; programme: Programme }
  /** Codes erase names: that is asked on a screen of its own. */
  | { kind: "codes"; programme: Programme }
  | Refused;

export type ContactOutcome = { kind: "saved" | "odd"; programme: Programme } | Refused;

export type NewSetting = { rev: number; setting: Setting; input: Input };

type Parts = { database: Database; clock: Clock; people: Pick<People, "authorise" | "record"> };

export function createSettings({ database, clock, people }: Parts) {
  async function change(
    tx: Db,
    personId: PersonId,
    programme: Programme,
    { rev, setting, input }: NewSetting,
  ): Promise<SettingOutcome> {
    if (rev !== programme.rev) return { kind: "stale", programme };
    const at = clock.now();
    const changed = decideSetting(programme, setting, input, dateIn(at, programme.school.timeZone));
    if (changed.kind === "wrong") return { ...changed, programme };
    if (changed.part.naming === "code" && programme.naming !== "code") return { kind: "codes", programme };
    if (!(await saveSettings(tx, programme, changed.part))) return { kind: "stale", programme };
    const saved = await findProgramme(tx, programme.id);
    if (!saved) throw new Error("a programme vanished within its transaction");
    await people.record(tx, {
      actorId: personId,
      subjectKind: "programme",
      subjectId: programme.id,
      act: `set-${setting}`,
      before: historyValue(setting, programme),
      after: historyValue(setting, saved),
      at,
    });
    return { kind: "saved", programme: saved, stay: changed.stay };
  }

  async function setContact(
    tx: Db,
    personId: PersonId,
    programme: Programme,
    contact: Contact,
    typed: string | null,
  ): Promise<ContactOutcome> {
    const value = typed === null ? "" : readContact(contact, typed);
    if (value === null) return { kind: "odd", programme };
    if (await saveContact(tx, programme.schoolId, contact, value)) {
      const about = { subjectKind: "school", subjectId: programme.schoolId, act: `set-${contact}` };
      await people.record(tx, { actorId: personId, ...about, at: clock.now() });
    }
    return { kind: "saved", programme: { ...programme, school: { ...programme.school, [contact]: value } } };
  }

  return {
    /** Keeps the school's phone or site as typed; null takes it away. Saying it twice changes nothing. */
    setContact: (
      personId: PersonId,
      id: ProgrammeId,
      contact: Contact,
      typed: string | null,
    ): Promise<ContactOutcome> =>
      database.tx(async (tx) => {
        const programme = await findProgramme(tx, id);
        const may = programme && (await people.authorise(tx, personId, "programme.edit", { kind: "programme", id }));
        return may ? await setContact(tx, personId, programme, contact, typed) : { kind: "refused" };
      }),

    /** Changes one setting of the programme as it stood at `rev`; the change is in the history. */
    set: (personId: PersonId, id: ProgrammeId, asked: NewSetting): Promise<SettingOutcome> =>
      database.tx(async (tx) => {
        const programme = await findProgramme(tx, id);
        if (!programme || !isSettingOf(asked.setting, programme)) return { kind: "refused" };
        const may = await people.authorise(tx, personId, "programme.edit", { kind: "programme", id });
        return may ? await change(tx, personId, programme, asked) : { kind: "refused" };
      }),
  };
}
