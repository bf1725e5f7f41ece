/** Groups: enough to show that the bot leaves them with a word, and that a group's id may change. */
import { botMoved } from "./conversing.ts";
import { finish } from "./entities.ts";
import type { ChatMessage, GroupActions } from "./model.ts";
import { chatMessage } from "./screens.ts";
import { apiMessage } from "./shapes.ts";
import type { Station } from "./station.ts";
import type { Chat, Stored } from "./world.ts";

const GROUP_IDS = -4_000_000_000;
const SUPERGROUP_IDS = -1_002_000_000_000;

export function groupActions(station: Station): GroupActions {
  const { world, updates } = station;

  function group(groupId: number): Chat {
    const chat = world.chats.get(groupId);
    if (!chat || chat.kind === "private") throw new Error(`no such group: ${groupId}`);
    return chat;
  }
  function post(chat: Chat, userId: number, fields: Partial<Stored> & Pick<Stored, "kind">): Stored {
    return world.post(chat, { byBot: false, from: world.person(userId).user, ...fields });
  }
  function service(chat: Chat, userId: number, content: Record<string, unknown>): void {
    updates.push({ message: apiMessage(world, post(chat, userId, { kind: "service", content })) });
  }
  /** With privacy mode on, a bot in a group gets commands and replies to what it said, and nothing else. */
  function concernsBot(stored: Stored): boolean {
    const answered = stored.replyTo === undefined ? undefined : stored.chat.messages.get(stored.replyTo);
    if (answered?.byBot) return true;
    const command = /^\/\w+(?:@(\w+))?/.exec(stored.text);
    return (
      command !== null && (command[1] === undefined || command[1].toLowerCase() === world.bot.username.toLowerCase())
    );
  }

  return {
    addGroup: ({ title, by, members = [] }) => {
      const chat = world.openChat({
        id: GROUP_IDS - world.chats.size,
        kind: "group",
        title,
        members: new Set([by, ...members]),
      });
      updates.push(botMoved(world, chat, world.person(by).user, "left", "member"));
      service(chat, by, { group_chat_created: true });
      return chat.id;
    },
    sayInGroup: (groupId, userId, text, options = {}): ChatMessage => {
      const chat = group(groupId);
      if (!chat.members.has(userId)) throw new Error("not a member of this group");
      const stored = post(chat, userId, { kind: "text", ...finish({ text, entities: [] }), ...options });
      if (chat.bot === "member" && concernsBot(stored)) updates.push({ message: apiMessage(world, stored) });
      return chatMessage(stored);
    },
    removeFromGroup: (groupId, by) => {
      const chat = group(groupId);
      chat.bot = "kicked";
      updates.push(botMoved(world, chat, world.person(by).user, "member", "kicked"));
    },
    migrateGroup: (groupId) => {
      const old = group(groupId);
      const [by] = old.members;
      if (old.kind !== "group" || by === undefined) throw new Error("only a group can become a supergroup");
      const { title, members, bot } = old;
      const chat = world.openChat({ id: SUPERGROUP_IDS - world.chats.size, kind: "supergroup", title, members, bot });
      service(old, by, { migrate_to_chat_id: chat.id });
      service(chat, by, { migrate_from_chat_id: old.id });
      old.migratedTo = chat.id;
      return chat.id;
    },
    isInGroup: (groupId) => group(groupId).bot === "member",
  };
}
