import { chance, wholeBetween } from '../random.js';
import { type Habit, inOneGo, nextRound } from './supplier.js';

/** Punctual: keeps stock, picks within a day or two, a truck leaves every other day; now and then snow holds it a day. */
export const fromTheShelf: Habit = (orders, random) =>
  orders.map(({ on, units }) => {
    const truck = nextRound(on + wholeBetween(random, 1, 2), 2);
    const arrives = truck + 5 + (chance(random, 0.08) ? 1 : 0);
    return {
      acknowledgedOn: on + 1,
      promises: [{ givenOn: on + 1, promisedOn: on + 8 }],
      lines: inOneGo(units, arrives),
    };
  });
