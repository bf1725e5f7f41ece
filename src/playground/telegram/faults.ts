/** Faults on demand: which call is struck by what. The server carries them out. */
import type { Fault } from "./model.ts";
import { seeded } from "./random.ts";

type Planned = { fault: Fault; random: () => number; seen: number; hits: number };
export type FaultPlan = ReturnType<typeof createFaultPlan>;

export function createFaultPlan() {
  let planned: Planned[] = [];
  let latency = 0;
  let outages = 0;

  function add(fault: Fault) {
    const one: Planned = { fault, random: seeded(fault.seed ?? 1), seen: 0, hits: 0 };
    planned.push(one);
    return {
      hits: () => one.hits,
      remove: () => {
        planned = planned.filter((other) => other !== one);
      },
    };
  }
  /** The fault that strikes this call, if any; asking counts the call. */
  function strike(method: string): Fault | undefined {
    let struck: Planned | undefined;
    for (const one of planned) {
      if (!matches(one.fault, method)) continue;
      one.seen++;
      if (!struck && isDue(one)) struck = one;
    }
    if (struck) struck.hits++;
    return struck?.fault;
  }

  return {
    add,
    strike,
    clear: () => {
      planned = [];
      latency = 0;
    },
    latency: () => latency,
    setLatency: (ms: number) => {
      latency = ms;
    },
    isOut: () => outages > 0,
    beginOutage: () => {
      outages++;
      let over = false;
      return () => {
        if (!over) outages--;
        over = true;
      };
    },
  };
}

function matches({ method }: Fault, name: string): boolean {
  if (method === undefined) return name !== "getUpdates";
  if (typeof method === "string") return method === name;
  method.lastIndex = 0;
  return method.test(name);
}

function isDue({ fault, seen, hits, random }: Planned): boolean {
  if (seen < (fault.nth ?? 1)) return false;
  const times = fault.times ?? (fault.nth === undefined ? Number.POSITIVE_INFINITY : 1);
  if (hits >= times) return false;
  return fault.probability === undefined || random() < fault.probability;
}
