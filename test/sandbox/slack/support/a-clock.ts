import type { Clock } from '../../../../src/sandbox/slack/clock.js';

export interface MovableClock extends Clock {
  /** Lets time pass; what was due happens in its order. */
  pass(ms: number): void;
  /** How long until each thing that is planned, in milliseconds. */
  planned(): number[];
}

/** A clock that stands still until it is moved. It starts at the real time: the app beside it checks signatures by that. */
export function aClock(): MovableClock {
  let now = Date.now();
  let jobs: { readonly at: number; readonly job: () => void }[] = [];
  return {
    now: () => now,
    after(ms, job) {
      const entry = { at: now + ms, job };
      jobs.push(entry);
      return () => {
        jobs = jobs.filter((one) => one !== entry);
      };
    },
    planned: () => jobs.map(({ at }) => at - now).sort((a, b) => a - b),
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = jobs.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        jobs = jobs.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.job();
      }
      now = end;
    },
  };
}
