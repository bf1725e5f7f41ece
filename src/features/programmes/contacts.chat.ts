/** The school's phone and site, for the message to parents: typed, or taken away. */
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { type Contact, contactSchema, type Programme } from "./model.ts";
import type { Programmes } from "./service.ts";
import { refusedScreen, settingsScreen } from "./view.ts";

const CONTACT_TALK = "programmes.contact";

function contactScreen(t: T, { id, school }: Programme, contact: Contact, isOdd: boolean): Screen {
  const none: Button[] = [
    { label: t.plain(`programmes-contact-${contact}-none`), press: press("programmes.contact-none", id, contact) },
  ];
  const odd = isOdd ? `⚠️ ${t(`programmes-contact-${contact}-odd`)}\n\n` : "";
  return {
    text: odd + t(`programmes-contact-${contact}`, { now: school[contact] || "—" }),
    rows: [
      ...(school[contact] === "" ? [] : [none]),
      [{ label: t.plain("programmes-settings-back"), press: press("programmes.settings", id) }],
    ],
  };
}

export function createContactsChat(programmes: Programmes): Required<Pick<Chat, "taps" | "talks">> {
  const wordsFor = (turn: Turn, { track }: Programme): T => turn.words({ track, address: "vy" });

  async function refuse(turn: Turn): Promise<void> {
    turn.stopListening();
    await turn.show(refusedScreen(turn.t));
  }

  async function ask(turn: Turn, programme: Programme, contact: Contact, isOdd = false): Promise<void> {
    await turn.show(contactScreen(wordsFor(turn, programme), programme, contact, isOdd));
    await turn.listen(CONTACT_TALK, { programme: programme.id, contact });
  }

  async function set(turn: Turn, id: string, key: string, typed: string | null): Promise<void> {
    const contact = contactSchema.safeParse(key);
    if (!turn.speaker.personId || !contact.success) return await refuse(turn);
    const outcome = await programmes.setContact(turn.speaker.personId, id, contact.data, typed);
    if (outcome.kind === "refused") return await refuse(turn);
    if (outcome.kind === "odd") return await ask(turn, outcome.programme, contact.data, true);
    turn.stopListening();
    turn.toast(turn.t.plain("programmes-settings-saved"));
    await turn.show(settingsScreen(wordsFor(turn, outcome.programme), outcome.programme));
  }

  return {
    taps: {
      "programmes.contact": tap(["programme", "key"], async (turn, id, key) => {
        const programme = turn.speaker.personId ? await programmes.open(turn.speaker.personId, id) : null;
        const contact = contactSchema.safeParse(key);
        if (!programme || !contact.success) return await refuse(turn);
        await ask(turn, programme, contact.data);
      }),
      "programmes.contact-none": tap(["programme", "key"], (turn, id, key) => set(turn, id, key, null)),
    },
    talks: {
      [CONTACT_TALK]: (turn, { programme, contact }, heard) =>
        set(turn, String(programme), String(contact), heard.kind === "text" ? heard.text : ""),
    },
  };
}
