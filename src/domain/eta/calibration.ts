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
 * How far a correction may stretch a forecast towards late days, as a difference of log odds: what is called 0.9 is at
 * most what the forecast called 0.96. Beyond that lies the tail, which no receipts bear: after a shock to all suppliers
 * the day read off there would be many weeks too late for months.
 */
const MOST_STRETCH = 1;

/** Counts of positions, newer ones counting more, and their distribution function over what it is before any is known. */
class Positions {
  readonly #counts = new Float64Array(BINS);
  readonly #curve = Float64Array.from({ length: BINS + 1 }, (_, at) => at / BINS);
  #sum = 0;
  #increment = 1;
  #stale = 0;

  get outcomes(): number {
    return this.#sum / this.#increment;
  }

  add(position: number): void {
    this.#increment *= 1 + 1 / WINDOW;
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(position * BINS)));
    this.#counts[bin] = (this.#counts[bin] ?? 0) + this.#increment;
    this.#sum += this.#increment;
    this.#stale += 1;
    if (this.#increment > RESCALE_ABOVE) this.#rescale();
  }

  /** Where `before` is what it was taken to be. The array is the same at each call. */
  curve(before: Float64Array | undefined): Float64Array {
    if (this.#stale <= (this.outcomes > FEW ? REDRAW_AFTER : 0)) return this.#curve;
    const share = this.outcomes / (this.outcomes + PRIOR);
    let below = 0;
    for (let bin = 0; bin < BINS; bin += 1) {
      below += this.#counts[bin] ?? 0;
      this.#curve[bin + 1] = (share * below) / this.#sum + (1 - share) * (before?.[bin + 1] ?? (bin + 1) / BINS);
    }
    this.#curve[BINS] = 1;
    this.#stale = 0;
    return this.#curve;
  }

  #rescale(): void {
    for (let bin = 0; bin < BINS; bin += 1) this.#counts[bin] = (this.#counts[bin] ?? 0) / this.#increment;
    this.#sum /= this.#increment;
    this.#increment = 1;
  }
}

/**
 * How the forecasts did: for each delivery that came, which share of its forecast lay before the day it came (the
 * probability integral transform; a day's own chance is split at random). Were the forecasts right, these would be
 * spread evenly. Where lately, over a rolling window, only eight in ten came within what was called 0.9, 0.9 is from
 * then on called 0.8 (distributional conformal prediction, Chernozhukov, Wüthrich and Zhu 2021, with weights that fade,
 * Barber et al. 2023). Forecasts made only to learn say what to expect until enough are known that somebody asked for.
 */
export class Calibration {
  readonly #asked = new Positions();
  readonly #rehearsed = new Positions();
  #curve = this.#asked.curve(undefined);

  /** `position` from 0 to 1; `isAsked` unless the forecast was made only to learn. */
  learn(position: number, isAsked: boolean): void {
    (isAsked ? this.#asked : this.#rehearsed).add(position);
  }

  /** Corrects a forecast in place: `chances[i]` for i from 1 to `last`, summing to 1 before and after. */
  correct(chances: Float64Array, last: number): void {
    const rehearsed = this.#rehearsed.curve(undefined);
    this.#curve = this.#asked.outcomes > 0 ? this.#asked.curve(rehearsed) : rehearsed;
    let by = 0;
    let before = 0;
    for (let day = 1; day <= last; day += 1) {
      by += chances[day] ?? 0;
      const now = day === last ? 1 : this.corrected(by);
      chances[day] = now - before;
      before = now;
    }
  }

  /** How often it really came by a day for which a forecast said `chance`, as of the last correction. */
  corrected(chance: number): number {
    const at = Math.max(0, Math.min(1, chance)) * BINS;
    const bin = Math.min(BINS - 1, Math.floor(at));
    const before = this.#curve[bin] ?? 0;
    return Math.max(leastCorrected(chance), before + (at - bin) * ((this.#curve[bin + 1] ?? 1) - before));
  }
}

/** The chance whose log odds are MOST_STRETCH below those of `chance`. */
const leastCorrected = (chance: number): number => chance / (chance + (1 - chance) * Math.exp(MOST_STRETCH));
