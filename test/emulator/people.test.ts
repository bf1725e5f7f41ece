import { Bot } from "grammy";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import type { Change } from "#playground/telegram/model.ts";
import { button, kit, until } from "./kit.ts";

describe("people", () => {
  it("have ids on both sides of 2^32, and message ids of their own chat", async () => {
    const { emulator, ann } = await kit();
    const bob = emulator.addUser({ firstName: "Bob" });
    expect(Math.max(ann.id, bob.id)).toBeGreaterThan(2 ** 32);
    expect(Math.min(ann.id, bob.id)).toBeLessThan(2 ** 32);
    const ids = [emulator.say(bob.id, "a"), emulator.say(bob.id, "b")].map((message) => message.id);
    expect(ids[1]).toBe((ids[0] ?? 0) + 1);
    expect(() => emulator.addUser({ firstName: "Again", id: bob.id })).toThrow("exists already");
  });

  it("open the bot by a link whose payload Telegram can carry", async () => {
    const { emulator, ann, updates } = await kit();
    emulator.start(ann.id, "Abc-_9");
    const [update] = await updates();
    expect(update?.message).toMatchObject({
      text: "/start Abc-_9",
      entities: [{ type: "bot_command", offset: 0, length: 6 }],
      from: { id: ann.id, language_code: "en" },
    });
    expect(() => emulator.start(ann.id, "a b")).toThrow("cannot carry");
    expect(() => emulator.start(ann.id, "x".repeat(65))).toThrow("cannot carry");
    expect(emulator.deepLink("x")).toBe(`https://t.me/${emulator.bot.username}?start=x`);
  });

  it("block and come back, and the bot is told", async () => {
    const { emulator, ann, updates } = await kit();
    emulator.block(ann.id);
    expect(() => emulator.say(ann.id, "x")).toThrow("has blocked the bot");
    emulator.start(ann.id);
    const found = await updates();
    const statuses = found.map((update) => update.my_chat_member?.new_chat_member);
    expect(statuses).toMatchObject([{ status: "kicked" }, { status: "member" }, undefined]);
    expect(found[2]?.message?.text).toBe("/start");
    emulator.deactivate(ann.id);
    expect(() => emulator.say(ann.id, "x")).toThrow("does nothing");
  });

  it("send albums as several updates of one group", async () => {
    const { emulator, ann, updates } = await kit();
    const file = { mime: "application/pdf", bytes: new Uint8Array([1]) };
    emulator.sendAlbum(ann.id, [
      { name: "1", ...file },
      { name: "2", ...file },
    ]);
    const groups = (await updates()).map((update) => update.message?.media_group_id);
    expect(groups[0]).toBeDefined();
    expect(groups[0]).toBe(groups[1]);
  });

  it("edit only what they wrote, and reply only to what is there", async () => {
    const { emulator, ann, sent } = await kit();
    const id = await sent("x");
    expect(() => emulator.edit(ann.id, id, "y")).toThrow("their own");
    expect(() => emulator.say(ann.id, "y", { replyTo: 9999 })).toThrow("no message");
    expect(() => emulator.say(ann.id, "  ")).toThrow("empty");
    const said = emulator.say(ann.id, "before");
    emulator.edit(ann.id, said.id, "after");
    expect(emulator.chat(ann.id).at(-1)).toMatchObject({ text: "after", edited: true });
  });

  it("see typing for five seconds or until the message comes", async () => {
    const { emulator, ann, say, sent, clock } = await kit();
    await say("sendChatAction", { chat_id: ann.id, action: "typing" });
    expect(emulator.typing(ann.id)).toBe("typing");
    await clock.advance(5_000);
    expect(emulator.typing(ann.id)).toBeUndefined();
    await say("sendChatAction", { chat_id: ann.id, action: "upload_document" });
    await sent("x");
    expect(emulator.typing(ann.id)).toBeUndefined();
  });

  it("see the reply keyboard until it is used or removed", async () => {
    const { emulator, ann, sent } = await kit();
    await sent("x", {
      reply_markup: { keyboard: [["A", { text: "Me", request_contact: true }]], input_field_placeholder: "?" },
    });
    expect(emulator.keyboard(ann.id)).toMatchObject({
      kind: "keys",
      rows: [[{ text: "A" }, { text: "Me", request: "contact" }]],
      placeholder: "?",
    });
    await sent("y", { reply_markup: { remove_keyboard: true } });
    expect(emulator.keyboard(ann.id)).toEqual({ kind: "removed" });
    await sent("z", { reply_markup: { force_reply: true } });
    expect(emulator.keyboard(ann.id)).toEqual({ kind: "forced" });
    emulator.say(ann.id, "answer");
    expect(emulator.keyboard(ann.id)).toBeUndefined();
  });

  it("can be watched: every change is told at once", async () => {
    const { emulator, ann, sent, say } = await kit();
    const changes: Change[] = [];
    const stop = emulator.subscribe((change) => changes.push(change));
    const id = await sent("x", { reply_markup: button("go") });
    const tap = emulator.tap(ann.id, id, "go");
    await say("answerCallbackQuery", { callback_query_id: tap.id });
    await say("editMessageText", { chat_id: ann.id, message_id: id, text: "y" });
    await say("deleteMessage", { chat_id: ann.id, message_id: id });
    stop();
    await sent("unseen");
    expect(changes.map((change) => change.kind)).toEqual(["message", "answered", "edited", "deleted"]);
  });
});

describe("groups", () => {
  it("tell the bot that it came, give it only what concerns it, and let it leave", async () => {
    const { emulator, ann, say, updates } = await kit();
    const group = emulator.addGroup({ title: "Team", by: ann.id });
    emulator.sayInGroup(group, ann.id, "gossip");
    emulator.sayInGroup(group, ann.id, "/help");
    emulator.sayInGroup(group, ann.id, "/help@other_bot");
    await say("sendMessage", { chat_id: group, text: "hi" });
    const hi = emulator.chat(group).at(-1)?.id ?? 0;
    emulator.sayInGroup(group, ann.id, "to you", { replyTo: hi });
    const found = await updates();
    expect(found[0]?.my_chat_member).toMatchObject({
      chat: { id: group, type: "group" },
      new_chat_member: { status: "member" },
    });
    expect(found.slice(2).map((update) => update.message?.text)).toEqual(["/help", "to you"]);
    expect(await say("leaveChat", { chat_id: group })).toBe("ok");
    expect(emulator.isInGroup(group)).toBe(false);
    expect(await say("sendMessage", { chat_id: group, text: "x" })).toBe(
      "Forbidden: bot is not a member of the group chat",
    );
  });

  it("become supergroups under a new id, which the old one tells", async () => {
    const { emulator, ann, call, say } = await kit();
    const group = emulator.addGroup({ title: "Team", by: ann.id });
    const grown = emulator.migrateGroup(group);
    expect(await call("sendMessage", { chat_id: group, text: "x" })).toMatchObject({
      error_code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: grown },
    });
    expect(await say("sendMessage", { chat_id: grown, text: "x" })).toBe("ok");
    emulator.removeFromGroup(grown, ann.id);
    expect(await say("sendMessage", { chat_id: grown, text: "x" })).toBe(
      "Forbidden: bot was kicked from the supergroup chat",
    );
  });
});

describe("the bot's profile", () => {
  it("keeps commands per scope and language, and shows each person the narrowest", async () => {
    const { emulator, ann, say, call } = await kit();
    const commands = (command: string) => [{ command, description: "does it" }];
    await say("setMyCommands", { commands: commands("all") });
    await say("setMyCommands", {
      commands: commands("private_en"),
      scope: { type: "all_private_chats" },
      language_code: "en",
    });
    const shown = () => emulator.commandsFor(ann.id).map((one) => one.command);
    expect(shown()).toEqual(["private_en"]);
    await say("setMyCommands", { commands: commands("curator"), scope: { type: "chat", chat_id: ann.id } });
    expect(shown()).toEqual(["curator"]);
    await say("deleteMyCommands", { scope: { type: "chat", chat_id: ann.id } });
    expect(shown()).toEqual(["private_en"]);
    expect((await call("getMyCommands")).result).toEqual(commands("all"));
    expect(emulator.commands()).toHaveLength(2);
  });

  it.each([
    ["a capital letter", [{ command: "Start", description: "x" }], "BOT_COMMAND_INVALID"],
    ["33 letters", [{ command: "x".repeat(33), description: "x" }], "BOT_COMMAND_INVALID"],
    ["no description", [{ command: "a", description: " " }], "BOT_COMMAND_DESCRIPTION_INVALID"],
    ["a long description", [{ command: "a", description: "x".repeat(257) }], "BOT_COMMAND_DESCRIPTION_INVALID"],
    [
      "too many",
      Array.from({ length: 101 }, (_, at) => ({ command: `a${at}`, description: "x" })),
      "BOT_COMMANDS_TOO_MUCH",
    ],
  ])("refuses commands with %s", async (_, commands, words) => {
    const { say } = await kit();
    expect(await say("setMyCommands", { commands })).toBe(`Bad Request: ${words}`);
  });

  it("has names and descriptions per language, and a menu button", async () => {
    const { emulator, say, call } = await kit();
    await say("setMyName", { name: "Tropa" });
    await say("setMyDescription", { description: "Hello", language_code: "en" });
    await say("setMyShortDescription", { short_description: "Hi" });
    expect(emulator.profile()).toEqual({
      names: { "": "Tropa" },
      descriptions: { en: "Hello" },
      shortDescriptions: { "": "Hi" },
    });
    expect((await call("getMyDescription", { language_code: "en" })).result).toEqual({ description: "Hello" });
    expect(await say("setMyDescription", { description: "x".repeat(513) })).toContain("Bad Request");
    await say("setChatMenuButton", { menu_button: { type: "commands" } });
    expect((await call("getChatMenuButton")).result).toEqual({ type: "commands" });
    await say("logOut");
    expect(await say("getMe")).toBe("Bad Request: Logged out".replace("Bad Request: ", ""));
  });
});

describe("grammY", () => {
  it("works against it unchanged: polls, answers, sends, fetches", async () => {
    const emulator = await startEmulator({ clock: systemClock });
    onTestFinished(() => emulator.close());
    const bot = new Bot(emulator.token, { client: { apiRoot: emulator.url } });
    bot.command("start", (ctx) => ctx.reply(`Hello, ${ctx.match}`, { reply_markup: button("go") }));
    bot.callbackQuery("go", async (ctx) => {
      await ctx.answerCallbackQuery("yes");
      await ctx.editMessageText("Gone");
    });
    const running = bot.start();
    const ann = emulator.addUser({ firstName: "Ann" });
    emulator.start(ann.id, "friend");
    await until(() => emulator.chat(ann.id).length === 2);
    const screen = emulator.chat(ann.id)[1];
    expect(screen?.text).toBe("Hello, friend");
    const tap = emulator.tap(ann.id, screen?.id ?? 0, "go");
    expect(await tap.answered).toEqual({ text: "yes", alert: false });
    await until(() => emulator.chat(ann.id)[1]?.text === "Gone");
    await bot.stop();
    await running;
    expect(emulator.pending()).toBe(0);
  });
});
