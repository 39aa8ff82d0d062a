/** Days after the asking day: P10, P50 and P90 of a forecast. */
export interface ToldDays {
  readonly early: number;
  readonly likely: number;
  readonly cautious: number;
}

/** P10, P50 and P90. */
const EARLY = 0.1;
const LIKELY = 0.5;
const CAUTIOUS = 0.9;

/** How fast prices follow, in usual half widths per forecast. */
const STEP = 0.03;
const WIDTH_STEP = 0.01;
const HIGHEST_PRICE = 4;
/** A surplus this small is left alone: more coverage than needed, but a smaller loss. */
const CAUTIOUS_SLACK = 0.012;
const ENOUGH = 0.9999;
/** What a forecast made only to learn counts, and until how many were asked for. */
const REHEARSED = 0.25;
const FEW = 200;

/**
 * Reads days off a forecast. The earliest day with a chance of at least 0.9 has more than that where much falls on one
 * day: with goods that come on Tuesdays, nine dates in ten "cautious" would in truth be ninety-eight in a hundred. So a
 * price is put on each point of coverage, and the day is the one with the least expected pinball loss plus price: where
 * a day less costs little, it is told a day sooner. The price follows the forecasts' own surplus; it knows no outcomes.
 */
export class DateTeller {
  #cautiousPrice = 0;
  #earlyPrice = 0;
  #halfWidth = 1;
  #asked = 0;

  /** `chances[i]` for 1 to `last`, summing to 1. `isAsked` unless it is a forecast made only to learn. */
  tell(chances: Float64Array, last: number, isAsked: boolean): ToldDays {
    const likely = dayAt(chances, last, LIKELY);
    const early = Math.min(likely, pickEarly(chances, last, this.#earlyPrice));
    const cautious = Math.max(likely, pickCautious(chances, last, this.#cautiousPrice));
    if (isAsked) this.#asked += 1;
    if (isAsked || this.#asked < FEW) this.#follow(chances, { early, likely, cautious }, isAsked ? 1 : REHEARSED);
    return { early, likely, cautious };
  }

  #follow(chances: Float64Array, told: ToldDays, weight: number): void {
    this.#halfWidth += WIDTH_STEP * ((told.cautious - told.early) / 2 - this.#halfWidth);
    let byCautious = 0;
    let beforeEarly = 0;
    for (let day = 1; day <= told.cautious; day += 1) {
      if (day === told.early) beforeEarly = byCautious;
      byCautious += chances[day] ?? 0;
    }
    const step = weight * STEP * this.#halfWidth;
    const highest = HIGHEST_PRICE * this.#halfWidth;
    const within = (price: number): number => Math.min(highest, Math.max(0, price));
    this.#cautiousPrice = within(this.#cautiousPrice + step * (byCautious - CAUTIOUS - CAUTIOUS_SLACK));
    this.#earlyPrice = within(this.#earlyPrice + step * (EARLY - beforeEarly));
  }
}

/** The earliest day by which the chance is at least `level`. */
export function dayAt(chances: Float64Array, last: number, level: number): number {
  let by = 0;
  for (let day = 1; day <= last; day += 1) {
    by += chances[day] ?? 0;
    if (by >= level - 1e-9) return day;
  }
  return last;
}

/** The day with the least expected pinball loss at 0.9 plus `price` times the chance that it has come by then. */
function pickCautious(chances: Float64Array, last: number, price: number): number {
  let by = chances[1] ?? 0;
  let cost = price * by;
  let best = 1;
  let least = cost;
  for (let day = 2; day <= last && by < ENOUGH; day += 1) {
    const chance = chances[day] ?? 0;
    cost += by - CAUTIOUS + price * chance;
    by += chance;
    if (cost < least - 1e-12) {
      least = cost;
      best = day;
    }
  }
  return best;
}

/** The day with the least expected pinball loss at 0.1 less `price` times the chance that it comes before then. */
function pickEarly(chances: Float64Array, last: number, price: number): number {
  let by = chances[1] ?? 0;
  let cost = 0;
  let best = 1;
  let least = 0;
  for (let day = 2; day <= last && by < ENOUGH; day += 1) {
    cost += by - EARLY - price * (chances[day - 1] ?? 0);
    by += chances[day] ?? 0;
    if (cost < least - 1e-12) {
      least = cost;
      best = day;
    }
  }
  return best;
}
