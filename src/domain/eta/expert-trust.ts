import { KNOWLEDGE_LEVELS } from './deviation-pool.js';
import { EXPERTS, firstTrust } from './experts.js';

/** At what point of its life a delivery is asked about. */
export const STAGES = ['promised', 'overdue', 'unpromised', 'revised'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * How often all suppliers' trust counts beside what a supplier's own deliveries showed: eight times at first, once in
 * the end, half way after `SETTLES` deliveries.
 */
const GENERAL_AT_FIRST = 8;
const GENERAL_IN_THE_END = 1;
const SETTLES = 5;
const GENERAL_KEEPS = 0.99;
const SUPPLIER_KEEPS = 0.8;
/** No expert that speaks counts less than this, so that it can come back. */
const LEAST_SHARE = 0.002;
const LEAST_TRUST = 0.02;
/** What another line of the same truck counts: it is hardly news. */
const SAME_TRUCK = 0.25;

/** Which expert had it right for one delivery, to be learned when the delivery is known to have come. */
export interface Lesson {
  readonly situation: number;
  readonly supplier: number;
  /** By expert, summing to 1. */
  readonly credits: Float32Array;
}

interface SupplierTrust {
  readonly credits: Float64Array;
  lastReceivedOn: number;
  /** Lessons learned, lines of one truck counting less. */
  lessons: number;
}

/**
 * How much each expert counts. Each delivery that came credits the experts by their share in the chance that the mixture
 * gave to the day it came: one step of expectation maximisation for a linear pool of forecasts, online (Cappé and
 * Moulines 2009). Kept by stage and by how much is known of the supplier, and for each supplier beside; older credit fades.
 */
export class ExpertTrust {
  readonly #general = Array.from({ length: STAGES.length * KNOWLEDGE_LEVELS }, firstTrust);
  readonly #suppliers: SupplierTrust[] = [];
  readonly #weights = new Float64Array(EXPERTS.length);

  /** The weights of those that speak, summing to about 1. The array is the same at each call. */
  weights(
    stage: Stage,
    knowledge: number,
    supplier: number,
    speaks: Uint8Array,
  ): { weights: Float64Array; situation: number } {
    const situation = STAGES.indexOf(stage) * KNOWLEDGE_LEVELS + knowledge;
    const general = this.#general[situation] ?? firstTrust();
    const trust = supplier < 0 ? undefined : this.#suppliers[supplier];
    const own = trust?.credits;
    const generalCounts =
      GENERAL_IN_THE_END + (GENERAL_AT_FIRST - GENERAL_IN_THE_END) / (1 + (trust?.lessons ?? 0) / SETTLES);
    let generalSum = 0;
    for (let e = 0; e < EXPERTS.length; e += 1) if (speaks[e]) generalSum += general[e] ?? 0;
    let sum = 0;
    for (let e = 0; e < EXPERTS.length; e += 1) {
      const weight = speaks[e] ? (generalCounts * (general[e] ?? 0)) / generalSum + (own?.[e] ?? 0) : 0;
      this.#weights[e] = weight;
      sum += weight;
    }
    for (let e = 0; e < EXPERTS.length; e += 1)
      if (speaks[e]) this.#weights[e] = Math.max(LEAST_SHARE, (this.#weights[e] ?? 0) / sum);
    return { weights: this.#weights, situation };
  }

  learn({ situation, supplier, credits }: Lesson, receivedOn: number): void {
    const own = supplier < 0 ? undefined : this.#supplier(supplier);
    const news = own?.lastReceivedOn === receivedOn ? SAME_TRUCK : 1;
    const general = this.#general[situation];
    for (let e = 0; e < EXPERTS.length; e += 1) {
      const credit = news * (credits[e] ?? 0);
      if (general) general[e] = Math.max(LEAST_TRUST, (general[e] ?? 0) * GENERAL_KEEPS + credit);
      if (own) own.credits[e] = (own.credits[e] ?? 0) * SUPPLIER_KEEPS + credit;
    }
    if (!own) return;
    own.lastReceivedOn = receivedOn;
    own.lessons += news;
  }

  #supplier(supplier: number): SupplierTrust {
    let trust = this.#suppliers[supplier];
    if (!trust) {
      trust = { credits: new Float64Array(EXPERTS.length), lastReceivedOn: Number.NaN, lessons: 0 };
      this.#suppliers[supplier] = trust;
    }
    return trust;
  }
}
