import { chance, type Random, wholeBetween } from '../random.js';
import type { Habit, LineCourse } from './supplier.js';

/**
 * Short-delivering: ships on the day what passed the test bench. A bad wafer lot spoils a fifth of the units; what is
 * missing is sometimes rebuilt, sometimes quietly dropped from the order.
 */
export const leakyYield: Habit = (orders, random) =>
  orders.map(({ on, units }) => {
    const due = on + 26;
    const arrives = due + wholeBetween(random, -1, 2);
    const badLot = chance(random, 0.35);
    return {
      acknowledgedOn: on + wholeBetween(random, 1, 4),
      promises: [{ givenOn: on + 4, promisedOn: due }],
      lines: units.map((quantity) => deliver(quantity, arrives, badLot ? 0.2 : 0.015, random)),
    };
  });

function deliver(quantity: number, arrives: number, defectRate: number, random: Random): LineCourse {
  let good = 0;
  for (let unit = 0; unit < quantity; unit++) if (!chance(random, defectRate)) good++;
  const missing = quantity - good;
  const first = good > 0 ? [{ on: arrives, units: good }] : [];
  if (missing === 0) return { deliveries: first, cancelled: 0 };
  if (chance(random, 0.4)) return { deliveries: first, cancelled: missing };
  return { deliveries: [...first, { on: arrives + wholeBetween(random, 12, 24), units: missing }], cancelled: 0 };
}
