/** Deviations are kept in sixteenths of a spread, from 8 spreads early to 20 late; what is beyond counts as that. */
const PER_SPREAD = 16;
const EARLIEST = -8;
const LATEST = 20;
const BINS = (LATEST - EARLIEST) * PER_SPREAD + 1;

/** Suppliers about whom as much is known: by days with receipts 0, 1–2, 3–5, 6–11, 12–24, 25 and more. */
export const KNOWLEDGE_LEVELS = 6;
export const knowledgeLevel = (receiptDays: number): number => {
  if (receiptDays < 1) return 0;
  if (receiptDays < 3) return 1;
  if (receiptDays < 6) return 2;
  if (receiptDays < 12) return 3;
  return receiptDays < 25 ? 4 : 5;
};

/** A level's own deviations count n/(n + 20), those of all levels the rest. */
const OWN_LEVEL_AFTER = 20;
/** One in two thousand is forgotten with each new one. */
const GROWTH = 1.0005;
const RESCALE_ABOVE = 1e80;
/** The curve is drawn anew after this many, or when a fiftieth of all are new. */
const REDRAW_AFTER = 16;

/**
 * How far deliveries of all suppliers came from where their own supplier's usual day was put just before, in that
 * supplier's spreads. Because each was measured before it was learned from, the pool also holds the error of a centre
 * drawn from one or two deliveries: that is why it is kept by how much was known.
 */
export class DeviationPool {
  readonly #counts = Array.from({ length: KNOWLEDGE_LEVELS }, () => new Float64Array(BINS));
  readonly #sums = new Float64Array(KNOWLEDGE_LEVELS);
  readonly #curves = Array.from({ length: KNOWLEDGE_LEVELS }, () => new Float64Array(BINS));
  readonly #stale = new Float64Array(KNOWLEDGE_LEVELS).fill(Number.POSITIVE_INFINITY);
  #increment = 1;
  #added = 0;

  get isEmpty(): boolean {
    return this.#added === 0;
  }

  add(deviation: number, level: number): void {
    const bin = Math.max(0, Math.min(BINS - 1, Math.round((deviation - EARLIEST) * PER_SPREAD)));
    this.#increment *= GROWTH;
    this.#added += 1;
    if (this.#increment > RESCALE_ABOVE) this.#rescale();
    const counts = this.#counts[level];
    if (!counts) throw new RangeError(`No level of knowledge ${level}`);
    counts[bin] = (counts[bin] ?? 0) + this.#increment;
    this.#sums[level] = (this.#sums[level] ?? 0) + this.#increment;
    for (let other = 0; other < KNOWLEDGE_LEVELS; other += 1) this.#stale[other] = (this.#stale[other] ?? 0) + 1;
  }

  /**
   * The distribution function at this level: `curve[i]` is the chance of a deviation up to bin i. Redrawn now and then.
   */
  curve(level: number): Float64Array {
    const curve = this.#curves[level];
    if (!curve) throw new RangeError(`No level of knowledge ${level}`);
    if ((this.#stale[level] ?? 0) > Math.max(REDRAW_AFTER, this.#added / 50)) this.#draw(level, curve);
    return curve;
  }

  #draw(level: number, curve: Float64Array): void {
    const own = (this.#sums[level] ?? 0) / this.#increment;
    const all = this.#sums.reduce((sum, one) => sum + one, 0) / this.#increment;
    const ownShare = own / (own + OWN_LEVEL_AFTER);
    let sum = 0;
    for (let bin = 0; bin < BINS; bin += 1) {
      let everyone = 0;
      for (const counts of this.#counts) everyone += counts[bin] ?? 0;
      const mine = this.#counts[level]?.[bin] ?? 0;
      sum += (own > 0 ? (ownShare * mine) / own : 0) + ((1 - (own > 0 ? ownShare : 0)) * everyone) / all;
      curve[bin] = sum / this.#increment;
    }
    this.#stale[level] = 0;
  }

  #rescale(): void {
    for (const counts of this.#counts)
      for (let bin = 0; bin < BINS; bin += 1) counts[bin] = (counts[bin] ?? 0) / this.#increment;
    for (let level = 0; level < KNOWLEDGE_LEVELS; level += 1)
      this.#sums[level] = (this.#sums[level] ?? 0) / this.#increment;
    this.#increment = 1;
  }
}

/** Chance of a deviation of at most `deviation` spreads, between bins in a straight line. */
export function chanceUpTo(curve: Float64Array, deviation: number): number {
  const at = (deviation - EARLIEST) * PER_SPREAD + 0.5;
  if (at <= 0) return 0;
  if (at >= BINS) return 1;
  const bin = Math.floor(at);
  const before = bin === 0 ? 0 : (curve[bin - 1] ?? 0);
  return before + (at - bin) * ((curve[bin] ?? 1) - before);
}

export const DEVIATION_RANGE = { earliest: EARLIEST, latest: LATEST } as const;
