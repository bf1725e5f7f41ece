/**
 * Listening for free text. The conversation is one wait with arguments: when something is said, it hands the talk's name
 * and arguments to the outside and ends; the talk itself runs outside, where sending can be repeated safely.
 * Its state is kept in the chat's focus row and committed together with «inbox done». When the state is lost
 * or no longer replays (a deploy), the row's kind and arguments say the same.
 */
import {
  type Conversation,
  type ConversationData,
  enterConversation,
  resumeConversation,
} from "@grammyjs/conversations";
import type { Context } from "grammy";

type Listening = { kind: string; args: Record<string, string | number> };
export type ListeningContext = Context & { listened?: Listening };

type State = NonNullable<ConversationData[string]>[number];

/** Whether this update is something said: a message that is not a command. */
export const isSaid = (ctx: Context): boolean => ctx.message !== undefined && !ctx.message.text?.startsWith("/");

async function listening(
  conversation: Conversation<ListeningContext, Context>,
  _ctx: Context,
  kind: string,
  args: Listening["args"],
): Promise<void> {
  await conversation.waitUntil(isSaid);
  await conversation.external((outer) => {
    outer.listened = { kind, args };
  });
  await conversation.halt({ next: true });
}

/** What the plugin needs to know of the outside; the update only where it is the one being heard. */
const base = (ctx: Context, update: Context["update"]) => ({
  update,
  api: { token: ctx.api.token, options: ctx.api.options ?? {} },
  me: ctx.me,
});

/** Starts to listen; gives the state to store. Nothing of the present update is kept in it. */
export async function startListening(ctx: ListeningContext, listen: Listening): Promise<string> {
  const nothingSaid = { update_id: ctx.update.update_id };
  const entered = await enterConversation(listening, base(ctx, nothingSaid), { args: [listen.kind, listen.args], ctx });
  if (entered.status !== "handled") throw new Error(`a conversation did not begin to wait: ${entered.status}`);
  const state: State = {
    replay: entered.replay,
    interrupts: entered.interrupts,
    ...(entered.args ? { args: entered.args } : {}),
  };
  return JSON.stringify(state);
}

function readState(text: string): State | null {
  try {
    const state: State = JSON.parse(text);
    return Array.isArray(state.interrupts) && state.replay ? state : null;
  } catch {
    return null;
  }
}

/** Which talk this update goes to, or null when it is nothing said or nobody listens. */
export async function heardBy(
  ctx: ListeningContext,
  focus: { kind: string; args: string; state: string },
): Promise<Listening | null> {
  if (!isSaid(ctx) || focus.kind === "") return null;
  const state = readState(focus.state);
  if (state) {
    await resumeConversation(listening, base(ctx, ctx.update), state, { ctx });
    if (ctx.listened) return ctx.listened;
  }
  return { kind: focus.kind, args: JSON.parse(focus.args) };
}
