import type { Day } from '../../domain/eta/delivery.js';

export interface ToldDates {
  readonly p10: Day;
  readonly p50: Day;
  readonly p90: Day;
}

/** How told dates did against the days that deliveries came. All in days, coverage as a share. */
export interface EtaScores {
  readonly rows: number;
  /** Mean distance of P50. */
  readonly mae: number;
  readonly pinballP50: number;
  readonly pinballP90: number;
  /** The share that came on P90 or before. */
  readonly coverageP90: number;
  /** The share that came from P10 to P90. */
  readonly coverageP10P90: number;
  /** Mean of P90 − P10. */
  readonly width: number;
}

/** The pinball loss of saying `told` for the `p`-quantile when it came on `came` (Koenker and Bassett 1978). */
export const pinball = (came: number, told: number, p: number): number =>
  came >= told ? p * (came - told) : (1 - p) * (told - came);

/** Adds up scores, a delivery at a time. */
export class EtaScoreboard {
  #rows = 0;
  #error = 0;
  #p50 = 0;
  #p90 = 0;
  #byP90 = 0;
  #within = 0;
  #width = 0;

  add(came: Day, { p10, p50, p90 }: ToldDates): void {
    this.#rows += 1;
    this.#error += Math.abs(came - p50);
    this.#p50 += pinball(came, p50, 0.5);
    this.#p90 += pinball(came, p90, 0.9);
    if (came <= p90) this.#byP90 += 1;
    if (came >= p10 && came <= p90) this.#within += 1;
    this.#width += p90 - p10;
  }

  /** Null while nothing was added. Figures to four decimals. */
  get scores(): EtaScores | null {
    if (this.#rows === 0) return null;
    const mean = (sum: number): number => Number((sum / this.#rows).toFixed(4));
    return {
      rows: this.#rows,
      mae: mean(this.#error),
      pinballP50: mean(this.#p50),
      pinballP90: mean(this.#p90),
      coverageP90: mean(this.#byP90),
      coverageP10P90: mean(this.#within),
      width: mean(this.#width),
    };
  }
}
