/** Taps and typed words by which a signed consent is entered. All that was said so far stands in the buttons. */
import type { T } from "#core/screen.ts";
import { type DateOn, dateIn, dateWords, dayAfter } from "#core/when.ts";
import type { Consents, Signatories } from "#features/consents/index.ts";
import { refusedScreen } from "#features/people/index.ts";
import { readDay } from "#features/questionnaires/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { dateOf, dateScreen, decisionScreen, enteredScreen, guardianName, whoScreen } from "./consent.view.ts";
import type { BehalfEntering } from "./entering.service.ts";

export type ConsentChatParts = {
  consents: Pick<Consents, "signatories" | "enter">;
  entering: Pick<BehalfEntering, "nameGuardian">;
  words: Words;
};

const DATE_TALK = "behalf.date";
const NAME_TALK = "behalf.guardian";

const person = (turn: Turn): string => turn.speaker.personId ?? "";
const wordsFor = (turn: Turn, { programme }: Signatories): T => turn.words({ track: programme.track, address: "vy" });

export function createConsentChat({ consents, entering, words }: ConsentChatParts): Chat {
  async function refuse(turn: Turn): Promise<void> {
    turn.stopListening();
    await turn.show(refusedScreen(turn.t));
  }

  /** Runs for whoever may enter a consent of this participant. */
  async function forSubject(
    turn: Turn,
    membership: string,
    run: (found: Signatories, t: T) => Promise<void>,
  ): Promise<void> {
    const found = await consents.signatories(person(turn), membership);
    if (!found) return await refuse(turn);
    turn.stopListening();
    await run(found, wordsFor(turn, found));
  }

  async function askDate(turn: Turn, found: Signatories, who: string, wrong: "" | "date" | "future" = "") {
    const today = dateIn(turn.now, found.subject.timeZone);
    const membership = found.subject.membershipId;
    const asked = { membershipId: membership, who, today, yesterday: dayAfter(today, -1) };
    await turn.show(dateScreen(wordsFor(turn, found), asked, wrong));
    await turn.listen(DATE_TALK, { membership, who });
  }

  async function askDecision(turn: Turn, found: Signatories, who: string, on: DateOn): Promise<void> {
    if (on > dateIn(turn.now, found.subject.timeZone)) return await askDate(turn, found, who, "future");
    const t = wordsFor(turn, found);
    const { subject, name } = found;
    const guardian = found.guardians.find(({ personId }) => personId === who);
    const signatory =
      who === subject.personId
        ? t.plain("behalf-consent-by-self")
        : (guardian?.name ?? "") === ""
          ? t.plain("behalf-consent-by-guardian")
          : t.plain("behalf-consent-by-named", { name: guardian?.name ?? "" });
    await turn.show(decisionScreen(t, { membershipId: subject.membershipId, who, on, name, signatory }));
  }

  async function enter(turn: Turn, found: Signatories, who: string, on: DateOn, agreed: boolean): Promise<void> {
    const { membershipId, timeZone } = found.subject;
    const signed = {
      membershipId,
      kind: "data",
      signedById: who,
      on,
      decision: agreed ? "agreed" : "declined",
    } as const;
    const outcome = await consents.enter(person(turn), signed);
    if (outcome.kind === "refused") return await refuse(turn);
    const t = wordsFor(turn, found);
    const since = outcome.kind === "older" ? dateWords(dateIn(outcome.since, timeZone), t.locale) : "";
    if (outcome.kind === "entered" && outcome.isNew && found.programme.naming !== "code") {
      await turn.show(guardianName(t, membershipId));
      return await turn.listen(NAME_TALK, { membership: membershipId, guardian: outcome.signedById });
    }
    await turn.show(enteredScreen(t, membershipId, outcome, since));
  }

  const dateTalk: Talk = (turn, args, heard) =>
    forSubject(turn, String(args.membership), async (found) => {
      const today = dateIn(turn.now, found.subject.timeZone);
      const typed = heard.kind === "text" ? heard.text : "";
      const read = readDay(typed, { words, today });
      const who = String(args.who);
      if (read.kind === "day") return await askDecision(turn, found, who, read.on);
      await askDate(turn, found, who, read.kind === "late" ? "future" : "date");
    });

  const nameTalk: Talk = async (turn, args, heard) => {
    const membership = String(args.membership);
    const typed = heard.kind === "text" ? heard.text : "";
    const named = await entering.nameGuardian(person(turn), membership, String(args.guardian), typed);
    if (named === "refused") return await refuse(turn);
    if (named === "odd") return void (await turn.show(guardianName(turn.t, membership, true)));
    turn.stopListening();
    const outcome = { kind: "entered", reader: "guardian", isNew: true, signedById: "" } as const;
    await turn.show(enteredScreen(turn.t, membership, outcome, ""));
  };

  return {
    talks: { [DATE_TALK]: dateTalk, [NAME_TALK]: nameTalk },
    taps: {
      "behalf.consent": tap(["membership"], (turn, membership) =>
        forSubject(turn, membership, async (found, t) => void (await turn.show(whoScreen(t, found)))),
      ),
      "behalf.signed": tap(["membership", "key"], (turn, membership, who) =>
        forSubject(turn, membership, (found) => askDate(turn, found, who)),
      ),
      "behalf.dated": tap(["membership", "key", "key"], (turn, membership, who, key) =>
        forSubject(turn, membership, (found) => {
          const on = dateOf(key);
          return on ? askDecision(turn, found, who, on) : askDate(turn, found, who, "date");
        }),
      ),
      "behalf.enter": tap(["membership", "key", "key", "number"], (turn, membership, who, key, agreed) =>
        forSubject(turn, membership, (found) => {
          const on = dateOf(key);
          return on ? enter(turn, found, who, on, agreed === 1) : askDate(turn, found, who, "date");
        }),
      ),
    },
  };
}
