/** What people of the matrix have become by pressing. */
import { z } from "zod";
import type { World } from "#test/support/world.ts";
import { MEMBERS, type Member, membershipId } from "./cast.ts";

const permissionSchema = z.enum(["consents", "enter", "support"]);

/** The members with what curators have let them do meanwhile, and whom support was offered. */
export async function membersAfter({ database: { db } }: World): Promise<Member[]> {
  const permissions = await db.permission.findMany();
  const offered = await db.support.findMany();
  return MEMBERS.map((one) => {
    const of = <Row extends { membershipId: string }>(rows: Row[]): Row[] =>
      rows.filter((row) => row.membershipId === membershipId(one.key));
    const permits = of(permissions).map(({ kind, value }) => ({
      kind: permissionSchema.parse(kind),
      ...(value ? { className: value } : {}),
    }));
    return { ...one, permits, ...(of(offered).length > 0 ? { offered: true } : {}) };
  });
}
