import { CATALOGUE } from '../catalogue/catalogue.js';
import { between, chance, pick, type Random, randomFor, wholeBetween } from '../random.js';
import { SHORTAGES, type Shortage, shortageOf } from '../suppliers/shortages.js';
import { customerBy } from './customer-by.js';
import { dispatch } from './dispatch.js';
import type { DemoCustomer, LinePlan, OrderPlan } from './order-plan.js';

/** SKUs with so many units on the way that one more line in the queue changes nobody's story. */
const SECOND_WAITS = ['LGT-PAN-L', 'AUD-OVR-SND', 'STO-MICRO-512'] as const;

/** Everybody who waits for a sold-out SKU, beside the named people. */
export function queueOrders(seed: number, customers: readonly DemoCustomer[]): OrderPlan[] {
  const random = randomFor(seed, 'queues');
  return SHORTAGES.flatMap((shortage) =>
    Array.from({ length: shortage.waiting }, (_, place) => orderInQueue(shortage, place, customers, random)),
  );
}

function orderInQueue(
  { sku, waiting, since }: Shortage,
  place: number,
  customers: readonly DemoCustomer[],
  random: Random,
): OrderPlan {
  const [first, last] = since;
  const day = first + Math.floor(((last - first) * place) / Math.max(1, waiting - 1));
  const placed = day + between(random, 0.02, 0.9);
  const service = chance(random, 0.15) ? 'express' : 'standard';
  const line: LinePlan = { sku, quantity: place % 7 === 3 ? 2 : 1, fate: { kind: 'waiting' } };
  const beside = companions(placed, service, sku, random);
  return {
    customer: customerBy(customers, placed, random),
    placed,
    salesChannel: chance(random, 0.12) ? 'marketplace' : 'web',
    service,
    ...(chance(random, 0.08) ? { neededBy: wholeBetween(random, 3, 30) } : {}),
    lines: chance(random, 0.5) ? [line, ...beside] : [...beside, line],
  };
}

/** What else was in the order: nothing, something that left already, or something that waits in the same box. */
function companions(placed: number, service: 'standard' | 'express', sku: string, random: Random): LinePlan[] {
  const draw = random();
  if (draw < 0.5) return [];
  if (draw < 0.54) {
    const second = pick(random, SECOND_WAITS);
    return second === sku ? [] : [{ sku: second, quantity: 1, fate: { kind: 'waiting' } }];
  }
  const inStock = pick(
    random,
    CATALOGUE.filter((item) => !shortageOf(item.sku)),
  );
  const fate = draw < 0.85 ? dispatch(placed, service, random) : { kind: 'allocated' as const };
  return [{ sku: inStock.sku, quantity: 1, fate }];
}
