import type { Log } from './log.js';

export interface Loop {
  /** Looks for work now instead of at the next look. */
  wake(): void;
  /** Takes up nothing new and resolves when what is running is done. */
  stop(): Promise<void>;
  /** False once steps keep failing, so that readiness can say so. */
  isWell(): boolean;
}

export interface LoopOptions {
  readonly name: string;
  readonly log: Log;
  /** Steps that may run at once. */
  readonly lanes: number;
  /** The pause after an idle step unless woken. */
  readonly everyMs: number;
  /** Does one piece of work. `busy`: look again at once. */
  step(isStopping: () => boolean): Promise<'busy' | 'idle'>;
}

/** Steps that failed one after another before the loop counts as unwell; each waits a second. */
const UNWELL_AFTER = 3;

/** Runs a step again and again in a few lanes: at once while there is work, otherwise when woken or when time has passed. */
export function startLoop({ name, log, lanes, everyMs, step }: LoopOptions): Loop {
  let stopping = false;
  let failures = 0;
  const sleepers = new Set<() => void>();

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const rise = () => {
        clearTimeout(timer);
        sleepers.delete(rise);
        resolve();
      };
      const timer = setTimeout(rise, ms);
      sleepers.add(rise);
    });

  // a wake that comes while a lane is looking must not be lost: it makes that lane look once more
  let wakes = 0;
  async function runLane(): Promise<void> {
    while (!stopping) {
      const seen = wakes;
      try {
        const result = await step(() => stopping);
        failures = 0;
        if (result === 'idle' && wakes === seen && !stopping) await sleep(everyMs);
      } catch (err) {
        failures += 1;
        log.error({ err, loop: name }, 'a step failed; trying again in a second');
        if (!stopping) await sleep(1_000);
      }
    }
  }

  const running = Array.from({ length: lanes }, runLane);
  const rouse = () => {
    for (const rise of [...sleepers]) rise();
  };
  return {
    wake() {
      wakes += 1;
      rouse();
    },
    async stop() {
      stopping = true;
      rouse();
      await Promise.all(running);
    },
    isWell: () => failures < UNWELL_AFTER,
  };
}
