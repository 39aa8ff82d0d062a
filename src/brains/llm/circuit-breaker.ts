const FAILURES = 3;
const WINDOW_MS = 60_000;
const REST_MS = 30_000;

/** Spares shoppers the wait for a model that is down. Open means: do not even ask. */
export interface CircuitBreaker {
  isOpen(): boolean;
  succeeded(): void;
  failed(): void;
}

/**
 * Opens for 30 seconds after three failures in a row within a minute. Once those seconds are over, the next call is the
 * trial: the earlier failures still count while they are younger than a minute, so one more opens it again.
 * `clock` counts milliseconds and never runs backwards.
 */
export function createCircuitBreaker(clock: () => number = () => performance.now()): CircuitBreaker {
  let failures: readonly number[] = [];
  let openUntil = Number.NEGATIVE_INFINITY;
  return {
    isOpen: () => clock() < openUntil,
    succeeded() {
      failures = [];
    },
    failed() {
      const now = clock();
      failures = [...failures.filter((at) => now - at < WINDOW_MS), now];
      if (failures.length >= FAILURES) openUntil = now + REST_MS;
    },
  };
}
