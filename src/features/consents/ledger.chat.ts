/** The curator's and helpers' taps about other people's consents. */
import type { CardLines, CardLinks, ProgrammeLinks } from "#core/contribution.ts";
import type { T } from "#core/screen.ts";
import { dateWords } from "#core/when.ts";
import type { Jobs } from "#features/jobs/index.ts";
import type { People } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { PAPERS } from "./kinds.model.ts";
import { checkedScreen, ledgerLink, overviewScreen, personLink, personScreen } from "./ledger.view.ts";
import { kindSchema } from "./model.ts";
import type { Checked } from "./outcomes.model.ts";
import type { Consents } from "./service.ts";
import { refusedScreen } from "./view.ts";

export type LedgerChatParts = { consents: Consents; jobs: Pick<Jobs, "enqueue"> };

export function ledgerChat({ consents, jobs }: LedgerChatParts): Required<Pick<Chat, "taps">> {
  async function refuse(turn: Turn): Promise<void> {
    turn.stopListening();
    await turn.show(refusedScreen(turn.t));
  }
  const wordsFor = (turn: Turn, { track }: { track: "pupils" | "teachers" }): T => turn.words({ track, address: "vy" });

  async function showPerson(
    turn: Turn,
    membershipId: string,
    said?: Exclude<Checked, { kind: "refused" }>,
  ): Promise<void> {
    const { personId } = turn.speaker;
    const person = personId ? await consents.personConsents(personId, membershipId) : null;
    if (!person) return await refuse(turn);
    turn.stopListening();
    const t = wordsFor(turn, person.programme);
    await turn.show(said ? checkedScreen(t, person, said, turn.now) : personScreen(t, person));
  }

  return {
    taps: {
      "consents.ledger": tap(["programme"], async (turn, id) => {
        const { personId } = turn.speaker;
        const overview = personId ? await consents.overview(personId, id) : null;
        if (!overview) return await refuse(turn);
        turn.stopListening();
        await turn.show(overviewScreen(wordsFor(turn, overview.programme), overview));
      }),
      "consents.person": tap(["membership"], (turn, id) => showPerson(turn, id)),
      "consents.check": tap(["membership", "person", "number"], async (turn, id, guardianId, known) => {
        const { personId } = turn.speaker;
        const said = personId ? await consents.checkGuardian(personId, id, guardianId, known === 1) : null;
        if (!said || said.kind === "refused") return await refuse(turn);
        await showPerson(turn, id, said);
      }),
      "consents.order": tap(["programme", "key"], async (turn, id, key) => {
        const { personId } = turn.speaker;
        const what = PAPERS.find((one) => one === key && one !== "form");
        if (!personId || !what) return await refuse(turn);
        const order = { what, programmeId: id, membershipId: null, kind: "data" } as const;
        if (!(await consents.orderPaper(personId, order, jobs))) return await refuse(turn);
        turn.toast(turn.t.plain("consents-order-toast"));
      }),
      "consents.form": tap(["membership", "key"], async (turn, id, key) => {
        const { personId } = turn.speaker;
        const kind = kindSchema.safeParse(key);
        const person = personId && kind.success ? await consents.personConsents(personId, id) : null;
        if (!personId || !kind.success || !person) return await refuse(turn);
        const order = { what: "form", programmeId: person.programme.id, membershipId: id, kind: kind.data } as const;
        if (!(await consents.orderPaper(personId, order, jobs))) return await refuse(turn);
        turn.toast(turn.t.plain("consents-order-toast"));
      }),
    },
  };
}

/** «Согласия» on a person's card, for those who may look. */
export const consentsCardLinks =
  (people: Pick<People, "may">): CardLinks =>
  async (db, { readerId, membershipId }) =>
    (await people.may(db, readerId, "consent.state", { kind: "membership", id: membershipId }))
      ? [personLink(membershipId)]
      : [];

/** A line on the card when the curator has something to do: guardians disagree, or one is to be checked. */
export const consentsCardLines =
  (consents: Pick<Consents, "attentionOf">): CardLines =>
  async (db, { membershipId }, t) => {
    const { toCheck, disagree, goesOnUntil } = await consents.attentionOf(db, membershipId);
    return [
      ...(toCheck ? [t("consents-card-check")] : []),
      ...(disagree ? [t("consents-card-disagree")] : []),
      ...(goesOnUntil ? [t("consents-card-goes-on", { on: dateWords(goesOnUntil, t.locale) })] : []),
    ];
  };

/** «Журнал согласий» on a programme's screen. */
export const consentsProgrammeLinks =
  (people: Pick<People, "may">): ProgrammeLinks =>
  async (db, { readerId, programmeId }) =>
    (await people.may(db, readerId, "consent.state", { kind: "programme", id: programmeId }))
      ? [ledgerLink(programmeId)]
      : [];
