/** People and what they do with the bot but writing: come, tap, block, leave. */
import type { User } from "@grammyjs/types";
import { botMoved } from "./conversing.ts";
import type { NewUser, PeopleActions, Tap } from "./model.ts";
import { emulatedUser } from "./screens.ts";
import { apiMaybeMessage } from "./shapes.ts";
import type { Station } from "./station.ts";
import { createTap } from "./taps.ts";
import { attaching, sender, writing } from "./writing.ts";

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;
/** Every second person has an id that does not fit 32 bits, as newer accounts have. */
const SMALL_IDS = 100_000_007;
const LARGE_IDS = 5_000_000_029;
const ID_STEP = 1_009;

export function peopleActions(station: Station): PeopleActions {
  const send = sender(station);
  const written = writing(station, send);
  const moved = moving(station);
  return {
    ...registering(station),
    ...written,
    ...attaching(station, send),
    ...tapping(station),
    ...moved,
    start: (userId, payload) => {
      if (payload !== undefined && !PAYLOAD.test(payload)) throw new Error("a link cannot carry this payload");
      moved.unblock(userId);
      return written.say(userId, payload === undefined ? "/start" : `/start ${payload}`);
    },
  };
}

function registering({ world }: Station): Pick<PeopleActions, "addUser" | "users" | "user"> {
  return {
    addUser: (added) => {
      const count = world.people.size;
      const user = userOf(added, added.id ?? (count % 2 === 0 ? SMALL_IDS : LARGE_IDS) + count * ID_STEP);
      if (world.people.has(user.id)) throw new Error(`this person exists already: ${user.id}`);
      const person = { user, started: false, blocked: false, deactivated: false };
      world.people.set(user.id, person);
      world.tell({ kind: "user", userId: user.id });
      return emulatedUser(person);
    },
    users: () => [...world.people.values()].map(emulatedUser),
    user: (userId) => emulatedUser(world.person(userId)),
  };
}

const userOf = ({ firstName, lastName, username, languageCode }: NewUser, id: number): User => ({
  id,
  is_bot: false,
  first_name: firstName,
  ...(lastName === undefined ? {} : { last_name: lastName }),
  ...(username === undefined ? {} : { username }),
  ...(languageCode === undefined ? {} : { language_code: languageCode }),
});

function tapping(station: Station): Pick<PeopleActions, "tap" | "forgeTap"> {
  const { world } = station;
  return {
    tap: (userId, messageId, data) => {
      const buttons = world.privateChat(userId).messages.get(messageId)?.markup?.inline_keyboard.flat() ?? [];
      const shown = buttons.flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
      if (!shown.includes(data)) throw new Error(`no such button; there are: ${shown.join(", ") || "none"}`);
      return press(station, userId, messageId, data);
    },
    forgeTap: (userId, messageId, data) => press(station, userId, messageId, data),
  };
}

function press({ world, updates }: Station, userId: number, messageId: number, data: string): Tap {
  const person = world.person(userId);
  if (person.deactivated || person.blocked) throw new Error("this person cannot reach the bot");
  const tap = createTap(world, userId);
  updates.push({
    callback_query: {
      id: tap.id,
      from: person.user,
      message: apiMaybeMessage(world, world.privateChat(userId), messageId),
      chat_instance: String(userId * 7919),
      data,
    },
  });
  return tap;
}

function moving({ world, updates }: Station) {
  function move(userId: number, before: string, now: string): void {
    const person = world.person(userId);
    person.blocked = now === "kicked";
    updates.push(botMoved(world, world.privateChat(userId), person.user, before, now));
    world.tell({ kind: "user", userId });
  }
  return {
    block: (userId: number) => {
      if (!world.person(userId).blocked) move(userId, "member", "kicked");
    },
    unblock: (userId: number) => {
      if (world.person(userId).blocked) move(userId, "kicked", "member");
    },
    deactivate: (userId: number) => {
      world.person(userId).deactivated = true;
      world.tell({ kind: "user", userId });
    },
    clearHistory: (userId: number) => {
      const { messages } = world.privateChat(userId);
      for (const messageId of [...messages.keys()]) {
        messages.delete(messageId);
        world.tell({ kind: "deleted", chatId: userId, messageId });
      }
    },
  };
}
