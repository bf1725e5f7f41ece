/** Telegram's refusals, in its words, as one table per family. */
import { describe, expect, it } from "vitest";
import { button, kit, png } from "./kit.ts";

const bad = (words: string) => `Bad Request: ${words}`;
const long = (count: number) => "x".repeat(count);
const NOT_MODIFIED = bad(
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
);

describe("a call that the Bot API does not declare", () => {
  it.each([
    ["noSuchMethod", {}, "Not Found"],
    ["sendMessage", {}, bad("chat_id is empty")],
    ["sendMessage", { chat_id: 1 }, bad("message text is empty")],
    ["sendMessage", { chat_id: 1, text: "x", colour: "red" }, bad('unknown parameter "colour" of sendMessage')],
    ["sendMessage", { chat_id: 1, text: 5 }, bad('field "text" must be of type String')],
    ["sendMessage", { chat_id: true, text: "x" }, bad('field "chat_id" must be of type Number')],
    ["sendMessage", { chat_id: 1, text: "x", parse_mode: "BBCode" }, bad("unsupported parse_mode")],
    [
      "sendMessage",
      { chat_id: 1, text: "x", link_preview_options: { off: true } },
      bad('unknown field "link_preview_options.off" of sendMessage'),
    ],
    ["sendChatAction", { chat_id: 1, action: "dancing" }, bad("wrong parameter action in request")],
    ["sendDocument", { chat_id: 1 }, bad("there is no document in the request")],
    ["deleteMessages", { chat_id: 1 }, bad("message identifiers are not specified")],
    ["setMyCommands", {}, bad('parameter "commands" is required')],
    ["setMyCommands", { commands: [{ command: "a" }] }, bad('can\'t find field "commands.0.description"')],
    ["getFile", {}, bad("file_id not specified")],
    [
      "getUpdates",
      { allowed_updates: ["gossip"] },
      bad('field "allowed_updates.0" has a value that is not one of those declared'),
    ],
    ["sendDice", { chat_id: 1 }, "Not emulated: sendDice"],
    [
      "sendMessage",
      { chat_id: 1, text: "x", message_thread_id: 4 },
      "Not emulated: sendMessage with message_thread_id",
    ],
  ])("%s %o: %s", async (method, params, words) => {
    const { say } = await kit();
    expect(await say(method, params)).toBe(words);
  });

  it("has the same name in any case, and null is the same as nothing", async () => {
    const { say, ann } = await kit();
    expect(await say("SENDMESSAGE", { chat_id: ann.id, text: "x", parse_mode: null })).toBe("ok");
  });

  it("is refused with its status under the wrong token", async () => {
    const { emulator } = await kit();
    expect((await fetch(`${emulator.url}/bot1:wrong/getMe`)).status).toBe(401);
    expect((await fetch(`${emulator.url}/elsewhere`)).status).toBe(404);
    expect((await fetch(`${emulator.url}/bot${emulator.token}/nothing`)).status).toBe(404);
  });
});

describe("a text", () => {
  it.each([
    ["empty", { text: "" }, bad("message text is empty")],
    ["only spaces", { text: " \n\t " }, bad("text must be non-empty")],
    ["only tags", { text: "<b></b>", parse_mode: "HTML" }, bad("text must be non-empty")],
    ["4096 units", { text: long(4096) }, "ok"],
    ["4097 units", { text: long(4097) }, bad("message is too long")],
    ["2049 emoji of two units", { text: "😀".repeat(2049) }, bad("message is too long")],
    ["4096 units once its tags are gone", { text: `<b>${long(4096)}</b>`, parse_mode: "HTML" }, "ok"],
    ["4096 ampersands as references", { text: "&amp;".repeat(4096), parse_mode: "HTML" }, "ok"],
    ["half a surrogate pair", { text: "a\ud83d" }, bad("strings must be encoded in UTF-8")],
    [
      "entities beyond its end",
      { text: "abc", entities: [{ type: "bold", offset: 2, length: 2 }] },
      bad("entity beyond the end of the text"),
    ],
    ["Markdown", { text: "*a*", parse_mode: "MarkdownV2" }, "Not emulated: parse_mode MarkdownV2"],
  ])("of %s", async (_, params, words) => {
    const { say, ann } = await kit();
    expect(await say("sendMessage", { chat_id: ann.id, ...params })).toBe(words);
  });
});

describe("a keyboard", () => {
  const key = (more: object) => ({ reply_markup: { inline_keyboard: [[{ text: "Go", ...more }]] } });
  const unreadable = (words: string) => bad(`can't parse inline keyboard button: ${words}`);
  it.each([
    ["data of 64 bytes", key({ callback_data: long(64) }), "ok"],
    ["data of 65 bytes", key({ callback_data: long(65) }), bad("BUTTON_DATA_INVALID")],
    ["33 Cyrillic letters as data", key({ callback_data: "\u0431".repeat(33) }), bad("BUTTON_DATA_INVALID")],
    ["no action", key({}), unreadable("Text buttons are unallowed in the inline keyboard")],
    ["empty data", key({ callback_data: "" }), unreadable("Text buttons are unallowed in the inline keyboard")],
    [
      "two actions",
      key({ callback_data: "a", url: "https://a.ru" }),
      unreadable("exactly one action must be used, not callback_data and url"),
    ],
    [
      "an empty label",
      key({ text: " ", callback_data: "a" }),
      unreadable("Inline keyboard button text must be non-empty"),
    ],
    [
      "a label of another type",
      key({ text: 5, callback_data: "a" }),
      unreadable('Field "text" must be of type String'),
    ],
    ["a link", key({ url: "https://t.me/tropa_bot?start=x" }), "ok"],
    ["a link to tg:", key({ url: "tg://resolve?domain=a" }), "ok"],
    [
      "a link without a dot",
      key({ url: "http://localhost:3000" }),
      bad("inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL"),
    ],
    ["a text to copy that is too long", key({ copy_text: { text: long(257) } }), bad("BUTTON_COPY_TEXT_INVALID")],
    [
      "a colour that does not exist",
      key({ callback_data: "a", style: "pink" }),
      bad('field "reply_markup.inline_keyboard.0.0.style" has a value that is not one of those declared'),
    ],
    [
      "101 buttons",
      {
        reply_markup: {
          inline_keyboard: Array.from({ length: 101 }, (_, at) => [{ text: "x", callback_data: `${at}` }]),
        },
      },
      bad("reply markup is too long"),
    ],
    [
      "100 buttons",
      {
        reply_markup: {
          inline_keyboard: Array.from({ length: 100 }, (_, at) => [{ text: "x", callback_data: `${at}` }]),
        },
      },
      "ok",
    ],
    [
      "an empty key",
      { reply_markup: { keyboard: [[{ text: "" }]] } },
      bad("can't parse keyboard button: Keyboard button text must be non-empty"),
    ],
    [
      "a placeholder of 65 letters",
      { reply_markup: { force_reply: true, input_field_placeholder: long(65) } },
      bad("REPLY_MARKUP_PLACEHOLDER_INVALID"),
    ],
    [
      "keys",
      {
        reply_markup: { keyboard: [[{ text: "My number", request_contact: true }, "Later"]], one_time_keyboard: true },
      },
      "ok",
    ],
  ])("with %s", async (_, params, words) => {
    const { say, ann } = await kit();
    expect(await say("sendMessage", { chat_id: ann.id, text: "x", ...params })).toBe(words);
  });
});

describe("an edit", () => {
  it("that changes nothing is refused, also when it only spells the tags otherwise", async () => {
    const { say, sent, ann } = await kit();
    const id = await sent("<b>a</b>", { parse_mode: "HTML", reply_markup: button("go") });
    const same = { chat_id: ann.id, message_id: id, text: "<strong>a</strong>", parse_mode: "HTML" };
    expect(await say("editMessageText", { ...same, reply_markup: button("go") })).toBe(NOT_MODIFIED);
    expect(await say("editMessageText", same)).toBe("ok");
    expect(await say("editMessageText", same)).toBe(NOT_MODIFIED);
    expect(await say("editMessageReplyMarkup", { chat_id: ann.id, message_id: id })).toBe(NOT_MODIFIED);
  });

  it("reaches only the bot's own messages that are still there and have no reply keyboard", async () => {
    const { say, sent, ann, emulator } = await kit();
    const edit = (message_id?: number) => say("editMessageText", { chat_id: ann.id, message_id, text: "new" });
    expect(await edit(9999)).toBe(bad("message to edit not found"));
    expect(await edit()).toBe(bad("message identifier is not specified"));
    expect(await edit(emulator.say(ann.id, "mine").id)).toBe(bad("message can't be edited"));
    const keyed = await sent("x", { reply_markup: { keyboard: [["A"]] } });
    expect(await edit(keyed)).toBe(bad("message can't be edited"));
    const gone = await sent("y");
    emulator.clearHistory(ann.id);
    expect(await edit(gone)).toBe(bad("message to edit not found"));
  });

  it("does not mix texts and captions", async () => {
    const { say, sent, ann } = await kit();
    const id = await sent("text");
    const caption = { chat_id: ann.id, message_id: id, caption: "c" };
    expect(await say("editMessageCaption", caption)).toBe(bad("there is no caption in the message to edit"));
  });

  it("shows the person the new text and keyboard, and says that it was edited", async () => {
    const { say, sent, ann, emulator } = await kit();
    const id = await sent("one", { reply_markup: button("go") });
    await say("editMessageText", { chat_id: ann.id, message_id: id, text: "<i>two</i>", parse_mode: "HTML" });
    const shown = emulator.chat(ann.id).at(-1);
    expect(shown).toMatchObject({ id, text: "two", html: "<i>two</i>", edited: true, buttons: [] });
  });
});

describe("a deletion", () => {
  it("works for 48 hours, on the bot's messages and on those of the person", async () => {
    const { say, sent, ann, emulator, clock } = await kit();
    const erase = (message_id: number) => say("deleteMessage", { chat_id: ann.id, message_id });
    const old = await sent("old");
    await clock.advance(48 * 3600_000);
    const young = await sent("young");
    expect(await erase(old)).toBe(bad("message can't be deleted for everyone"));
    expect(await erase(young)).toBe("ok");
    expect(await erase(young)).toBe(bad("message to delete not found"));
    expect(await erase(emulator.say(ann.id, "mine").id)).toBe("ok");
  });

  it("of many passes over those that are gone", async () => {
    const { say, sent, ann, emulator } = await kit();
    const ids = [await sent("a"), await sent("b"), 9999];
    expect(await say("deleteMessages", { chat_id: ann.id, message_ids: ids })).toBe("ok");
    expect(emulator.chat(ann.id).map((message) => message.text)).toEqual(["/start"]);
    const many = Array.from({ length: 101 }, (_, at) => at + 1);
    expect(await say("deleteMessages", { chat_id: ann.id, message_ids: many })).toBe(
      bad("too many message identifiers specified"),
    );
  });
});

describe("a person", () => {
  it("who never started, blocked the bot, or left Telegram cannot be written to", async () => {
    const { say, ann, emulator } = await kit();
    const to = (chat_id: number | string) => say("sendMessage", { chat_id, text: "x" });
    const bob = emulator.addUser({ firstName: "Bob" });
    expect(await to(bob.id)).toBe(bad("chat not found"));
    expect(await to(12_345)).toBe(bad("chat not found"));
    expect(await to("@nobody")).toBe(bad("chat not found"));
    emulator.addGroup({ title: "Team", by: ann.id, members: [bob.id] });
    expect(await to(bob.id)).toBe("Forbidden: bot can't initiate conversation with a user");
    emulator.block(ann.id);
    expect(await to(ann.id)).toBe("Forbidden: bot was blocked by the user");
    expect(await say("sendChatAction", { chat_id: ann.id, action: "typing" })).toBe(
      "Forbidden: bot was blocked by the user",
    );
    emulator.start(ann.id);
    expect(await to(String(ann.id))).toBe("ok");
    emulator.deactivate(ann.id);
    expect(await to(ann.id)).toBe("Forbidden: user is deactivated");
  });
});

describe("a reply, a copy, a forward, a pin, a reaction", () => {
  it("needs the message that it speaks of", async () => {
    const { say, sent, ann } = await kit();
    const chat = { chat_id: ann.id, message_id: 9999 };
    const reply = { chat_id: ann.id, text: "x", reply_parameters: { message_id: 9999 } };
    expect(await say("sendMessage", reply)).toBe(bad("message to be replied not found"));
    const anyway = { message_id: 9999, allow_sending_without_reply: true };
    expect(await say("sendMessage", { ...reply, reply_parameters: anyway })).toBe("ok");
    expect(await say("copyMessage", { ...chat, from_chat_id: ann.id })).toBe(bad("message to copy not found"));
    expect(await say("forwardMessage", { ...chat, from_chat_id: ann.id })).toBe(bad("message to forward not found"));
    expect(await say("pinChatMessage", chat)).toBe(bad("message to pin not found"));
    expect(await say("unpinChatMessage", { chat_id: ann.id })).toBe(bad("message to unpin not found"));
    expect(await say("setMessageReaction", chat)).toBe(bad("message to react not found"));
    const kept = await sent("secret", { protect_content: true });
    const forward = { chat_id: ann.id, from_chat_id: ann.id, message_id: kept };
    expect(await say("forwardMessage", forward)).toBe(bad("message can't be forwarded"));
  });

  it("shows on the person's screen", async () => {
    const { say, sent, ann, emulator } = await kit();
    const id = await sent("x", { disable_notification: true, protect_content: true });
    await say("pinChatMessage", { chat_id: ann.id, message_id: id });
    await say("setMessageReaction", { chat_id: ann.id, message_id: id, reaction: [{ type: "emoji", emoji: "👍" }] });
    await sent("y", { reply_parameters: { message_id: id } });
    const [, first, second] = emulator.chat(ann.id);
    expect(first).toMatchObject({ pinned: true, silent: true, protected: true, reactions: ["👍"] });
    expect(second).toMatchObject({ replyTo: id });
    await say("unpinChatMessage", { chat_id: ann.id });
    expect(emulator.chat(ann.id)[1]?.pinned).toBe(false);
  });
});

describe("a picture's bytes", () => {
  it("are looked at: the emulator knows a PNG from a text", async () => {
    const { emulator, ann } = await kit();
    expect(() => emulator.sendPhoto(ann.id, { bytes: new Uint8Array([1, 2, 3]) })).toThrow("not a picture");
    expect(emulator.sendPhoto(ann.id, { bytes: png(), caption: "me" })).toMatchObject({ kind: "photo", text: "me" });
  });
});
