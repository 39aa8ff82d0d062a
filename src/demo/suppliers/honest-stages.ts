import { chance, wholeBetween } from '../random.js';
import { type GivenDate, type Habit, inOneGo } from './supplier.js';

const STAGES = [
  { name: 'glass', days: 9, breaks: 0.22 },
  { name: 'polishing', days: 7, breaks: 0.12 },
  { name: 'assembly', days: 6, breaks: 0.15 },
  { name: 'transport', days: 5, breaks: 0.08 },
];

/** Honest revisions: four stages, each of which can break; as soon as one did, the customer hears the true new date. */
export const honestStages: Habit = (orders, random) =>
  orders.map(({ on, units }) => {
    const planned = STAGES.reduce((total, stage) => total + stage.days, 0);
    const promises: GivenDate[] = [{ givenOn: on + 2, promisedOn: on + planned + 2 }];
    let clock = on + 1;
    let left = planned;
    for (const stage of STAGES) {
      const trouble = chance(random, stage.breaks) ? wholeBetween(random, 4, 11) : 0;
      clock += stage.days + trouble + wholeBetween(random, -1, 1);
      left -= stage.days;
      const expected = clock + left + 1;
      const told = promises.at(-1)?.promisedOn ?? expected;
      if (left > 0 && Math.abs(expected - told) > 2) promises.push({ givenOn: clock, promisedOn: expected });
    }
    return { acknowledgedOn: on + 1, promises, lines: inOneGo(units, clock) };
  });
