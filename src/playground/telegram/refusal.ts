/** How Telegram says no: thrown inside a method, sent as `{ ok: false }`. */

export type RefusalParameters = { retry_after?: number; migrate_to_chat_id?: number };

/** A call that Telegram refuses, with its HTTP status and its words. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400, with the first letter lowered as Telegram's server does, unless the words are a CODE. */
export function badRequest(words: string, parameters?: RefusalParameters): Refusal {
  const isCode = /^[A-Z][A-Z_]/.test(words);
  const lowered = isCode ? words : words.charAt(0).toLowerCase() + words.slice(1);
  return new Refusal(400, `Bad Request: ${lowered}`, parameters);
}

/** 403: the bot may not do this with that person or chat. */
export const forbidden = (words: string): Refusal => new Refusal(403, `Forbidden: ${words}`);

/** 409: somebody else receives the updates. */
export const conflict = (words: string): Refusal => new Refusal(409, `Conflict: ${words}`);

/** 429: too many; `seconds` must pass before the next try. */
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

/** A call that the real Telegram may well accept, and this one cannot play; never mistake it for a refusal of Telegram's. */
export const notEmulated = (what: string): Refusal => new Refusal(400, `Not emulated: ${what}`);
