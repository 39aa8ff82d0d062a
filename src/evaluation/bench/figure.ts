import { quantile, type Readings, type Rounds } from './rounds.js';

/** Median, lowest and highest over the rounds. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** How many rounds it rests on. */
  readonly rounds: number;
  readonly value: Spread;
  /** What it is held against, measured in the same rounds; null for sizes, which need none. */
  readonly yardstick: { readonly name: string; readonly value: Spread; readonly ratio: Spread } | null;
  /** In words, and whether it was met; null where nothing was demanded. */
  readonly goal: { readonly text: string; readonly met: boolean } | null;
}

/** How a figure is made of readings. `goal` is held against the medians. */
export interface FigurePlan {
  readonly name: string;
  readonly unit: string;
  readonly reading: string;
  readonly yardstick: { readonly name: string; readonly reading: string };
  readonly goal?: {
    readonly text: string;
    readonly of: 'value' | 'ratio';
    readonly least?: number;
    readonly most?: number;
  };
}

/** Works a figure out from the rounds; the ratio is the median of the ratios of each round. Null when it was not measured. */
export function figureOf(plan: FigurePlan, { kept }: Rounds): Figure | null {
  const pairs = kept.flatMap((readings: Readings) => {
    const value = readings[plan.reading];
    const yardstick = readings[plan.yardstick.reading];
    return value === undefined || yardstick === undefined ? [] : [{ value, yardstick }];
  });
  if (pairs.length === 0) return null;
  const value = spreadOf(pairs.map((pair) => pair.value));
  const ratio = spreadOf(pairs.map((pair) => pair.value / pair.yardstick));
  const { goal } = plan;
  const held = goal?.of === 'ratio' ? ratio.median : value.median;
  return {
    name: plan.name,
    unit: plan.unit,
    rounds: pairs.length,
    value,
    yardstick: { name: plan.yardstick.name, value: spreadOf(pairs.map((pair) => pair.yardstick)), ratio },
    goal: goal
      ? {
          text: goal.text,
          met: held >= (goal.least ?? Number.NEGATIVE_INFINITY) && held <= (goal.most ?? Number.POSITIVE_INFINITY),
        }
      : null,
  };
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  lowest: Math.min(...values),
  highest: Math.max(...values),
});
