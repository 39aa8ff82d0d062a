import { between, wholeBetween } from '../random.js';
import { type Habit, inOneGo } from './supplier.js';

/**
 * Drifting: one assembly line that sells a little more than it can build. The backlog grows over the months while the
 * sales desk goes on quoting the lead time of its price list.
 */
export const growingBacklog: Habit = (orders, random) => {
  const first = (orders[0]?.on ?? 0) - 60;
  let backlogDays = 4;
  let day = first;
  return orders.map(({ on, units }) => {
    for (; day < on; day++) {
      const load = 0.9 + (0.17 * (day - first)) / 760;
      backlogDays = Math.max(0, backlogDays + between(random, 0.1, 1.9) * load - 1);
    }
    const shipped = on + backlogDays + 12;
    const sailed = shipped + wholeBetween(random, 8, 11);
    const quoted = on + 30;
    const promises = [{ givenOn: on + wholeBetween(random, 1, 3), promisedOn: quoted }];
    if (sailed > quoted + 6) promises.push({ givenOn: Math.round(shipped) + 1, promisedOn: Math.round(shipped) + 9 });
    return { acknowledgedOn: promises[0]?.givenOn ?? on, promises, lines: inOneGo(units, sailed) };
  });
};
