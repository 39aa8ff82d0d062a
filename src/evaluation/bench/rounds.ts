/** What the subjects of one round measured, by the reading's name; `calibrator` is there in every round. */
export type Readings = Readonly<Record<string, number>>;

/** One thing to measure. Subjects take turns, so that a slow minute of the machine falls on all of them. */
export interface Subject {
  readonly name: string;
  measure(): Promise<Readings>;
}

export interface Rounds {
  readonly kept: readonly Readings[];
  /** Rounds thrown away because the machine changed its pace under them. */
  readonly discarded: number;
}

/** A round whose calibrator runs before and after it differ by more than this share says nothing. */
const MOST_DRIFT = 0.2;

/**
 * Runs every subject once a round until `rounds` rounds are good, trying at most three times as many; on a machine busy
 * with other things fewer are kept. A calibrator (a fixed piece of work) runs before and after each round.
 */
export async function runRounds(
  subjects: readonly Subject[],
  { rounds, onProgress }: { rounds: number; onProgress: (sentence: string) => void },
): Promise<Rounds> {
  const kept: Readings[] = [];
  let discarded = 0;
  const names = subjects.map(({ name }) => name).join(', ');
  while (kept.length < rounds && kept.length + discarded < 3 * rounds) {
    onProgress(`${names}: round ${kept.length + 1} of ${rounds} …`);
    const before = calibrate();
    const readings: Record<string, number> = { calibrator: before };
    for (const subject of subjects) Object.assign(readings, await subject.measure());
    const drift = Math.abs(calibrate() / before - 1);
    if (drift <= MOST_DRIFT) kept.push(readings);
    else {
      discarded += 1;
      onProgress(`The machine's pace changed by ${Math.round(drift * 100)} %: this round does not count.`);
    }
  }
  return { kept, discarded };
}

const DOCUMENT = JSON.stringify(
  Array.from({ length: 100 }, (_, n) => ({ line: n, title: `Item ${n}`, price: n * 1.25, on: '2026-11-23' })),
);
const CALIBRATIONS = 9;
const TRIPS = 200;

/** Microseconds for reading and writing a fixed JSON document of 6 KB once: the yardstick of all pure computing. */
function calibrate(): number {
  const times: number[] = [];
  for (let n = 0; n < CALIBRATIONS; n += 1) {
    const start = performance.now();
    for (let trip = 0; trip < TRIPS; trip += 1) JSON.stringify(JSON.parse(DOCUMENT));
    times.push(((performance.now() - start) * 1_000) / TRIPS);
  }
  return quantile(times, 0.5);
}

/** The value below which a share `p` of the values lies. Throws when there are none. */
export function quantile(values: readonly number[], p: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  const value = ascending[Math.min(ascending.length - 1, Math.floor(p * ascending.length))];
  if (value === undefined) throw new RangeError('There is nothing to take a quantile of');
  return value;
}
