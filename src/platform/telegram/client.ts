/** How grammY calls Telegram: where, through which proxy, how long at most. */
import type { Agent } from "node:http";
import { Api, type ApiClientOptions } from "grammy";

/** grammY's methods of the Bot API, for those who only pass them on. */
export type TelegramApi = Api;

export type Calling = {
  token: string;
  /** Without a slash at the end. */
  apiRoot: string;
  /** Absent: directly. */
  agent?: Agent | undefined;
};

/** A call that was not answered for so long is broken off, for its chat waits; a long poll may take longer. */
const ANSWER_SECONDS = 25;
const POLL_SECONDS = 60;

export const clientOptions = ({ apiRoot, agent }: Calling, timeoutSeconds = ANSWER_SECONDS): ApiClientOptions => ({
  apiRoot,
  timeoutSeconds,
  ...(agent ? { baseFetchConfig: { agent, compress: true } } : {}),
});

export const createApi = (calling: Calling): Api => new Api(calling.token, clientOptions(calling));

/** For long polling: its calls may be silent for longer. */
export const createPollApi = (calling: Calling): Api => new Api(calling.token, clientOptions(calling, POLL_SECONDS));
