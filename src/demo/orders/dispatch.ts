import { between, type Random } from '../random.js';
import type { Fate } from './order-plan.js';

/**
 * How a line that is on the shelf goes its way, as far as it has come by today: set aside within minutes, labelled
 * within a day or so, scanned by the carrier at the next pick-up, delivered some days later.
 */
export function dispatch(ready: number, service: 'standard' | 'express', random: Random): Fate {
  const labelled = ready + between(random, 0.3, 1.2);
  const handedOver = labelled + between(random, 0.15, 0.6);
  const delivered = handedOver + (service === 'express' ? between(random, 0.8, 2.2) : between(random, 2.2, 6.3));
  if (labelled >= 0) return { kind: 'allocated' };
  return {
    kind: 'sent',
    labelled,
    handedOver: handedOver < 0 ? handedOver : null,
    delivered: delivered < 0 ? delivered : null,
  };
}
