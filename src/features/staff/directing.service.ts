/**
 * To whom what the bot says unasked really goes, decided in one place when it is said: not to those to whom it does not write by
 * itself, to the deputy of who is away, and with a line that says in which role where that could be in doubt.
 */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, NoticeId, PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import type { Direction, DueNotice } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { StandIn } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";
import { KINDS } from "./model.ts";
import type { AboutPlace, RoleLine } from "./standing.model.ts";
import { roleFor } from "./standing.rules.ts";
import { placesOf, rolesOf, sharingPhone, shownIn, wardsOf } from "./standing.store.ts";
import { nameOf } from "./team.store.ts";

export type DirectingParts = { clock: Clock; people: Pick<People, "standIns"> };

type Spoken = Pick<DueNotice, "id" | "subjectId" | "personId">;
type Meant = { place: AboutPlace | undefined; roles: RoleLine[]; role: RoleLine | null; wards: PersonId[] };

/** About the absence itself, or the end of a role. */
const PERSONAL: string[] = [KINDS.answered, KINDS.over, KINDS.handed];

const unique = <Item>(items: Item[]): Item[] => [...new Set(items)];

/** For each of these, in which of the reader's roles it speaks. `also`: roles that have just ended and count all the same. */
export async function rolesMeant(
  db: Db,
  rows: readonly Spoken[],
  also: MembershipId[] = [],
): Promise<Map<NoticeId, Meant>> {
  const readers = unique(rows.map(({ personId }) => personId));
  const places = await placesOf(db, unique(rows.map(({ subjectId }) => subjectId)));
  const [roles, wards] = [await rolesOf(db, readers, also), await wardsOf(db, readers)];
  return new Map(
    rows.map(({ id, subjectId, personId }) => {
      const own = roles.filter((line) => line.personId === personId);
      const place = places.get(subjectId);
      const children = wards.get(personId) ?? [];
      return [id, { place, roles: own, role: roleFor(own, place, children), wards: children }];
    }),
  );
}

/** «Вам как родителю · Лиза П., 7А»: the words are found now, said in the reader's language later. */
async function roleLead(db: Db, { role, place, wards }: Meant): Promise<((t: T) => string) | null> {
  if (!role) return null;
  const child = place?.personId && wards.includes(place.personId) ? place.personId : undefined;
  const of = role.role === "guardian" && child ? await shownIn(db, child, role.programmeId) : "";
  const where = of || role.programmeTitle || role.schoolName;
  return (t) => (where === "" ? t(`staff-as-${role.role}-alone`) : t(`staff-as-${role.role}`, { where }));
}

const above = (...leads: (((t: T) => string) | null)[]): ((t: T) => string) | null => {
  const said = leads.filter((lead) => lead !== null);
  return said.length === 0 ? null : (t) => said.map((lead) => lead(t)).join("\n");
};

export function createDirecting({ clock, people }: DirectingParts) {
  /** Of a curator who is away the deputy, of everybody else nobody; what answers the curator's own doing stays the curator's. */
  const deputyFor = ({ kind, lane }: DueNotice, { role, place }: Meant, absent: StandIn[]): StandIn | undefined =>
    role?.role === "curator" && !PERSONAL.includes(kind) && (place || lane !== "reply")
      ? absent.find(
          (one) =>
            one.absentId === role.personId &&
            (place?.programmeId ? one.programmeId === place.programmeId : one.schoolId === role.schoolId),
        )
      : undefined;

  const isQuiet = ({ role, roles }: Meant): boolean =>
    role ? role.quiet : roles.length > 0 && roles.every(({ quiet }) => quiet);

  async function leadOf(db: Db, { personId }: Spoken, meant: Meant, shared: boolean, deputy: StandIn | undefined) {
    const name = deputy ? await nameOf(db, personId) : "";
    const inPlace = deputy ? (t: T) => t("staff-in-place", { name }) : null;
    const own = shared ? await shownIn(db, personId, meant.role?.programmeId ?? null) : "";
    const whose = own === "" ? null : (t: T) => t("staff-for", { name: own });
    const many = meant.roles.length > 1 || (shared && !deputy);
    return above(inPlace, deputy ? null : whose, many && !deputy ? await roleLead(db, meant) : null);
  }

  return async (db: Db, rows: readonly DueNotice[]): Promise<Map<NoticeId, Direction>> => {
    const meant = await rolesMeant(db, rows);
    const readers = unique(rows.map(({ personId }) => personId));
    const absent = await people.standIns(db, { absentIds: readers }, clock.now());
    const shared = await sharingPhone(db, readers);
    const directions = new Map<NoticeId, Direction>();
    for (const row of rows) {
      const of = meant.get(row.id);
      if (!of) continue;
      if (row.lane !== "reply" && isQuiet(of)) {
        directions.set(row.id, { kind: "nobody", reason: "quiet" });
        continue;
      }
      const deputy = deputyFor(row, of, absent);
      const lead = await leadOf(db, row, of, shared.has(row.personId), deputy);
      const personIds = deputy ? [deputy.deputyId, row.personId] : [row.personId];
      directions.set(row.id, { kind: "to", personIds, lead });
    }
    return directions;
  };
}
