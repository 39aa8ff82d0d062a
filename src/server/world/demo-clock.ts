import type { Log } from '../../conversation/log.js';
import { compareInstants, type Instant } from '../../domain/kernel/dates.js';
import { advanceBusinessTo, businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { nextDeadline } from '../../store/next-deadline.js';
import { areTextsHeld } from '../../store/under-way.js';
import { earliest, nextStop, type TimeOfDay } from './next-stop.js';
import { runToQuiet } from './run-to-quiet.js';

/** Where the clock is being moved to, and where it has come. */
export interface Journey {
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}

/** The demo's clock: business time, moved forward with everything done on the way that falls due. */
export interface DemoClock {
  journey(): Journey | null;
  /** Begins to move to `to`; false while it is moving already, here or in another process. */
  moveTo(to: Instant): Promise<boolean>;
  /** Resolves when it stands. */
  stood(): Promise<void>;
  /** Goes no further than the stop it is at. */
  stop(): Promise<void>;
}

/** Any fixed number: one process moves the clock at a time. */
const LOCK = 7_305_003;

interface Parts {
  readonly sql: Sql;
  /** When it halts each day: the day has begun for everybody, something is sent at that time. */
  readonly stops: readonly [TimeOfDay, ...TimeOfDay[]];
  /** When everybody may be texted. */
  readonly awake: TimeOfDay;
  readonly log: Log;
  /** Looks for work now. */
  wake(): void;
}

/**
 * Never skips over a moment at which something is due: it halts at every deadline in the tables and at set times of each
 * day, has all done that is due by then, and only then goes on.
 */
export function createDemoClock({ sql, stops, awake, log, wake }: Parts): DemoClock {
  let journey: Journey | null = null;
  let stopping = false;
  let going: Promise<void> = Promise.resolve();

  async function go(to: Instant): Promise<void> {
    await runToQuiet(sql, wake);
    for (;;) {
      const now = await businessNow(sql);
      if (stopping || compareInstants(now, to) >= 0) return;
      const times = (await areTextsHeld(sql)) ? ([...stops, awake] as const) : stops;
      const at = earliest([to, nextStop(now, times), (await nextDeadline(sql, now)) ?? to]);
      await advanceBusinessTo(sql, at);
      journey = journey && { ...journey, at };
      if (!(await runToQuiet(sql, wake))) log.warn({ at }, 'the demo clock went on while something was under way');
    }
  }

  return {
    journey: () => journey,
    async moveTo(to) {
      if (journey || stopping) return false;
      const from = await businessNow(sql);
      const turn = await sql.reserve();
      const [lock] = await turn<{ taken: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as taken`;
      if (!lock?.taken || journey) {
        turn.release();
        return false;
      }
      journey = { from, to, at: from };
      going = go(to)
        .catch((err: unknown) => log.error({ err }, 'the demo clock stopped on its way'))
        .finally(async () => {
          journey = null;
          await turn`select pg_advisory_unlock(${LOCK})`.catch(() => {});
          turn.release();
        });
      return true;
    },
    stood: () => going,
    stop() {
      stopping = true;
      return going;
    },
  };
}
