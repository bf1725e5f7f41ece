/** The nouns of home: where a person is, and what the features above hand to it. */
import type { Standing } from "#core/contribution.ts";
import type { PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { Button, Locale, T } from "#core/screen.ts";
import type { Person } from "#features/people/model.ts";
import type { Programme, School } from "#features/programmes/model.ts";
import type { Db } from "#platform/db/index.ts";

/** A role with the place where it is played and the words spoken there. */
export type RolePlace = {
  standing: Standing;
  programme: Programme | null;
  school: School | null;
  t: T;
  /** What tells this role from others like it: a guardian's children as the programme shows them, the post of staff. */
  of?: string;
};

/** Somebody who writes from this phone, under the name that their programmes allow to show. */
export type OnPhone = { personId: PersonId; name: string; current: boolean };

export type Whereabouts =
  /** Nobody has come in from this phone. */
  | { kind: "stranger"; t: T }
  /** Was here once; plays no role now. */
  | { kind: "guest"; person: Person; shared: boolean; t: T }
  | { kind: "here"; person: Person; shared: boolean; t: T; places: RolePlace[] };

/** What home needs to know of programmes. */
export type ProgrammeFacts = {
  find(db: Db, id: ProgrammeId): Promise<Programme | null>;
  findSchool(db: Db, id: SchoolId): Promise<School | null>;
};

/** Buttons below `/privacy`, such as «Отозвать согласие», from the features that can do it. */
export type PrivacyButtons = (db: Db, personId: PersonId, t: T) => Promise<Button[][]>;

/** One command menu for Telegram: for all private chats, in one language or (null) for all others. */
export type Menu = { language: Locale | null; commands: { command: string; description: string }[] };

/** What Telegram shows about the bot before it is started. */
export type Presentation = { language: Locale | null; name: string; description: string; short: string };
