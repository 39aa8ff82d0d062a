import { between, wholeBetween } from '../random.js';
import { type Habit, inOneGo } from './supplier.js';

/** How full the order books of everybody are, through a year that peaks ten weeks before today's season. */
const seasonalLoad = (day: number): number =>
  0.76 + 0.8 * Math.max(0, Math.sin(((day + 160) / 365) * 2 * Math.PI)) ** 2;

/** Seasonal: quick for most of the year, buried before the dark months; plans for the season, but for too mild a one. */
export const busySeason: Habit = (orders, random) => {
  let day = (orders[0]?.on ?? 0) - 30;
  let waiting = 0;
  return orders.map(({ on, units }) => {
    for (; day < on; day++) waiting = Math.max(0, waiting + seasonalLoad(day) * between(random, 0.5, 1.5) - 1);
    const promised = Math.round(on + 20 + 0.45 * waiting);
    const arrives = on + 17 + waiting + wholeBetween(random, -1, 3);
    const promises = [{ givenOn: on + 2, promisedOn: promised }];
    if (arrives > promised + 4)
      promises.push({ givenOn: promised - wholeBetween(random, 2, 6), promisedOn: Math.round(arrives) - 1 });
    return { acknowledgedOn: on + 1, promises, lines: inOneGo(units, arrives) };
  });
};
