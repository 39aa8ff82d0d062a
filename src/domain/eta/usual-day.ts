import type { Day } from './delivery.js';

/** Around what day deliveries come, counted from an anchor, and how far from it they usually are. In days. */
export interface Usual {
  readonly centre: number;
  readonly spread: number;
}

/** No supplier is so regular that its next delivery is known to the day. */
const LEAST_SPREAD = 0.3;

/** One delivery moves the centre as if it were at most three spreads away (Huber 1964), the spread at most five. */
const MOST_FOR_CENTRE = 3;
const MOST_FOR_SPREAD = 5;
const LEAST_STEP = 0.5;

/**
 * A running centre and spread (mean distance), robust against single disasters. Begins where deliveries in general are,
 * which counts as much as `prior` deliveries of its own, and follows with steps of 1/(n + 1 + prior), never less than
 * `slowest`: so many of the newest deliveries it stays open to.
 */
export class UsualDay {
  #centre = 0;
  #spread = 0;
  #first = 0;
  #receiptDays = 0;
  #last: Day = Number.NEGATIVE_INFINITY;
  readonly #slowest: number;

  constructor(slowest: number) {
    this.#slowest = slowest;
  }

  /** Days on which receipts came. */
  get receiptDays(): number {
    return this.#receiptDays;
  }

  /** The first value, for a second one to be compared with; undefined unless exactly one day brought receipts before. */
  firstBefore(on: Day): number | undefined {
    return this.#receiptDays === 1 && on > this.#last ? this.#first : undefined;
  }

  /** Undefined while nothing has come. */
  get usual(): Usual | undefined {
    if (this.#receiptDays === 0) return undefined;
    return { centre: this.#centre, spread: Math.max(LEAST_SPREAD, this.#spread) };
  }

  add(value: number, on: Day, general: Usual, prior: number): void {
    if (this.#receiptDays === 0) {
      this.#centre = general.centre;
      this.#spread = Math.max(LEAST_STEP, general.spread);
      this.#first = value;
    }
    const step = Math.max(LEAST_STEP, this.#spread);
    const off = value - this.#centre;
    const felt = Math.max(-MOST_FOR_CENTRE * step, Math.min(MOST_FOR_CENTRE * step, off));
    this.#centre += Math.max(this.#slowest, 1 / (this.#receiptDays + 1 + prior)) * felt;
    const distance = Math.min(Math.abs(off), MOST_FOR_SPREAD * step);
    this.#spread += Math.max(this.#slowest / 2, 1 / (this.#receiptDays + 2 + prior)) * (distance - this.#spread);
    if (on > this.#last) {
      this.#receiptDays += 1;
      this.#last = on;
    }
  }
}

/** Beyond this many days two deliveries of one supplier say nothing more about how alike its deliveries are. */
const MOST_APART = 60;
const PAIRS_REMEMBERED = 50;

/**
 * How many deliveries of its own a supplier needs to weigh as much as all suppliers together: the variance within
 * suppliers over the variance between them (Bühlmann 1967, credibility theory). Learned from each supplier's first two
 * deliveries: half their squared difference is the variance within; how far the first is from all suppliers' centre,
 * squared, is both variances together.
 */
export class Credibility {
  #within = 4;
  #both = 4;

  learn(first: number, second: number, generalCentre: number): void {
    const apart = Math.min(MOST_APART, Math.abs(second - first));
    const off = Math.min(MOST_APART, Math.abs(first - generalCentre));
    this.#within += ((apart * apart) / 2 - this.#within) / PAIRS_REMEMBERED;
    this.#both += (off * off - this.#both) / PAIRS_REMEMBERED;
  }

  /** From 0.1 to 8. */
  get prior(): number {
    return Math.min(8, Math.max(0.1, this.#within / Math.max(0.1, this.#both - this.#within)));
  }
}
