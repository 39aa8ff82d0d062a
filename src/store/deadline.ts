import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again (about every 20 ms) until `attempt` gives something; `undefined` once `withinMs` have passed. */
export async function poll<T>(withinMs: number, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await attempt();
    if (found !== undefined || performance.now() >= end) return found;
    await pause(20);
  }
}

/** Thrown by `within`. Carries a code like the errors of the system and the driver do. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
  readonly code = 'DEADLINE_PASSED';
}

/** The result of `work`, or `DeadlinePassed` when it takes longer than `withinMs`; the work itself goes on. */
export async function within<T>(withinMs: number, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed(`no result within ${withinMs / 1000} seconds`)), withinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
