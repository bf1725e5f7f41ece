/** The intake as Telegraf's documentation builds it: a wizard scene of one step per question, its state in the session. */
import { type Context, Scenes, session, Telegraf } from "telegraf";
import { readOutside } from "./outside.ts";
import { BEGIN, DONE, intro, question, type RivalScreen, review, SEND, sent, toggled } from "./screens.ts";
import type { Asked } from "./script.ts";

type State = { answers?: Record<string, unknown>; chosen?: number[] };
type Ctx = Scenes.WizardContext;

const { token, apiRoot, store, script } = readOutside();
const { questions } = script;

const stateOf = (ctx: Ctx): State => ctx.wizard.state;
const dataOf = (ctx: Context): string | null =>
  ctx.callbackQuery && "data" in ctx.callbackQuery ? ctx.callbackQuery.data : null;

async function show(ctx: Ctx, { text, rows }: RivalScreen): Promise<void> {
  const markup = { reply_markup: { inline_keyboard: rows } };
  if (ctx.callbackQuery) await ctx.editMessageText(text, markup);
  else await ctx.reply(text, markup);
}

/** The next question, or the review after the last one. */
async function showFrom(ctx: Ctx, index: number): Promise<void> {
  const asked = questions[index];
  await show(ctx, asked ? question(script, index, asked) : review(script, stateOf(ctx).answers ?? {}));
}

function typed(ctx: Ctx): string | null {
  return ctx.message && "text" in ctx.message ? ctx.message.text : null;
}

/** The answer that this update gives; null when it is none or not the last part of one. */
async function answerIn(ctx: Ctx, asked: Asked, index: number): Promise<unknown> {
  if (asked.kind === "text") return typed(ctx);
  const data = dataOf(ctx);
  if (data === null) return null;
  await ctx.answerCbQuery();
  if (asked.kind !== "many") return Number(data);
  const state = stateOf(ctx);
  const chosen = state.chosen ?? [];
  if (data === DONE) {
    state.chosen = [];
    return chosen;
  }
  state.chosen = toggled(chosen, Number(data));
  await show(ctx, question(script, index, asked, state.chosen));
  return null;
}

const step = (asked: Asked, index: number) => async (ctx: Ctx) => {
  const answer = await answerIn(ctx, asked, index);
  if (answer === null) return;
  const state = stateOf(ctx);
  state.answers = { ...state.answers, [asked.key]: answer };
  await showFrom(ctx, index + 1);
  return ctx.wizard.next();
};

async function begin(ctx: Ctx) {
  if (dataOf(ctx) !== BEGIN) return;
  await ctx.answerCbQuery();
  await showFrom(ctx, 0);
  return ctx.wizard.next();
}

async function finish(ctx: Ctx) {
  if (dataOf(ctx) !== SEND) return;
  await ctx.answerCbQuery();
  store.saveAnswers(Number(ctx.chat?.id), stateOf(ctx).answers ?? {});
  await show(ctx, sent(script));
  return ctx.scene.leave();
}

const wizard = new Scenes.WizardScene<Ctx>(
  "intake",
  async (ctx) => {
    await show(ctx, intro(script));
    return ctx.wizard.next();
  },
  begin,
  ...questions.map(step),
  finish,
);

const bot = new Telegraf<Ctx>(token, { telegram: { apiRoot } });
const sessions = {
  get: (key: string) => store.read<object>(key),
  set: (key: string, value: object) => store.write(key, value),
  delete: (key: string) => store.remove(key),
};
bot.use(session({ store: sessions }));
bot.use(new Scenes.Stage<Ctx>([wizard]).middleware());
bot.start((ctx) => ctx.scene.enter("intake"));
bot.catch((error) => console.error(error));
void bot.launch();
