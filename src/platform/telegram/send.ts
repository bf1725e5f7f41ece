/** One unasked message to one chat, at Telegram's pace, with whatever Telegram says turned into an outcome. */
import type { Api } from "grammy";
import { MINUTE, SECOND } from "#core/clock.ts";
import type { Lane, Send, SendOutcome } from "#core/notice.ts";
import { escapeHtml, type Screen } from "#core/screen.ts";
import { unreachable } from "#core/unreachable.ts";
import type { Log } from "#platform/log.ts";
import { type CallFailure, readFailure } from "./errors.ts";
import type { Pace } from "./pace.ts";
import { htmlToPlain, screenToFile, screenToPayload } from "./payload.ts";

export type Sender = {
  /**
   * Sends the screen as a new message. Waits for its turn for some seconds at most; broken tags are retried once as plain text.
   */
  send: Send;
  /** How many messages wait for their turn now. */
  waiting(): number;
};

export type SenderParts = {
  api: Api;
  pace: Pace;
  log: Log;
};

/** Longer waits end in `later`, so that a claimed notice is never held through a pause. */
const PATIENCE: Record<Lane, number> = { reply: 2 * SECOND, reminder: 10 * SECOND, broadcast: 10 * SECOND };

export function createSender({ api, pace, log }: SenderParts): Sender {
  let waiting = 0;

  const attempt = async (chatId: bigint, screen: Screen, { lane, signal }: Parameters<Send>[2]) => {
    waiting += 1;
    const turn = await pace.turn(chatId, lane, { patienceMs: PATIENCE[lane], signal }).finally(() => {
      waiting -= 1;
    });
    if (turn.kind === "later") return turn;
    try {
      const messageId = await post(api, Number(chatId), screen);
      pace.answered();
      return { kind: "sent", messageId } as const;
    } catch (error) {
      return readFailure(error);
    }
  };
  const send = async (chatId: bigint, screen: Screen, options: Parameters<Send>[2]): Promise<SendOutcome> => {
    const first = await attempt(chatId, screen, options);
    if (first.kind !== "badEntities") return toOutcome(first, chatId, options.lane, pace);
    log.error("broken-entities", { at: "notice" });
    const second = await attempt(chatId, { ...screen, text: escapeHtml(htmlToPlain(screen.text)) }, options);
    return toOutcome(second, chatId, options.lane, pace);
  };
  return { send, waiting: () => waiting };
}

async function post(api: Api, chatId: number, screen: Screen): Promise<number> {
  if (screen.picture) {
    const { file, options } = screenToFile(screen, screen.picture);
    return (await api.sendPhoto(chatId, file, options)).message_id;
  }
  if (screen.document) {
    const { file, options } = screenToFile(screen, screen.document);
    return (await api.sendDocument(chatId, file, options)).message_id;
  }
  const { text, options } = screenToPayload(screen);
  return (await api.sendMessage(chatId, text, options)).message_id;
}

type Attempt = CallFailure | Extract<SendOutcome, { kind: "sent" | "later" }>;

function toOutcome(attempt: Attempt, chatId: bigint, lane: Lane, pace: Pace): SendOutcome {
  switch (attempt.kind) {
    case "sent":
    case "later":
      return attempt;
    case "flood":
      pace.answered();
      pace.flooded(chatId, lane, attempt.retryAfterMs);
      return { kind: "later", afterMs: attempt.retryAfterMs };
    case "unreachable":
      pace.answered();
      return { kind: "unreachable", reason: attempt.reason };
    case "safeRetry":
      return { kind: "failed", reason: attempt.code, outage: pace.broke() };
    case "ambiguous":
      return { kind: "ambiguous", reason: attempt.code, outage: pace.broke() };
    case "serverError":
      return { kind: attempt.cut ? "ambiguous" : "failed", reason: attempt.code, outage: pace.broke() };
    case "unauthorized":
    case "conflict":
      return { kind: "later", afterMs: MINUTE };
    case "migrated":
    case "notModified":
    case "gone":
    case "badEntities":
    case "tooOld":
      pace.answered();
      return { kind: "rejected", reason: attempt.kind };
    case "rejected":
      pace.answered();
      return { kind: "rejected", reason: attempt.reason };
    default:
      return unreachable(attempt);
  }
}
