/** The four patterns of Syntetos, Boylan and Croston (2005). */
export type DemandClass = 'smooth' | 'erratic' | 'intermittent' | 'lumpy';

export interface DemandPattern {
  readonly class: DemandClass;
  /** Mean number of periods from one demand to the next (ADI), at least 1. */
  readonly interval: number;
  /** Squared coefficient of variation of demand where there was any. */
  readonly variation: number;
}

/** Limits from the paper: above them SBA forecasts better than Croston, and Croston than smoothing. */
export const INTERVAL_LIMIT = 1.32;
export const VARIATION_LIMIT = 0.49;

/** Names the pattern of demand by period; unknown periods (null) are left out. Undefined where there was no demand. */
export function demandPattern(units: readonly (number | null)[]): DemandPattern | undefined {
  const known = units.filter((one): one is number => one !== null);
  const demands = known.filter((one) => one > 0);
  if (demands.length === 0) return undefined;
  const interval = known.length / demands.length;
  const mean = demands.reduce((all, one) => all + one, 0) / demands.length;
  const variation = demands.reduce((all, one) => all + (one - mean) ** 2, 0) / demands.length / mean ** 2;
  const isRare = interval >= INTERVAL_LIMIT;
  const isVaried = variation >= VARIATION_LIMIT;
  return {
    class: isRare ? (isVaried ? 'lumpy' : 'intermittent') : isVaried ? 'erratic' : 'smooth',
    interval,
    variation,
  };
}
