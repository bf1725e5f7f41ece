/** What every method needs, and the types of methods: parameters exactly as grammY declares them. */
import type { Opts } from "@grammyjs/types";
import type { Floods } from "./floods.ts";
import type { CommandSet } from "./model.ts";
import type { Polling } from "./polling.ts";
import type { Updates } from "./updates.ts";
import type { Upload } from "./upload.ts";
import type { Webhook } from "./webhook.ts";
import type { World } from "./world.ts";

export type Settings = {
  commands: Map<string, CommandSet>;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  shortDescriptions: Record<string, string>;
  /** By chat; 0 stands for all chats. */
  menuButtons: Map<number, unknown>;
  loggedOut: boolean;
};

export type Station = {
  world: World;
  updates: Updates;
  polling: Polling;
  webhook: Webhook;
  floods: Floods;
  settings: Settings;
};

export type MethodName = keyof Opts<Upload>;
export type Given<M extends MethodName> = Opts<Upload>[M];
/** Methods by name; `gone` aborts when the bot's connection closes. */
export type Methods = { [M in MethodName]?: (given: Given<M>, gone: AbortSignal) => unknown };
