import { demoPeople } from '../../demo/people.js';
import type { IntentModel } from '../../language/intent-model.js';
import { understand } from '../../language/understand.js';
import type { Subject } from './rounds.js';
import { talkOf } from './talk.js';

/** Reads what visitors of the demo shop say, each time with another order number, so that no answer is remembered. */
export function understanding(model: IntentModel, seconds: number): Subject {
  const people = demoPeople();
  return {
    name: 'understanding',
    async measure() {
      const begin = performance.now();
      let count = 0;
      while (performance.now() - begin < seconds * 1_000) {
        for (const person of people) {
          const orderNumber = String(10_000 + count);
          for (const text of [person.try, ...talkOf({ ...person, orderNumber })]) {
            understand(model, text);
            count += 1;
          }
        }
      }
      const elapsed = performance.now() - begin;
      const perMessage = (elapsed * 1_000) / count;
      return { understandMicroseconds: perMessage, understandPerSecond: 1e6 / perMessage };
    },
  };
}
