import { chance, waitingTime, wholeBetween } from '../random.js';
import { type Habit, inOneGo } from './supplier.js';

/**
 * Capacity-bound: one press for all customers, first come, first served, with jobs of very unequal length and a die
 * that cracks. Quotes from the length of the queue it sees, not from what the jobs in it will turn out to need.
 */
export const onePress: Habit = (orders, random) => {
  let freeAt = (orders[0]?.on ?? 0) - 20;
  let nextOther = freeAt;
  let ahead: number[] = [];
  const press = (from: number, days: number) => {
    freeAt = Math.max(freeAt, from) + days + (chance(random, 0.05) ? wholeBetween(random, 5, 9) : 0);
    ahead.push(freeAt);
  };
  return orders.map(({ on, units }) => {
    while (nextOther < on) {
      press(nextOther, chance(random, 0.15) ? 9 : 1.6);
      nextOther += waitingTime(random, 3.5);
    }
    ahead = ahead.filter((done) => done > on);
    const quoted = Math.round(on + 11 + ahead.length * 2.8);
    press(on, 2 + units.reduce((total, quantity) => total + quantity, 0) / 60);
    const promises = [{ givenOn: on + 2, promisedOn: quoted }];
    const arrives = Math.round(freeAt) + 8;
    if (arrives > quoted + 5) promises.push({ givenOn: quoted - 1, promisedOn: quoted + 7 });
    return { acknowledgedOn: on + 2, promises, lines: inOneGo(units, arrives) };
  });
};
