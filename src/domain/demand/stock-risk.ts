import { type Money, money } from '../kernel/money.js';
import { chanceAtMost, expectedShortfall, type TotalDemand } from './total-distribution.js';

export interface StockRisk {
  /** Days that the stock lasts at the mean rate; null where nothing is being sold. */
  readonly daysOfCover: number | null;
  /** Chance that demand before the next receipt exceeds the stock, 0 to 1. */
  readonly stockOutChance: number;
  /** Units expected to be asked for before the next receipt and not there. */
  readonly unitsShort: number;
  /** Those units at their price. */
  readonly revenueAtRisk: Money;
}

/**
 * What may happen before the next receipt. `available` is on hand less allocated, in units; below 0 those owed count as
 * short already. `demand` is the demand from today to the receipt, which is `days` away (at least 1).
 */
export function stockRisk({
  available,
  demand,
  days,
  price,
}: {
  readonly available: number;
  readonly demand: TotalDemand;
  readonly days: number;
  readonly price: Money;
}): StockRisk {
  if (!(days >= 1)) throw new RangeError(`The next receipt is at least a day away, got ${days}`);
  const owed = Math.max(0, -available);
  const stock = Math.max(0, available);
  const unitsShort = owed + expectedShortfall(demand, stock);
  return {
    daysOfCover: demand.mean > 0 ? (stock * days) / demand.mean : null,
    stockOutChance: owed > 0 ? 1 : 1 - chanceAtMost(demand, stock),
    unitsShort,
    revenueAtRisk: money(Math.round(unitsShort * price.cents), price.currency),
  };
}
