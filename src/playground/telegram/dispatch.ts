/** From a method's name and parameters to its result: checks the call, then plays it. */
import { conversingMethods } from "./conversing.ts";
import { editingMethods } from "./editing.ts";
import { refuseOddButtons } from "./keyboards.ts";
import { profileMethods } from "./profile.ts";
import { notEmulated, Refusal } from "./refusal.ts";
import { sendingMethods } from "./sending.ts";
import type { Methods, Station } from "./station.ts";
import { type Parameters, validate } from "./validate.ts";

export type Dispatch = (method: string, params: Parameters, gone: AbortSignal) => Promise<unknown>;

/** Parameters that would make the call mean something which this Telegram cannot play. */
const NOT_PLAYED = [
  "business_connection_id",
  "message_thread_id",
  "direct_messages_topic_id",
  "ephemeral_message_parameters",
  "suggested_post_parameters",
];
const SENDS = /^(?:send(?!ChatAction)|copyMessage|forwardMessage)/;
/** The chat of a call that sends something, or undefined for any other call. */
export function sendsTo(method: string, params: Parameters): number | undefined {
  return SENDS.test(method) && params.chat_id !== undefined ? Number(params.chat_id) : undefined;
}

export function createDispatch(station: Station): Dispatch {
  const methods: Methods = {
    ...receivingMethods(station),
    ...sendingMethods(station),
    ...editingMethods(station),
    ...conversingMethods(station),
    ...profileMethods(station),
  };
  const table = new Map<string, unknown>(Object.entries(methods));
  return async (method, params, gone) => {
    if (station.settings.loggedOut) throw new Refusal(400, "Logged out");
    refuseOddButtons(params.reply_markup);
    validate(method, params);
    const play = table.get(method);
    if (!isPlayable(play)) throw notEmulated(method);
    const odd = NOT_PLAYED.find((name) => params[name] !== undefined);
    if (odd) throw notEmulated(`${method} with ${odd}`);
    return play(params, gone);
  };
}

/** `validate` has held the parameters against the very types that the method declares. */
type Playable = (params: Parameters, gone: AbortSignal) => unknown;
const isPlayable = (play: unknown): play is Playable => typeof play === "function";

function receivingMethods({ polling, webhook }: Station): Methods {
  return {
    getUpdates: (given, gone) => polling.poll(given ?? {}, gone),
    setWebhook: (given) => {
      webhook.set(given);
      if (given.url !== "") polling.interrupt();
      return true;
    },
    deleteWebhook: (given) => {
      webhook.set({ url: "", drop_pending_updates: given?.drop_pending_updates ?? false });
      return true;
    },
    getWebhookInfo: () => webhook.info(),
  };
}
