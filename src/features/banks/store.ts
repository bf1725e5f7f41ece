import type { Db } from "#platform/db/index.ts";

/** The forms of mentoring of each membership's requests or offers. */
export async function listForms(db: Db, membershipIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db.request.findMany({
    where: { membershipId: { in: membershipIds }, status: "open" },
    orderBy: { createdAt: "asc" },
    select: { membershipId: true, form: true },
  });
  const forms = new Map<string, string[]>();
  for (const { membershipId, form } of rows) forms.set(membershipId, [...(forms.get(membershipId) ?? []), form]);
  return forms;
}
