/** Taps about consents: read, decide, take back, bring the guardian in. Nothing here waits for typed words. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { unreachable } from "#core/unreachable.ts";
import { voiceIn } from "#features/people/index.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { documentScreens } from "./documents.view.ts";
import { forwardHow, forwardScreen, linkNotNeeded } from "./guardian.view.ts";
import { type ConsentKind, type Decision, kindSchema } from "./model.ts";
import type { Decided, Read, View } from "./outcomes.model.ts";
import type { Consents } from "./service.ts";
import { aboutScreen, mineScreen, refusedScreen, withdrawAsk } from "./view.ts";

export type ConsentsChatParts = {
  consents: Consents;
  /** The deep link of a token: `https://t.me/<bot>?start=<token>`. */
  linkOf(token: string): string;
  /** Shows where the person is and the next step; `lead` stands above it. */
  goOn(turn: Turn, lead?: string): Promise<void>;
  /** What the end of a needed consent touches, and when the data are erased (HTML, a line each); null: nothing of the kind. */
  ending?(t: T, readerId: PersonId, id: MembershipId): Promise<{ before: string[]; after: string } | null>;
};

/** The words of the programme; guardians are adults, so only the participant may be addressed informally. */
function wordsFor(turn: Turn, { programme, subject, reader }: Pick<View, "programme" | "subject" | "reader">): T {
  const role = reader === "guardian" ? "guardian" : subject.role;
  return turn.words(voiceIn(programme, { role, birthYear: subject.birthYear }, turn.now.getUTCFullYear()));
}

async function refuse(turn: Turn): Promise<void> {
  turn.stopListening();
  await turn.show(refusedScreen(turn.t));
}

/** What was recorded, and what becomes of it; who came by the child's link hears that the curator looks first. */
function leadOf(t: T, { reader, position, kind, unchecked, programme }: View): string {
  if (kind !== "data") return t(`consents-decided-free-${position}`);
  if (reader === "self") return t(`consents-decided-${position}`);
  const phone = programme.school.phone;
  if (!unchecked) return t(`consents-decided-guardian-${position}`);
  return [
    t(`consents-decided-guardian-check-${position}`),
    ...(phone === "" ? [] : [t("consents-guardian-call", { phone })]),
  ].join("\n\n");
}

export function consentsChat({ consents, linkOf, goOn, ending }: ConsentsChatParts): Required<Pick<Chat, "taps">> {
  async function showDocument(turn: Turn, read: Read, lead = ""): Promise<void> {
    if (read.kind === "refused") return await refuse(turn);
    turn.stopListening();
    const t = wordsFor(turn, read.view);
    if (read.kind === "notAsked") return await goOn(turn, t("consents-not-asked"));
    const [first, ...more] = documentScreens(t, read.view, read.shown, lead);
    if (first) await turn.show(first);
    for (const screen of more) await turn.say(screen);
  }

  const read = async (turn: Turn, personId: PersonId, id: MembershipId, kind: ConsentKind, lead = "") =>
    await showDocument(turn, await consents.read(personId, id, kind, turn.t.locale), lead);

  async function showAbout(turn: Turn, personId: PersonId, id: MembershipId, note = ""): Promise<void> {
    const views = await consents.about(personId, id);
    const [first] = views;
    if (!first) return await refuse(turn);
    turn.stopListening();
    await turn.show(aboutScreen(wordsFor(turn, first), views, note));
  }

  const endingOf = async (turn: Turn, { kind, subject }: View, t: T) =>
    kind === "data" ? ((await ending?.(t, turn.speaker.personId ?? "", subject.membershipId)) ?? null) : null;

  async function decided(turn: Turn, personId: PersonId, outcome: Decided): Promise<void> {
    if (outcome.kind === "refused") return await refuse(turn);
    const { view } = outcome;
    const { membershipId } = view.subject;
    const t = wordsFor(turn, view);
    switch (outcome.kind) {
      case "stale":
        return await read(turn, personId, membershipId, view.kind, t("consents-stale"));
      case "notAsked":
        return await goOn(turn, t("consents-not-asked"));
      case "already":
        turn.toast(t.plain("consents-already"));
        return view.kind === "data" ? await goOn(turn) : await showAbout(turn, personId, membershipId);
      case "decided": {
        const lead = leadOf(t, view);
        return view.kind === "data" ? await goOn(turn, lead) : await showAbout(turn, personId, membershipId, lead);
      }
      default:
        return unreachable(outcome);
    }
  }

  const deciding = (decision: Decision) =>
    tap(["membership", "key", "number", "key"], async (turn, id, key, rev, tag) => {
      const { personId } = turn.speaker;
      const kind = kindSchema.safeParse(key);
      if (!personId || !kind.success) return await refuse(turn);
      const given = { kind: kind.data, decision, rev, tag, locale: turn.t.locale };
      await decided(turn, personId, await consents.decide(personId, id, given));
    });

  /** A message to be forwarded, and below it what to do with it. */
  async function showLink(turn: Turn, id: MembershipId, forCurator: boolean): Promise<void> {
    const { personId } = turn.speaker;
    const made = personId ? await consents.guardianLink(personId, id) : null;
    if (!made || made.kind === "refused") return await refuse(turn);
    if (made.kind === "adult") {
      await turn.show(linkNotNeeded(turn.t));
      return;
    }
    const { subject, programme } = made;
    const t = forCurator
      ? turn.words({ track: programme.track, address: "vy" })
      : wordsFor(turn, { subject, programme, reader: "self" });
    const link = { ...made, url: linkOf(made.token) };
    await turn.say(forwardScreen(turn.words({ track: programme.track, address: "vy" }), link));
    await turn.say(forwardHow(t, link, forCurator));
  }

  return {
    taps: {
      "consents.read": tap(["membership", "key"], async (turn, id, key) => {
        const kind = kindSchema.safeParse(key);
        if (!turn.speaker.personId || !kind.success) return await refuse(turn);
        await read(turn, turn.speaker.personId, id, kind.data);
      }),
      "consents.agree": deciding("agreed"),
      "consents.decline": deciding("declined"),
      "consents.about": tap(["membership"], async (turn, id) => {
        if (turn.speaker.personId) await showAbout(turn, turn.speaker.personId, id);
        else await refuse(turn);
      }),
      "consents.mine": tap([], async (turn) => {
        if (!turn.speaker.personId) return await refuse(turn);
        const { own, wards } = await consents.mine(turn.speaker.personId);
        turn.stopListening();
        await turn.show(mineScreen(turn.t, own, wards));
      }),
      "consents.withdraw-ask": tap(["membership", "key"], async (turn, id, key) => {
        const views = turn.speaker.personId ? await consents.about(turn.speaker.personId, id) : [];
        const view = views.find((one) => one.kind === key);
        if (!view) return await refuse(turn);
        if (view.position !== "agreed") await turn.show(aboutScreen(wordsFor(turn, view), views));
        else {
          const t = wordsFor(turn, view);
          await turn.show(withdrawAsk(t, view, (await endingOf(turn, view, t))?.before));
        }
      }),
      "consents.withdraw": tap(["membership", "key", "number"], async (turn, id, key, rev) => {
        const { personId } = turn.speaker;
        const kind = kindSchema.safeParse(key);
        if (!personId || !kind.success) return await refuse(turn);
        const outcome = await consents.withdraw(personId, id, kind.data, rev);
        if (outcome.kind === "refused") return await refuse(turn);
        const t = wordsFor(turn, outcome.view);
        if (outcome.kind === "stale") turn.toast(t.plain("common-stale"));
        const end = outcome.kind === "stale" ? null : await endingOf(turn, outcome.view, t);
        const done = [t("consents-withdrawn"), ...(end ? [end.after] : [])].join("\n");
        await showAbout(turn, personId, id, outcome.kind === "stale" ? "" : done);
      }),
      "consents.link": tap(["membership"], (turn, id) => showLink(turn, id, false)),
      "consents.guardian-link": tap(["membership"], (turn, id) => showLink(turn, id, true)),
    },
  };
}
