import type { Day } from './delivery.js';

/** How fast a record forgets. Infinity in both never does. */
export interface Memory {
  /** After this many days a receipt counts 1/e. */
  readonly days: number;
  /** With each further day that brings receipts, what was before counts (1 − 1/`receiptDays`). */
  readonly receiptDays: number;
}

/** From this many distinct values on, finding one by its index is quicker than by looking through. */
const INDEX_FROM = 40;

/** Stored weights grow as time goes by instead of old ones being shrunk; at this size all are brought back. */
const RESCALE_BELOW = 1e-60;

/**
 * What came, as whole days from some anchor, with weights: the empirical distribution in which what is long ago counts
 * less. Adding is O(1) whatever the size: weights are kept divided by `scale`, the decay since the record began.
 */
export class DecayedRecord {
  readonly values: number[] = [];
  readonly weights: number[] = [];
  /** The sum of `weights`. */
  total = 0;
  #receiptDays = 0;
  #scale = 1;
  #last: Day | undefined;
  #index: Map<number, number> | undefined;
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** On how many days receipts came, decayed. Lines of one truck are one experience, not ten. */
  get receiptDays(): number {
    return this.#receiptDays;
  }

  /** Days must not go back from one call to the next. */
  add(value: number, on: Day): void {
    if (this.#last === undefined || on > this.#last) this.#passTime(on);
    const weight = 1 / this.#scale;
    const at = this.#index ? (this.#index.get(value) ?? -1) : this.values.indexOf(value);
    this.total += weight;
    if (at >= 0) {
      this.weights[at] = (this.weights[at] ?? 0) + weight;
      return;
    }
    this.values.push(value);
    this.weights.push(weight);
    if (this.#index) this.#index.set(value, this.values.length - 1);
    else if (this.values.length > INDEX_FROM) this.#index = new Map(this.values.map((one, i) => [one, i]));
  }

  #passTime(on: Day): void {
    if (this.#last !== undefined) {
      const kept = Math.exp((this.#last - on) / this.#memory.days) * (1 - 1 / this.#memory.receiptDays);
      this.#receiptDays *= kept;
      this.#scale *= kept;
      if (this.#scale < RESCALE_BELOW) this.#rescale();
    }
    this.#receiptDays += 1;
    this.#last = on;
  }

  #rescale(): void {
    for (const [i, weight] of this.weights.entries()) this.weights[i] = weight * this.#scale;
    this.total *= this.#scale;
    this.#scale = 1;
  }
}
