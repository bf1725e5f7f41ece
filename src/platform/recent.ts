/** Whether something happened lately: so that «is there work?» is asked of the database only when there may be some. */
import { type Clock, SECOND } from "#core/clock.ts";

export type Recent = {
  /** It happens now. */
  mark(): void;
  /** Whether it happened within the last seconds: long enough for the transaction around it to be committed. */
  isOn(): boolean;
};

const LASTS = 5 * SECOND;

export function createRecent(clock: Clock): Recent {
  let until = Number.NEGATIVE_INFINITY;
  return {
    mark() {
      until = clock.monotonic() + LASTS;
    },
    isOn: () => clock.monotonic() <= until,
  };
}
