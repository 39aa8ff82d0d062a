import type { Day, Delivery, Receipt } from '../../domain/eta/delivery.js';
import type { ToldDates } from './eta-scores.js';

/** Slips and lead times beyond these are counted as these. */
const LEAST = -1_500;
const MOST = 4_000;

/** How often each whole number of days was seen. */
class DayCounts {
  #counts = new Int32Array(64);
  #first = 0;
  #total = 0;

  add(days: number): void {
    const value = Math.max(LEAST, Math.min(MOST, days));
    if (this.#total === 0) this.#first = value - 32;
    if (value < this.#first || value >= this.#first + this.#counts.length) this.#widen(value);
    const at = value - this.#first;
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#total += 1;
  }

  /** The least value that a share `p` of all does not exceed; undefined while there is none. */
  quantile(p: number): number | undefined {
    let seen = 0;
    for (const [at, count] of this.#counts.entries()) {
      seen += count;
      if (count > 0 && seen >= p * this.#total - 1e-9) return this.#first + at;
    }
    return undefined;
  }

  #widen(value: number): void {
    const first = Math.min(this.#first, value) - 32;
    const last = Math.max(this.#first + this.#counts.length, value + 1) + 32;
    const wider = new Int32Array(last - first);
    wider.set(this.#counts, this.#first - first);
    this.#counts = wider;
    this.#first = first;
  }
}

interface Counts {
  readonly slips: DayCounts;
  readonly leads: DayCounts;
}

const newCounts = (): Counts => ({ slips: new DayCounts(), leads: new DayCounts() });

export const YARDSTICKS = ['promisedDate', 'globalQuantiles', 'supplierQuantiles'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

/**
 * What one would say without a model: the promised date; the quantiles of all slips known so far (of lead times where
 * nothing was promised); those of the supplier's own, as soon as it has one. All of them know that it has not come yet.
 */
export class EtaYardsticks {
  readonly #all = newCounts();
  readonly #suppliers = new Map<string, Counts>();

  learn({ supplier, orderedOn, promisedOn, receivedOn }: Receipt): void {
    const into = [this.#all];
    if (supplier !== null) {
      let own = this.#suppliers.get(supplier);
      if (!own) {
        own = newCounts();
        this.#suppliers.set(supplier, own);
      }
      into.push(own);
    }
    for (const { slips, leads } of into) {
      if (promisedOn !== null) slips.add(receivedOn - promisedOn);
      if (orderedOn !== null) leads.add(receivedOn - orderedOn);
    }
  }

  /** Undefined where a yardstick has nothing to say. */
  tell(delivery: Delivery, asOf: Day): Readonly<Record<Yardstick, ToldDates | undefined>> {
    const { supplier, promisedOn, orderedOn } = delivery;
    const anchor = promisedOn ?? orderedOn ?? asOf;
    const read = (counts: Counts | undefined): ToldDates | undefined => {
      const days = counts?.[promisedOn === null ? 'leads' : 'slips'];
      const at = (p: number): number => Math.max(asOf + 1, anchor + (days?.quantile(p) ?? Number.NaN));
      const told = { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
      return Number.isNaN(told.p50) ? undefined : told;
    };
    const globalQuantiles = read(this.#all);
    return {
      promisedDate: promisedOn === null ? undefined : { p10: promisedOn, p50: promisedOn, p90: promisedOn },
      globalQuantiles,
      supplierQuantiles: read(supplier === null ? undefined : this.#suppliers.get(supplier)) ?? globalQuantiles,
    };
  }
}
