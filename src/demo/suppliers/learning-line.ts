import { chance, wholeBetween } from '../random.js';
import { type Habit, inOneGo } from './supplier.js';

/** Improving: a young line where batches fail the final test and go round again, less often with each batch built. */
export const learningLine: Habit = (orders, random) =>
  orders.map(({ on, units }, built) => {
    const failing = 0.08 + 0.55 * Math.exp(-built / 12);
    let rounds = 0;
    while (rounds < 5 && chance(random, failing)) rounds++;
    const promised = on + 24;
    const arrives = on + 21 + rounds * 6 + wholeBetween(random, 0, 3);
    return {
      acknowledgedOn: on + wholeBetween(random, 1, 2),
      promises: [
        { givenOn: on + 2, promisedOn: promised },
        ...(rounds > 1 ? [{ givenOn: on + 22, promisedOn: promised + 6 * (rounds - 1) }] : []),
      ],
      lines: inOneGo(units, arrives),
    };
  });
