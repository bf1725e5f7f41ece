/** A small bot that shows whatever a bot can show; the page is tried against it, not against Tropa. */
import { Bot, InlineKeyboard, InputFile, Keyboard } from "grammy";

/** A picture of one green pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const NASTY = '<b>&"\u202e <img src=x onerror=alert(1)> 🌲';

const RICH =
  '<b>Bold</b>, <i>italic</i>, <u>under</u>, <s>struck</s>, <code>code</code>, <a href="https://example.org/">a link</a> and <tg-spoiler>hidden words</tg-spoiler>' +
  "\n<blockquote>A short quote</blockquote>\n<blockquote expandable>One\nTwo\nThree\nFour\nFive\nSix</blockquote>\n" +
  '<pre>{ "pre": true }</pre>\nMeeting: <tg-time unix="1792483200" format="wDt">20 October</tg-time>';

const menu = () =>
  new InlineKeyboard()
    .text("Count", "count:1")
    .success()
    .text("Alert", "alert")
    .danger()
    .row()
    .text("Toast", "toast")
    .primary()
    .text("Silence", "silence")
    .row()
    .url("Site", "https://example.org/")
    .copyText("Copy", "copied words");

function talking(bot: Bot): void {
  bot.command("start", (ctx) => {
    if (ctx.match) return ctx.reply(`Opened with ${ctx.match}`);
    return ctx.reply("What shall I show?", { reply_markup: menu() });
  });
  bot.command("rich", (ctx) => ctx.reply(RICH, { parse_mode: "HTML" }));
  bot.command("link", (ctx) => ctx.reply(`For a mentee: https://t.me/${ctx.me.username}?start=invite_7`));
  bot.command("keys", (ctx) =>
    ctx.reply("Choose", {
      reply_markup: new Keyboard()
        .text("Yes")
        .text("No")
        .row()
        .requestContact("My number")
        .placeholder("Yes or no")
        .resized(),
    }),
  );
  bot.command("file", (ctx) => ctx.replyWithDocument(new InputFile(Buffer.from("a,b\n1,2\n"), "table.csv")));
  bot.command("guarded", (ctx) =>
    ctx.replyWithDocument(new InputFile(Buffer.from("names"), "names.txt"), {
      protect_content: true,
      disable_notification: true,
      caption: "Only for you",
    }),
  );
  bot.command("picture", (ctx) => ctx.replyWithPhoto(new InputFile(PIXEL, "pixel.png"), { caption: "A pixel" }));
  bot.command("gone", async (ctx) => {
    const sent = await ctx.reply("Soon gone");
    await ctx.api.deleteMessage(ctx.chat.id, sent.message_id);
    await ctx.reply("It is gone");
  });
  bot.command("type", (ctx) => ctx.replyWithChatAction("typing"));
}

function tapped(bot: Bot): void {
  bot.callbackQuery(/^count:(\d+)$/, async (ctx) => {
    const count = Number(ctx.match[1]);
    await ctx.editMessageText(`Counted ${count}`, {
      reply_markup: new InlineKeyboard().text("Again", `count:${count + 1}`),
    });
    await ctx.answerCallbackQuery();
  });
  bot.callbackQuery("alert", (ctx) => ctx.answerCallbackQuery({ text: "Look here", show_alert: true }));
  bot.callbackQuery("toast", (ctx) => ctx.answerCallbackQuery({ text: "A short word" }));
}

function listening(bot: Bot): void {
  bot.on("edited_message:text", (ctx) => ctx.reply(`You changed it to: ${ctx.editedMessage.text}`));
  bot.on("message:contact", (ctx) => ctx.reply(`Thank you, ${ctx.message.contact.phone_number}`));
  bot.on("message:document", (ctx) => ctx.reply(`File ${ctx.message.document.file_name}`));
  bot.on("message:photo", (ctx) => ctx.reply("A picture"));
  bot.on("message:voice", (ctx) => ctx.reply("A voice"));
  bot.on("message:sticker", (ctx) => ctx.reply("A sticker"));
  bot.on("message:text", (ctx) =>
    ctx.reply(`You said: ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } }),
  );
}

export type FakeBot = { stop(): Promise<void>; bot: Bot };

/** Starts the bot by long polling against this Bot API. */
export async function startFakeBot(apiRoot: string, token: string): Promise<FakeBot> {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.catch((error) => {
    throw error.error;
  });
  talking(bot);
  tapped(bot);
  listening(bot);
  await bot.init();
  await bot.api.setMyDescription("I show what a bot can show.");
  await bot.api.setMyCommands([
    { command: "start", description: "From the beginning" },
    { command: "rich", description: "All kinds of text" },
    { command: "keys", description: "Keys under the field" },
  ]);
  const polling = bot.start();
  return {
    bot,
    async stop() {
      await bot.stop();
      await polling;
    },
  };
}
