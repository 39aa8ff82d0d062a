/** Chances are told apart to a thousandth. */
const BINS = 1_000;
/** An outcome counts 1/e after this many newer ones. */
const WINDOW = 1_000;
/** Until more outcomes than this are known, what the forecast itself says counts more than how it did. */
const PRIOR = 100;
const RESCALE_ABOVE = 1e80;
/** The curve is drawn anew after so many outcomes, at once while there are few. */
const REDRAW_AFTER = 8;
const FEW = 200;

/**
 * How the forecasts did: for each delivery that came, which share of its forecast lay before the day it came (the
 * probability integral transform; a day's own chance is split at random). Were the forecasts right, these would be
 * spread evenly. Where lately, over a rolling window, only eight in ten came within what was called 0.9, 0.9 is from
 * then on called 0.8 (distributional conformal prediction, Chernozhukov, Wüthrich and Zhu 2021, with weights that fade,
 * Barber et al. 2023).
 */
export class Calibration {
  readonly #counts = new Float64Array(BINS);
  readonly #curve = Float64Array.from({ length: BINS + 1 }, (_, at) => at / BINS);
  #sum = 0;
  #increment = 1;
  #stale = 0;

  /** `position` from 0 to 1; `weight` is 1 for a forecast somebody asked for, less for one made only to learn. */
  learn(position: number, weight: number): void {
    this.#increment *= 1 + 1 / WINDOW;
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(position * BINS)));
    this.#counts[bin] = (this.#counts[bin] ?? 0) + this.#increment * weight;
    this.#sum += this.#increment * weight;
    this.#stale += 1;
    if (this.#increment > RESCALE_ABOVE) this.#rescale();
  }

  /** How often it really came by a day for which a forecast said `chance`. */
  corrected(chance: number): number {
    if (this.#stale > (this.#sum / this.#increment > FEW ? REDRAW_AFTER : 0)) this.#draw();
    const at = Math.max(0, Math.min(1, chance)) * BINS;
    const bin = Math.min(BINS - 1, Math.floor(at));
    const before = this.#curve[bin] ?? 0;
    return before + (at - bin) * ((this.#curve[bin + 1] ?? 1) - before);
  }

  /** Corrects a forecast in place: `chances[i]` for i from 1 to `last`, summing to 1 before and after. */
  correct(chances: Float64Array, last: number): void {
    let by = 0;
    let before = 0;
    for (let day = 1; day <= last; day += 1) {
      by += chances[day] ?? 0;
      const now = day === last ? 1 : this.corrected(by);
      chances[day] = now - before;
      before = now;
    }
  }

  #draw(): void {
    const outcomes = this.#sum / this.#increment;
    const share = outcomes / (outcomes + PRIOR);
    let below = 0;
    for (let bin = 0; bin < BINS; bin += 1) {
      below += this.#counts[bin] ?? 0;
      this.#curve[bin + 1] = (share * below) / this.#sum + ((1 - share) * (bin + 1)) / BINS;
    }
    this.#curve[BINS] = 1;
    this.#stale = 0;
  }

  #rescale(): void {
    for (let bin = 0; bin < BINS; bin += 1) this.#counts[bin] = (this.#counts[bin] ?? 0) / this.#increment;
    this.#sum /= this.#increment;
    this.#increment = 1;
  }
}
