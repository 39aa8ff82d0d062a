import { chance, wholeBetween } from '../random.js';
import { type Habit, inOneGo } from './supplier.js';

/** Weeks in which the factory is shut, in days from today: three in the summer, ten days at the turn of the year. */
const CLOSED: readonly (readonly [number, number])[] = [
  [-852, -832],
  [-695, -686],
  [-487, -467],
  [-330, -321],
  [-122, -102],
  [35, 44],
];

const isClosed = (day: number) => CLOSED.some(([from, to]) => day >= from && day <= to);

/** Holiday shutdown: reliable while it works. The sales desk counts plain days and forgets the weeks nobody is there. */
export const closedWeeks: Habit = (orders, random) =>
  orders.map(({ on, units }) => {
    let day = on;
    for (let left = 20 + wholeBetween(random, -2, 3); left > 0; day++) if (!isClosed(day)) left--;
    const arrives = day + 5;
    const promised = on + 27;
    const back = CLOSED.find(([from, to]) => promised >= from && promised <= to)?.[1];
    const revised = back !== undefined && chance(random, 0.5);
    return {
      acknowledgedOn: isClosed(on) ? null : on + 2,
      promises: [
        { givenOn: on + 2, promisedOn: promised },
        ...(revised ? [{ givenOn: Math.max(on + 3, promised - 5), promisedOn: back + 8 }] : []),
      ],
      lines: inOneGo(units, arrives),
    };
  });
