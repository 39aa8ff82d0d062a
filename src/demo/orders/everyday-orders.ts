import { CATALOGUE } from '../catalogue/catalogue.js';
import type { CatalogueItem } from '../catalogue/item.js';
import { between, chance, pick, type Random, randomFor, shuffled, wholeBetween } from '../random.js';
import { shortageOf } from '../suppliers/shortages.js';
import { customerBy } from './customer-by.js';
import { dispatch } from './dispatch.js';
import type { DemoCustomer, Fate, LinePlan, OrderPlan } from './order-plan.js';

/** Two years of books; a SKU that people wait for now still sold from the shelf until then. */
const OLDEST = 700;
const SHELVES_FULL_BEFORE = -45;
/** Orders of the last hours that nobody has looked at yet. */
const JUST_PLACED = 7;

/** Ordinary business: mostly delivered, the last days' orders on their way, some cancelled, some that waited before. */
export function everydayOrders(seed: number, customers: readonly DemoCustomer[], count: number): OrderPlan[] {
  const random = randomFor(seed, 'everyday orders');
  const byPopularity = shuffled(random, CATALOGUE);
  return Array.from({ length: count }, (_, index) => {
    const placed = index < JUST_PLACED ? between(random, -0.28, -0.02) : -0.3 - OLDEST * random() ** 1.3;
    const customer = customerBy(customers, Math.min(placed, -6), random);
    const service = chance(random, 0.14) ? 'express' : 'standard';
    const lines = Array.from({ length: someLines(random) }, (_, at) => {
      const item = popular(byPopularity, placed, random);
      const many = customer.isBusiness && chance(random, 0.6);
      return { item, quantity: many ? wholeBetween(random, 3, 12) : chance(random, 0.12) ? 2 : 1, at };
    });
    const ordered = lines.filter(({ item, at }) => lines.findIndex((other) => other.item === item) === at);
    const ready = { at: placed, fate: index < JUST_PLACED ? ({ kind: 'placed' } as const) : null };
    return {
      customer,
      placed,
      salesChannel: chance(random, 0.13) ? 'marketplace' : chance(random, 0.1) ? 'store' : 'web',
      service,
      lines: fates(ordered, ready, service, random),
    };
  });
}

interface Ordered {
  readonly item: CatalogueItem;
  readonly quantity: number;
}

function fates(
  lines: readonly Ordered[],
  ready: { at: number; fate: Fate | null },
  service: 'standard' | 'express',
  random: Random,
): LinePlan[] {
  const cancelAll = chance(random, 0.03);
  const together = dispatch(ready.at, service, random);
  return lines.map(({ item, quantity }) => {
    const plan = { sku: item.sku, quantity };
    if (ready.fate) return { ...plan, fate: ready.fate };
    const cancelledAt = ready.at + between(random, 0.02, 0.25);
    if (cancelAll || chance(random, 0.008)) return { ...plan, fate: { kind: 'cancelled', at: cancelledAt } };
    if (ready.at < -40 && chance(random, 0.08)) return { ...plan, fate: waitedFirst(ready.at, service, random) };
    if (together.kind === 'sent' && together.handedOver !== null && ready.at > -12 && quantity > 1)
      return { ...plan, fate: { ...together, units: Math.ceil(quantity / 2) } };
    return { ...plan, fate: together };
  });
}

/** Was backordered, and came. */
function waitedFirst(placed: number, service: 'standard' | 'express', random: Random): Fate {
  const waitedUntil = placed + between(random, 4, 28);
  const fate = dispatch(waitedUntil, service, random);
  return fate.kind === 'sent' ? { ...fate, waitedUntil } : fate;
}

const someLines = (random: Random): number => {
  const draw = random();
  return draw < 0.58 ? 1 : draw < 0.86 ? 2 : draw < 0.97 ? 3 : 4;
};

/** A few things sell every day, most of them now and then. */
function popular(byPopularity: readonly CatalogueItem[], placed: number, random: Random): CatalogueItem {
  const sellable = placed < SHELVES_FULL_BEFORE ? byPopularity : byPopularity.filter((item) => !shortageOf(item.sku));
  return pick(() => random() ** 1.7, sellable);
}
