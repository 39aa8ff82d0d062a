import { chance, wholeBetween } from '../random.js';
import { type GivenDate, type Habit, inOneGo, nextRound } from './supplier.js';

/**
 * Bimodal: while the driver bin is full, orders leave on the day; when it is empty they wait about three weeks for the
 * next boat. The bin is shared with other customers, so nobody outside can tell which it will be.
 */
export const twoBins: Habit = (orders, random) => {
  let bin = 400;
  let day = (orders[0]?.on ?? 0) - 1;
  return orders.map(({ on, units }) => {
    for (; day < on; day++) {
      bin = Math.max(0, bin - wholeBetween(random, 0, 26));
      if (nextRound(day, 38, 5) === day) bin = 460;
    }
    const wanted = units.reduce((total, quantity) => total + quantity, 0);
    const promised = on + 14;
    const promises: GivenDate[] = [{ givenOn: on + 1, promisedOn: promised }];
    if (bin >= wanted) {
      bin -= wanted;
      return { acknowledgedOn: on + 1, promises, lines: inOneGo(units, promised + wholeBetween(random, -1, 1)) };
    }
    const arrives = promised + wholeBetween(random, 19, 24);
    if (chance(random, 0.6)) promises.push({ givenOn: promised + 1, promisedOn: promised + 21 });
    return { acknowledgedOn: on + 1, promises, lines: inOneGo(units, arrives) };
  });
};
