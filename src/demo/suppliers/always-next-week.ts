import { chance, waitingTime, wholeBetween } from '../random.js';
import { type GivenDate, type Habit, inOneGo } from './supplier.js';

/**
 * Dishonest revisions: says "next week" whatever the state of the work, which waits until a module of its own supplier
 * turns up. Each time the day comes near, it says so again; sometimes it gives up on the order.
 */
export const alwaysNextWeek: Habit = (orders, random) => {
  let moduleArrives = Number.NEGATIVE_INFINITY;
  return orders.map(({ on, units }) => {
    if (moduleArrives < on) moduleArrives = on + Math.min(44, waitingTime(random, 11));
    const arrives = Math.round(Math.max(on, moduleArrives)) + wholeBetween(random, 9, 13);
    const promises: GivenDate[] = [{ givenOn: on + 1, promisedOn: on + 14 }];
    let told = on + 14;
    while (told < arrives - 1) {
      const givenOn = told - wholeBetween(random, 0, 2);
      told = givenOn + wholeBetween(random, 6, 8);
      promises.push({ givenOn, promisedOn: told });
    }
    if (promises.length > 4 && chance(random, 0.3))
      return { acknowledgedOn: on + 1, promises, lines: units.map((cancelled) => ({ deliveries: [], cancelled })) };
    return { acknowledgedOn: on + 1, promises, lines: inOneGo(units, arrives) };
  });
};
