import fc from 'fast-check';
import type { Moment, PriorityRules, WaitingLine } from '../../../src/domain/allocation/priority.js';
import { instant, localDate } from '../../../src/domain/kernel/dates.js';
import { OrderLineId, Sku } from '../../../src/domain/kernel/ids.js';
import { loadAllocationPolicy } from '../../../src/knowledge/allocation-policy.js';

/** The policy as shipped. */
export const RULES: PriorityRules = loadAllocationPolicy();

export const MOMENT: Moment = { now: instant('2026-11-23T18:00:00Z'), today: localDate('2026-11-23') };

/** A line that began to wait so many days before 2026-11-23T18:00Z, of a customer of whom nothing else counts. */
export function waits(id: string, daysAgo: number, more: Partial<WaitingLine> = {}): WaitingLine {
  return {
    orderLineId: OrderLineId.parse(id),
    sku: Sku.parse('LENS'),
    quantity: 1,
    backorderedAt: instant(new Date(Date.parse(MOMENT.now) - daysAgo * 86_400_000).toISOString()),
    firstShipBy: null,
    neededBy: null,
    tier: 'standard',
    lifetimeValueCents: 0,
    isBusiness: false,
    orderValueCents: 0,
    rounds: 0,
    ...more,
  };
}

/** Whoever has everything that counts, and asks for a lot. */
export const GREEDY: Partial<WaitingLine> = {
  quantity: 50,
  tier: 'vip',
  lifetimeValueCents: 9_000_000,
  isBusiness: true,
  orderValueCents: 9_000_000,
  neededBy: MOMENT.today,
  firstShipBy: localDate('2026-01-01'),
};

const aDay = fc.integer({ min: 1, max: 28 }).map((day) => localDate(`2026-11-${String(day).padStart(2, '0')}`));

export const someLines = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 1, max: 99 }),
      daysAgo: fc.integer({ min: 0, max: 60 }),
      quantity: fc.integer({ min: 1, max: 9 }),
      firstShipBy: fc.option(aDay),
      neededBy: fc.option(aDay),
      tier: fc.constantFrom('standard', 'plus', 'vip'),
      lifetimeValueCents: fc.integer({ min: 0, max: 900_000 }),
      isBusiness: fc.boolean(),
      orderValueCents: fc.integer({ min: 0, max: 300_000 }),
    })
    .map(({ id, daysAgo, ...more }) => waits(`1042-${id}`, daysAgo, { ...more, rounds: Math.floor(daysAgo / 10) })),
  { selector: (line) => line.orderLineId, minLength: 1, maxLength: 15 },
);
