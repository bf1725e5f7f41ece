/** Figures for Prometheus: whether updates come in and get done, whether what we owe goes out. No person is in them. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Clock } from "#core/clock.ts";

/** What waits in the database at this moment. */
export type Waiting = {
  /** How long the oldest update that is not done has waited, in milliseconds; 0 when none waits. */
  inboxAgeMs: number;
  /** Notices that are due or will be. */
  noticesWaiting: number;
  /** Updates and notices given up. */
  dead: number;
};

export type Metrics = {
  /** An update arrived. */
  updateReceived(): void;
  /** An update was settled. */
  updateHandled(how: "done" | "failed" | "dead"): void;
  /** Telegram answered 429. */
  flooded(): void;
  /** Names who is asked for `Waiting` at each reading; the last one named is asked. */
  watch(read: () => Promise<Waiting>): void;
  /** Milliseconds since the last update arrived; null when none did since the start. */
  sinceUpdateMs(): number | null;
  /** All figures as Prometheus reads them. */
  text(): Promise<string>;
  readonly contentType: string;
};

const HANDLED = ["done", "failed", "dead"] as const;

/** With `machine`, memory, processor time and the event loop's lag of this process are measured, too: once per process. */
export function createMetrics({ clock, machine = false }: { clock: Clock; machine?: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (machine) collectDefaultMetrics({ register: registry });
  let lastUpdate: number | null = null;
  let read: () => Promise<Waiting> = async () => ({ inboxAgeMs: 0, noticesWaiting: 0, dead: 0 });
  const gauge = (name: string, help: string) => new Gauge({ name: `tropa_${name}`, help, registers });

  const handled = new Counter({
    name: "tropa_updates_handled_total",
    help: "Updates settled, by how",
    labelNames: ["how"],
    registers,
  });
  for (const how of HANDLED) handled.inc({ how }, 0);
  const floods = new Counter({ name: "tropa_flood_answers_total", help: "429 answers of Telegram", registers });
  const since = gauge("last_update_age_seconds", "Seconds since the last update arrived; -1 before the first");
  const inboxAge = gauge("inbox_age_seconds", "How long the oldest unfinished update has waited");
  const waiting = gauge("notices_waiting", "Notices not yet sent");
  const dead = gauge("dead_rows", "Updates and notices given up");

  const sinceUpdateMs = () => (lastUpdate === null ? null : clock.monotonic() - lastUpdate);
  const refresh = async () => {
    const now = await read();
    const age = sinceUpdateMs();
    since.set(age === null ? -1 : age / 1_000);
    inboxAge.set(now.inboxAgeMs / 1_000);
    waiting.set(now.noticesWaiting);
    dead.set(now.dead);
  };

  return {
    updateReceived: () => {
      lastUpdate = clock.monotonic();
    },
    updateHandled: (how) => handled.inc({ how }),
    flooded: () => floods.inc(),
    watch: (reader) => {
      read = reader;
    },
    sinceUpdateMs,
    text: async () => {
      await refresh();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
