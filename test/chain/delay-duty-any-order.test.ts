import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayStanding } from '../../src/domain/delay-rule/delay-standing.js';
import { usWorkingDays } from '../../src/domain/kernel/business-calendar.js';
import { addDays, dateIn, instant, type LocalDate, localDate } from '../../src/domain/kernel/dates.js';
import { OrderNumber } from '../../src/domain/kernel/ids.js';
import { delayRecordsOf } from '../../src/store/delay-records.js';
import { findOrder, linesOf } from '../../src/store/orders.js';
import { delayOrder } from '../../src/tools/delay-facts.js';
import { aDutyShop, type DutyShop } from '../support/duty-shop.js';

const PLACED = localDate('2026-09-01');
const ORDERS = ['1', '2', '3'] as const;

/** What may happen on a day, after the sweep has run. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('moves' as const), days: fc.integer({ min: 5, max: 60 }) }) },
  fc.record({ what: fc.constant('gives up' as const) }),
  fc.record({ what: fc.constant('ships' as const), order: fc.constantFrom(...ORDERS) }),
  fc.record({
    what: fc.constant('answers' as const),
    order: fc.constantFrom(...ORDERS),
    choice: fc.constantFrom('keep' as const, 'cancel' as const),
  }),
  fc.record({
    what: fc.constant('server' as const),
    mood: fc.constantFrom('accepted' as const, 'not_yet' as const, 'refused' as const),
  }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;
const story = fc.array(fc.record({ days: fc.integer({ min: 1, max: 6 }), event: happening }), {
  minLength: 6,
  maxLength: 14,
});

const openShop = () =>
  aDutyShop(
    {
      customers: ['ana', 'ben'].map((id) => ({ id, name: `${id} Silva`, email: `${id}@example.com` })),
      orders: ORDERS.map((number, index) => ({
        ...{
          number,
          customer: number === '3' ? 'ben' : 'ana',
          placed: '0d',
          statedShipBy: `+${10 + 7 * index}d`,
          paid: 100,
        },
        lines: [{ line: 1, sku: 'LEN-50', item: '50 mm lens', price: 100, state: 'backordered' }],
      })),
      purchaseOrders: [{ number: 'PO-1', sku: 'LEN-50', qty: 40, promised: '+7d', supplierHabit: 'on time' }],
    },
    PLACED,
  );

async function act(shop: DutyShop, day: LocalDate, event: Happening): Promise<void> {
  switch (event.what) {
    case 'moves':
      return shop.promise('PO-1-1', addDays(day, event.days));
    case 'gives up':
      return void (await shop.sql`update purchase_orders set state = 'cancelled' where number = 'PO-1'`);
    case 'ships':
      if ((await shop.states())[`${event.order}-1`] === 'backordered') await shop.ship(`${event.order}-1`);
      return;
    case 'answers': {
      const [newest] = await shop.sql<{ id: string }[]>`
        select id from delay_notices where order_number = ${event.order} and state = 'sent' order by settled_at desc, id desc limit 1`;
      if (newest) await shop.answer(newest.id, event.choice);
      return;
    }
    case 'server':
      shop.mood = event.mood;
  }
}

/** Holds what the desk did against the rule, worked out anew from the record alone. */
async function check(shop: DutyShop): Promise<void> {
  const numbers = ORDERS.map((number) => OrderNumber.parse(number));
  const records = await delayRecordsOf(shop.sql, numbers);
  const events = await shop.sql<{ id: string; at: string; reason: string }[]>`
    select order_line_id as id, at, reason from order_line_events where to_state = 'cancelled' order by id`;
  // the same facts are mailed once
  const facts = await shop.sql`
    select facts::text as said, count(*)::int as times from delay_notices where state = 'sent' group by 1 having count(*) > 1`;
  expect(facts).toEqual([]);
  expect(new Set(shop.mails.map(({ messageId }) => messageId)).size).toBe(shop.mails.length);
  for (const number of numbers) {
    const order = (await findOrder(shop.sql, number))!;
    const lines = await linesOf(shop.sql, [number]);
    const own = records.filter(({ orderLineId }) => orderLineId === `${number}-1`);
    // what was sent was sent in time
    for (const record of own)
      if (record.kind === 'notice_sent' && record.deliveries.some(({ result }) => result === 'accepted')) {
        const [then] = delayStanding(delayOrder(order, lines), own, record.at, usWorkingDays).lines;
        expect(then?.notices.find(({ noticeId }) => noticeId === record.noticeId)).toMatchObject({ counts: true });
      }
    // what was cancelled by the rule was so by the rule, before the desk touched it
    for (const { at, reason } of events.filter(
      ({ id, reason: why }) => id === `${number}-1` && why.startsWith('by the delay rule'),
    )) {
      const before = own.filter((record) => record.kind !== 'seller_stops' && record.kind !== 'refund_booked');
      const [then] = delayStanding(
        delayOrder(order, lines),
        before,
        instant(new Date(at).toISOString()),
        usWorkingDays,
      ).lines;
      expect(then).toMatchObject({ state: 'cancelled', shippedUnits: 0 });
      expect(reason).toBe(`by the delay rule, row ${then?.cancelledBy?.row}`);
      expect(dateIn(order.shipToZone, instant(new Date(at).toISOString())) >= then!.refund!.vestedOn).toBe(true);
    }
  }
}

describe('whatever happens, in whatever order', () => {
  it('no facts are mailed twice, no notice comes too late, and nothing is cancelled that shipped or was agreed to', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (days) => {
        const shop = await openShop();
        try {
          let day = PLACED;
          for (const { days: later, event } of days) {
            day = addDays(day, later);
            await shop.day(day);
            await act(shop, day, event);
          }
          shop.mood = 'accepted';
          await shop.day(addDays(day, 1));
          await check(shop);
        } finally {
          await shop.drop();
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
