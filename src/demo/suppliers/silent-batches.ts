import { chance, wholeBetween } from '../random.js';
import { type Habit, inOneGo, nextRound } from './supplier.js';

/** Silent: fires the oven every third week, ships when the truck is full, and writes to nobody. */
export const silentBatches: Habit = (orders, random) =>
  orders.map(({ on, units }) => {
    const batch = nextRound(on + 3, 21, 4);
    const truckFull = batch + wholeBetween(random, 2, 9);
    const missedTheTruck = chance(random, 0.15) ? 7 : 0;
    return { acknowledgedOn: null, promises: [], lines: inOneGo(units, truckFull + missedTheTruck + 3) };
  });
