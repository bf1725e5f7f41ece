/** How grammY calls Telegram: where, through which proxy, how long at most. */
import type { Agent } from "node:http";
import { Api, type ApiClientOptions } from "grammy";

export type Calling = {
  token: string;
  /** Without a slash at the end. */
  apiRoot: string;
  /** Absent: directly. */
  agent?: Agent | undefined;
};

/** A call that was not answered for so long is broken off; longer than a long poll. */
const CALL_SECONDS = 60;

export const clientOptions = ({ apiRoot, agent }: Calling): ApiClientOptions => ({
  apiRoot,
  timeoutSeconds: CALL_SECONDS,
  ...(agent ? { baseFetchConfig: { agent, compress: true } } : {}),
});

export const createApi = (calling: Calling): Api => new Api(calling.token, clientOptions(calling));
