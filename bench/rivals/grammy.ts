/**
 * The intake as grammY's documentation builds it: the conversations plugin waits for one update after another,
 * the runner fetches them, `sequentialize` keeps a chat's updates in order.
 */
import { type Conversation, type ConversationFlavor, conversations, createConversation } from "@grammyjs/conversations";
import { run, sequentialize } from "@grammyjs/runner";
import { Bot, type Context } from "grammy";
import { readOutside } from "./outside.ts";
import { BEGIN, DONE, intro, question, type RivalScreen, review, SEND, sent, toggled } from "./screens.ts";
import type { Asked } from "./script.ts";

type Ctx = ConversationFlavor<Context>;
type Talk = Conversation<Ctx, Context>;

const { token, apiRoot, store, script } = readOutside();

async function show(ctx: Context, { text, rows }: RivalScreen): Promise<void> {
  const markup = { reply_markup: { inline_keyboard: rows } };
  if (ctx.callbackQuery) await ctx.editMessageText(text, markup);
  else await ctx.reply(text, markup);
}

async function tapped(conversation: Talk, data?: string): Promise<{ ctx: Context; data: string }> {
  const ctx = data ? await conversation.waitForCallbackQuery(data) : await conversation.waitFor("callback_query:data");
  await ctx.answerCallbackQuery();
  return { ctx, data: String(ctx.callbackQuery?.data) };
}

async function ask(conversation: Talk, before: Context, asked: Asked, index: number) {
  await show(before, question(script, index, asked));
  if (asked.kind === "text") {
    const ctx = await conversation.waitFor("message:text");
    return { ctx, answer: ctx.message.text };
  }
  if (asked.kind !== "many") {
    const { ctx, data } = await tapped(conversation);
    return { ctx, answer: Number(data) };
  }
  let chosen: number[] = [];
  for (;;) {
    const { ctx, data } = await tapped(conversation);
    if (data === DONE) return { ctx, answer: chosen };
    chosen = toggled(chosen, Number(data));
    await show(ctx, question(script, index, asked, chosen));
  }
}

async function intake(conversation: Talk, first: Context): Promise<void> {
  await show(first, intro(script));
  let { ctx } = await tapped(conversation, BEGIN);
  const answers: Record<string, unknown> = {};
  for (const [index, asked] of script.questions.entries()) {
    const given = await ask(conversation, ctx, asked, index);
    answers[asked.key] = given.answer;
    ctx = given.ctx;
  }
  await show(ctx, review(script, answers));
  ({ ctx } = await tapped(conversation, SEND));
  await conversation.external(() => store.saveAnswers(Number(ctx.chatId), answers));
  await show(ctx, sent(script));
}

const bot = new Bot<Ctx>(token, { client: { apiRoot } });
bot.use(sequentialize((ctx) => String(ctx.chatId)));
bot.use(
  conversations<Ctx, Context>({
    storage: {
      type: "key",
      adapter: {
        read: (key) => store.read(key),
        write: (key, state) => store.write(key, state),
        delete: (key) => store.remove(key),
      },
    },
  }),
);
bot.use(createConversation(intake));
bot.command("start", (ctx) => ctx.conversation.enter("intake"));
bot.catch((error) => console.error(error.message));
run(bot);
