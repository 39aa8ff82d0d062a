import { weekdayOf } from '../kernel/dates.js';
import type { Day } from './delivery.js';

const ALL_KEEP = 0.999;
const OWN_KEEPS = 0.99;
/** All suppliers' weekdays count as much as this many receipts of its own; the flat week as one receipt a weekday. */
const GENERAL_COUNTS = 6;
/** The same for how well weekdays served. */
const GENERAL_BELIEF = 4;
const ALL_BELIEF_KEEPS = 0.999;
const OWN_BELIEF_KEEPS = 0.98;

interface Week {
  readonly counts: Float64Array;
  total: number;
  /** Evidence against and for telling weekdays apart. */
  plain: number;
  weekly: number;
}

const newWeek = (): Week => ({ counts: new Float64Array(7), total: 0, plain: 0, weekly: 0 });

/** How likely the forecast that knows weekdays was the right one, from 0 to 1. */
export type WeekdayEvidence = number;

/**
 * On which weekdays a supplier's goods come. A second forecast is made of the first, each day multiplied by how much
 * more often than one time in seven goods come on its weekday; the two are mixed by how well each did, for all suppliers
 * and for this one. A truck that comes on Tuesdays leaves nothing on other days; where weekdays say nothing, no harm is done.
 */
export class WeekdayHabit {
  readonly #all: Week = { ...newWeek(), plain: 1, weekly: 1 };
  readonly #own: Week[] = [];
  readonly #factors = new Float64Array(7);
  #share = 0;

  learn(supplier: number, receivedOn: Day): void {
    const day = weekdayOf(receivedOn);
    count(this.#all, day, ALL_KEEP);
    if (supplier >= 0) count(this.#week(supplier), day, OWN_KEEPS);
  }

  /** Mixes in the forecast that knows weekdays: `chances[i]` is the chance of `asOf + i`, for i from 1 to `last`. */
  favour(chances: Float64Array, last: number, asOf: Day, supplier: number): void {
    const own = supplier < 0 ? undefined : this.#own[supplier];
    this.#drawFactors(own);
    const first = weekdayOf(asOf);
    let sum = 0;
    for (let i = 1; i <= last; i += 1) sum += (chances[i] ?? 0) * (this.#factors[(first + i) % 7] ?? 1);
    for (let day = 0; day < 7; day += 1) this.#factors[day] = (this.#factors[day] ?? 1) / sum;
    const believed = this.#all.plain + this.#all.weekly;
    const plain = (GENERAL_BELIEF * this.#all.plain) / believed + (own?.plain ?? 0);
    const weekly = (GENERAL_BELIEF * this.#all.weekly) / believed + (own?.weekly ?? 0);
    this.#share = weekly / (plain + weekly);
    for (let i = 1; i <= last; i += 1) {
      const factor = this.#factors[(first + i) % 7] ?? 1;
      chances[i] = (chances[i] ?? 0) * (1 - this.#share + this.#share * factor);
    }
  }

  /** How much a delivery on this day speaks for telling weekdays apart, by the forecast that `favour` changed last. */
  evidence(cameOn: Day): WeekdayEvidence {
    const factor = this.#factors[weekdayOf(cameOn)] ?? 1;
    return (this.#share * factor) / (1 - this.#share + this.#share * factor);
  }

  believe(supplier: number, evidence: WeekdayEvidence): void {
    weigh(this.#all, evidence, ALL_BELIEF_KEEPS);
    if (supplier >= 0) weigh(this.#week(supplier), evidence, OWN_BELIEF_KEEPS);
  }

  #drawFactors(own: Week | undefined): void {
    for (let day = 0; day < 7; day += 1) {
      const general = ((this.#all.counts[day] ?? 0) + 1) / (this.#all.total + 7);
      this.#factors[day] =
        (7 * ((own?.counts[day] ?? 0) + GENERAL_COUNTS * general)) / ((own?.total ?? 0) + GENERAL_COUNTS);
    }
  }

  #week(supplier: number): Week {
    let week = this.#own[supplier];
    if (!week) {
      week = newWeek();
      this.#own[supplier] = week;
    }
    return week;
  }
}

function count(week: Week, day: number, keeps: number): void {
  for (let one = 0; one < 7; one += 1) week.counts[one] = (week.counts[one] ?? 0) * keeps;
  week.counts[day] = (week.counts[day] ?? 0) + 1;
  week.total = week.total * keeps + 1;
}

function weigh(week: Week, evidence: WeekdayEvidence, keeps: number): void {
  week.plain = week.plain * keeps + 1 - evidence;
  week.weekly = week.weekly * keeps + evidence;
}
