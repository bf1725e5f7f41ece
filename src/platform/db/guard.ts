/** Keeps work inside a transaction from using the client outside of it: on SQLite that would wait for itself for ever. */
import { AsyncLocalStorage } from "node:async_hooks";

const MISUSE = "the client outside of the transaction was used inside `tx`; use the client that `tx` gives";
const NESTED = "`tx` was called inside `tx`; transactions do not nest";

export type Guard = {
  /** `client`, except that touching it inside a transaction throws. */
  outside<T extends object>(client: T): T;
  /** Runs the work of a transaction; throws at once inside another one. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  /** Throws inside a transaction. */
  refuseNesting(): void;
};

export function createGuard(): Guard {
  const context = new AsyncLocalStorage<{ open: boolean }>();
  const busy = () => context.getStore()?.open === true;
  return {
    outside: (client) =>
      new Proxy(client, {
        get(target, key) {
          if (busy()) throw new Error(MISUSE);
          return Reflect.get(target, key);
        },
      }),
    inside(work) {
      const store = { open: true };
      return context.run(store, async () => {
        try {
          return await work();
        } finally {
          store.open = false;
        }
      });
    },
    refuseNesting() {
      if (busy()) throw new Error(NESTED);
    },
  };
}
