/** What people keep about a person: to be told, joined with another row of the same person, forgotten. */
import type { Forgotten, Keeping, Told } from "#core/contribution.ts";
import type { PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";
import * as forgetting from "./forgetting.store.ts";
import { moveEverything } from "./merging.store.ts";
import { shownName } from "./names.rules.ts";

async function tell(db: Db, personId: PersonId, t: T): Promise<Told | null> {
  const kept = await forgetting.readKept(db, personId);
  if (!kept) return null;
  const { person, memberships, chats, deeds } = kept;
  const name = shownName(person, { code: "" }, "full");
  const line = (key: string, value: string) => ({ label: t.plain(`people-told-${key}`), value });
  const day = (at: Date, zone = "UTC") => dateWords(dateIn(at, zone), t.locale);
  const roles = memberships.map(({ role, place, code, className, post, status, createdAt, endedAt, zone }) =>
    line(
      "role",
      [
        t.plain(`people-told-role-${role}`),
        place,
        className,
        post,
        t.plain("people-told-code", { code }),
        t.plain("people-told-since", { on: day(createdAt, zone) }),
        ...(status === "stopped" && endedAt ? [t.plain("people-told-ended", { on: day(endedAt, zone) })] : []),
        ...(status === "paused" ? [t.plain("people-told-paused")] : []),
      ]
        .filter((part) => part !== "")
        .join(", "),
    ),
  );
  return {
    title: t.plain("people-told"),
    lines: [
      ...(name === "" ? [] : [line("name", name)]),
      ...(person.birthYear === null ? [] : [line("year", String(person.birthYear))]),
      ...roles,
      ...chats.map(({ joinedAt }) => line("chat", t.plain("people-told-chat-since", { on: day(joinedAt) }))),
      ...(deeds > 0 ? [line("history", t.plain("people-told-history-count", { count: deeds }))] : []),
    ],
    data: {
      name: { family: person.familyName, given: person.givenName, patronymic: person.patronymic },
      birthYear: person.birthYear,
      language: person.locale,
      roles: memberships.map(({ zone: _zone, ...membership }) => membership),
      chats,
      linesOfHistory: deeds,
    },
  };
}

/** Roles as a participant stay as nobody's, for the school's numbers; the person goes when nothing else is left of it. */
async function erase(tx: Db, forgotten: Forgotten): Promise<void> {
  await forgetting.blankHistory(tx, forgotten);
  await forgetting.forgetInvitations(tx, forgotten);
  await forgetting.forgetMemberships(tx, forgotten);
  if (forgotten.programmeId === null) await forgetting.forgetPerson(tx, forgotten.personId);
}

export const peopleKeeping: Keeping = { name: "people", tell, merge: moveEverything, erase };
