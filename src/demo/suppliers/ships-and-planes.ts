import { chance, type Random, wholeBetween } from '../random.js';
import { type Habit, inOneGo, nextRound } from './supplier.js';

/** When the west-coast port was clogged, in days from today. */
const PORT_JAM = { from: -430, to: -360 };

/**
 * Lane-dependent: what goes to Portland sails weekly, is unloaded by crane order and cleared on customs' two days a
 * week; what goes to Columbus flies. One promise per lane, and a revision only once the ship is at sea.
 */
export const shipsAndPlanes: Habit = (orders, random) =>
  orders.map(({ on, units, to }) => {
    const built = on + wholeBetween(random, 9, 13);
    if (to === 'cmh') {
      const arrives = clearCustoms(built + wholeBetween(random, 2, 4), 0.05, random) + 2;
      return {
        acknowledgedOn: on + 1,
        promises: [{ givenOn: on + 1, promisedOn: on + 18 }],
        lines: inOneGo(units, arrives),
      };
    }
    const sails = nextRound(built, 7, 2);
    const docks = sails + wholeBetween(random, 15, 18);
    const jammed = docks > PORT_JAM.from && docks < PORT_JAM.to ? wholeBetween(random, 8, 17) : 0;
    const arrives = clearCustoms(docks + jammed, 0.14, random) + 2;
    const promised = on + 36;
    const told = docks + 4;
    return {
      acknowledgedOn: on + 1,
      promises: [
        { givenOn: on + 1, promisedOn: promised },
        ...(Math.abs(told - promised) > 2 ? [{ givenOn: sails + 1, promisedOn: told }] : []),
      ],
      lines: inOneGo(units, arrives),
    };
  });

/** Customs clears on every third and fourth day in turn; an opened container waits another week. */
function clearCustoms(day: number, opened: number, random: Random): number {
  const slot = Math.min(nextRound(day, 7, 1), nextRound(day, 7, 4));
  return chance(random, opened) ? slot + wholeBetween(random, 6, 10) : slot;
}
