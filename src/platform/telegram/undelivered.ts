import { SECOND } from "#core/clock.ts";
import type { TelegramApi } from "./client.ts";

/** What Telegram says of its calls to a webhook: how many updates wait there, and when a call failed last. */
export type Undelivered = { pending: number; failedAt: Date | null };

export async function readUndelivered(api: TelegramApi): Promise<Undelivered> {
  const { pending_update_count: pending, last_error_date: at } = await api.getWebhookInfo();
  return { pending, failedAt: at ? new Date(at * SECOND) : null };
}
