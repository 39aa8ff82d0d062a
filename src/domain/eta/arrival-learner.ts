import { ArrivalMixture } from './arrival-mixture.js';
import { Calibration } from './calibration.js';
import { consultExperts } from './consult-experts.js';
import type { DecayedRecord } from './decayed-record.js';
import type { Day, Delivery, Receipt } from './delivery.js';
import { knowledgeLevel } from './deviation-pool.js';
import { ExpertTrust, type Lesson, type Stage } from './expert-trust.js';
import { EXPERTS } from './experts.js';
import { RecordLibrary } from './record-library.js';
import { type WeekdayEvidence, WeekdayHabit } from './weekday-habit.js';

/** When a delivery comes that has not come by the end of `asOf`. */
export interface ArrivalForecast {
  readonly asOf: Day;
  /** `chances[i]` is the chance of `asOf + i`, for i from 1 to `last`. Holds until the learner is asked again. */
  readonly chances: Float64Array;
  readonly last: number;
  /** False where no promise and no receipt of any supplier says anything about it: then it is a mere guess. */
  readonly hasBasis: boolean;
}

/** What a forecast will teach once its delivery is known to have come. */
export interface SealedLesson {
  readonly trust: Lesson | undefined;
  readonly weekday: WeekdayEvidence;
  /** Which share of the forecast lay before the day it came, from 0 to 1. */
  readonly position: number;
}

interface Asked {
  readonly asOf: Day;
  readonly situation: number;
  readonly supplier: number;
  readonly spread: number;
  readonly weights: Float64Array;
  readonly last: number;
}

/** Likelihoods are taken over a third of the usual spread to either side. */
const NEAR = 0.35;

/**
 * Learns from receipts, in the order in which they became known, when deliveries come. Asked at any time, it answers
 * from what it has learned so far and nothing else. The same calls in the same order give the same answers.
 */
export class ArrivalLearner {
  readonly #library = new RecordLibrary();
  readonly #trust = new ExpertTrust();
  readonly #weekdays = new WeekdayHabit();
  readonly #calibration = new Calibration();
  readonly #mixture = new ArrivalMixture();
  readonly #raw = new Float64Array(this.#mixture.chances.length);
  readonly #likelihoods = new Float64Array(EXPERTS.length);
  #asked: Asked | undefined;

  /** The slips of a supplier's receipts from their first promises, each counting once; undefined while it has none. */
  slips(supplier: string): Pick<DecayedRecord, 'values' | 'weights'> | undefined {
    return this.#library.slips.page(this.#library.supplierCode(supplier))?.ever;
  }

  /** Days from order to receipt as they usually are with this supplier, or with all; undefined while nothing came. */
  usualLeadDays(supplier: string): number | undefined {
    const page = this.#library.leads.page(this.#library.supplierCode(supplier));
    return (page?.slow.usual ?? this.#library.leads.everyone.slow.usual)?.centre;
  }

  forecast(asked: Delivery, asOf: Day): ArrivalForecast {
    const delivery = this.#asPromised(asked);
    const mixture = this.#mixture;
    const member = this.#library.membership(delivery);
    const { receiptDays, spread, hasBasis } = consultExperts(this.#library, delivery, member, asOf, mixture);
    const stage = stageOf(delivery, asOf);
    const trusted = this.#trust.weights(stage, knowledgeLevel(receiptDays), member.supplier, mixture.speaks);
    mixture.blend(trusted.weights);
    const { chances, last } = mixture;
    this.#weekdays.favour(chances, last, asOf, member.supplier);
    this.#raw.set(chances.subarray(0, last + 1));
    this.#calibration.correct(chances, last);
    this.#asked = { asOf, ...trusted, supplier: member.supplier, spread, last };
    return { asOf, chances, last, hasBasis };
  }

  /**
   * While no supplier ever replaced a promise, nothing says what such a word is worth beside the first one: then the newest
   * is the promise. It would count for nothing otherwise, and a slip that the supplier itself told of would move no date.
   */
  #asPromised(delivery: Delivery): Delivery {
    const { revisedOn } = delivery;
    if (revisedOn === null || this.#library.revisions.everyone.ever.total > 0) return delivery;
    return { ...delivery, promisedOn: revisedOn, revisedOn: null };
  }

  /**
   * For a backtest, where the future is on file: what the forecast just made would teach if its delivery came after
   * `days` days. To be handed to `learn` when that is known, not before. `toss`, from 0 to 1, places the outcome within
   * its day's chance.
   */
  seal(days: number, toss: number): SealedLesson | undefined {
    if (!this.#asked || days < 1) return undefined;
    const { asOf, situation, supplier, spread, weights, last } = this.#asked;
    let before = 0;
    for (let day = 1; day < days && day <= last; day += 1) before += this.#raw[day] ?? 0;
    const position = before + toss * (days <= last ? (this.#raw[days] ?? 0) : 0);
    this.#mixture.likelihoods(days, Math.round(NEAR * spread), this.#likelihoods);
    let sum = 0;
    for (let e = 0; e < EXPERTS.length; e += 1) sum += (weights[e] ?? 0) * (this.#likelihoods[e] ?? 0);
    const credits = Float32Array.from(this.#likelihoods, (likelihood, e) => ((weights[e] ?? 0) * likelihood) / sum);
    const trust = sum > 0 ? { situation, supplier, credits } : undefined;
    return { trust, weekday: this.#weekdays.evidence(asOf + days), position };
  }

  /**
   * Takes in a receipt, and what a forecast of it has to teach. `isAsked` unless the forecast was
   * made only to learn. `knownOn` must not go back from one call to the next.
   */
  learn(
    receipt: Receipt,
    taught?: { readonly lesson: SealedLesson; readonly isAsked: boolean; readonly waited: number },
  ): void {
    const member = this.#library.membership(receipt);
    if (taught) {
      const { trust, weekday, position } = taught.lesson;
      if (trust) this.#trust.learn(trust, receipt.receivedOn);
      this.#weekdays.believe(member.supplier, weekday);
      this.#calibration.learn(position, taught.isAsked);
      if (taught.isAsked) this.#library.waits.add(taught.waited, receipt.knownOn);
    }
    this.#library.learn(receipt, member);
    this.#weekdays.learn(member.supplier, receipt.receivedOn);
  }
}

function stageOf({ promisedOn, revisedOn }: Delivery, asOf: Day): Stage {
  if (revisedOn !== null) return 'revised';
  if (promisedOn === null) return 'unpromised';
  return asOf >= promisedOn ? 'overdue' : 'promised';
}
