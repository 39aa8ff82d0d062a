import { poll } from '../../src/store/deadline.js';

/** Far beyond what anything here takes: it bounds a broken test, it measures nothing. */
const PATIENCE_MS = 120_000;

/** Asks again and again until `attempt` gives something other than undefined, null or false, and returns that. */
export async function until<T>(
  what: string,
  attempt: () => Promise<T | false | null | undefined> | T | false | null | undefined,
): Promise<T> {
  const found = await poll(PATIENCE_MS, async () => {
    const seen = await attempt();
    return seen === undefined || seen === null || seen === false ? undefined : { seen };
  });
  if (found === undefined) throw new Error(`waited in vain until ${what}`);
  return found.seen;
}
