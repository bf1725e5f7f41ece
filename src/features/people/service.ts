/** All that people offer, put together. */
import type { Clock } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Acquaintance } from "#platform/telegram/bot.ts";
import { createAccounts } from "./accounts.service.ts";
import type {
  AccountsDoor,
  HistoryDoor,
  InvitationsDoor,
  ListedDoor,
  MembershipsDoor,
  PersonsDoor,
  RightsDoor,
} from "./door.model.ts";
import { forgetRefusals, historyOf, record as saveDeed } from "./history.store.ts";
import { createInvitations } from "./invitations.service.ts";
import { createJoining } from "./joining.service.ts";
import { createListed } from "./listed.service.ts";
import { createMemberships } from "./memberships.service.ts";
import type { Joined, RecordDeed } from "./model.ts";
import { createPersons } from "./persons.service.ts";
import { createRights } from "./rights.service.ts";
import { createSuccession } from "./succession.service.ts";

export type PeopleOutside = {
  database: Database;
  clock: Clock;
  /** From which the links' tokens are computed: a key derived for this use alone. */
  secret: string | Uint8Array;
  log: Log;
  /** Spoken with whom neither chose a language nor has one of ours in Telegram, nor a school; ru when absent. */
  defaultLocale?: Locale;
  /** Told, in the same transaction, that somebody who could not be reached writes again. */
  returned?: (tx: Db, personId: PersonId) => Promise<void>;
  /** Told, in the same transaction, that somebody came in by a link. */
  joined?: (tx: Db, joined: Joined) => Promise<void>;
  /** Told, in the same transaction, that this person did something that the history keeps. */
  acted?: (tx: Db, personId: PersonId, at: Date) => Promise<void>;
  /** Told, in the same transaction, that a link was refused unread because too many were wrong. */
  throttled?: (tx: Db, now: Date) => Promise<void>;
};

export type People = Acquaintance &
  PersonsDoor &
  AccountsDoor &
  MembershipsDoor &
  RightsDoor &
  InvitationsDoor &
  ListedDoor &
  HistoryDoor;

export function createPeople({
  database,
  clock,
  secret,
  log,
  defaultLocale = "ru",
  returned = async () => {},
  joined = async () => {},
  acted = async () => {},
  throttled = async () => {},
}: PeopleOutside): People {
  const record: RecordDeed = async (tx, deed) => {
    await saveDeed(tx, deed);
    if (deed.actorId) await acted(tx, deed.actorId, deed.at);
  };
  const rights = createRights({ clock });
  const memberships = createMemberships({ database, record });
  const succession = createSuccession({ memberships, record, joined });
  return {
    ...createAccounts({ database, clock, defaultLocale, returned }),
    ...createPersons({ database, clock, rights, record }),
    ...memberships,
    ...rights,
    ...createInvitations({ database, clock, secret, rights, record }),
    ...createListed({ secret, record }),
    ...createJoining({ database, log, memberships, succession, record, throttled }),
    record,
    historyOf,
    forgetRefusals,
  };
}
