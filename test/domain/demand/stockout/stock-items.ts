import type { StockItem } from '../../../../src/domain/demand/stockout/stock-item.js';
import { drawer } from '../demand-panels.js';

/** An item of which nothing is known. */
export const NOTHING: StockItem = {
  onHand: null,
  inTransit: null,
  leadTimeDays: null,
  forecast3m: null,
  forecast6m: null,
  sales1m: null,
  sales3m: null,
  sales6m: null,
  minStock: null,
  pastDue: null,
  supplierPerformance: null,
};

/** Items as planning systems report them, of which about one in fifty goes short. */
export function someItems(count: number, seed: number): { item: StockItem; wentShort: boolean }[] {
  const { uniform, normal, poisson } = drawer(seed);
  return Array.from({ length: count }, () => {
    const rate = uniform() < 0.35 ? 0 : Math.exp(1.8 * normal());
    const leadTimeDays = [14, 28, 56, 84][Math.floor(4 * uniform())] ?? 14;
    const performance = Math.min(1, Math.max(0, 0.8 + 0.25 * normal()));
    const trend = Math.exp(0.4 * normal());
    const sales1m = poisson(rate * trend);
    const sales3m = sales1m + poisson(2 * rate);
    const onHand = Math.round(rate * Math.exp(1 + 0.9 * normal()) * (leadTimeDays / 30)) + poisson(1);
    const inTransit = uniform() < 0.3 ? Math.round(2 * uniform() * rate) : 0;
    const demand = poisson(rate * trend);
    const arrived = uniform() < performance ? inTransit : 0;
    return {
      wentShort: onHand + arrived < demand || uniform() < 0.001,
      item: {
        onHand,
        inTransit,
        leadTimeDays: uniform() < 0.06 ? null : leadTimeDays,
        forecast3m: uniform() < 0.4 ? 0 : Math.round(3 * rate * trend),
        forecast6m: Math.round(6 * rate),
        sales1m,
        sales3m,
        sales6m: sales3m + poisson(3 * rate),
        minStock: Math.round(rate * uniform()),
        pastDue: inTransit > 0 && uniform() < 0.1 ? inTransit : 0,
        supplierPerformance: uniform() < 0.08 ? -99 : performance,
      },
    };
  });
}
