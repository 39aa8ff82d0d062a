import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/demo/load-demo.js';
import { type DelayedLine, delayNotices } from '../../src/demo/orders/delay-notices.js';
import { shopDays } from '../../src/demo/shop-days.js';
import { delayStanding, type LineStanding } from '../../src/domain/delay-rule/delay-standing.js';
import { usWorkingDays } from '../../src/domain/kernel/business-calendar.js';
import { instant, localDate } from '../../src/domain/kernel/dates.js';
import { OrderNumber } from '../../src/domain/kernel/ids.js';
import { delayRecordsOf } from '../../src/store/delay-records.js';
import { findOrder, linesOf } from '../../src/store/orders.js';
import { delayOrder } from '../../src/tools/delay-facts.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const today = localDate('2026-11-23');
const now = instant('2026-11-23T18:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  await loadDemo(database.sql, { today });
});
afterAll(() => database.drop());

/** Every line of some orders as the books have it, with where it stands under the rule. */
async function standings(numbers: readonly string[]): Promise<(LineStanding & { state: string; booked: string })[]> {
  const all = numbers.map((number) => OrderNumber.parse(number));
  const lines = await linesOf(database.sql, all);
  const records = await delayRecordsOf(database.sql, all);
  const found = [];
  for (const number of all) {
    const order = await findOrder(database.sql, number);
    const own = lines.filter(({ orderNumber }) => orderNumber === number);
    if (!order) throw new Error(`There is no order ${number}`);
    const ids = new Set(own.map(({ id }) => id));
    const { lines: standing } = delayStanding(
      delayOrder(order, own),
      records.filter(({ orderLineId }) => ids.has(orderLineId)),
      now,
      usWorkingDays,
    );
    found.push(...standing.map((line, index) => ({ ...line, booked: own[index]?.state ?? '' })));
  }
  return found;
}

describe('the notices of the demo shop', () => {
  it('leave one line alone cancelled by the rule that the books hold open: the one that was missed', async () => {
    const rows = await database.sql`
      select distinct order_number as number from order_lines where state in ('placed', 'allocated', 'backordered', 'part_shipped')`;
    const all = await standings(rows.map(({ number }) => number));
    expect(all.filter(({ state }) => state === 'cancelled').map(({ orderLineId }) => orderLineId)).toEqual(['1136-1']);
    expect(all.filter(({ state }) => state === 'delayed').length).toBeGreaterThan(30);
  });

  it('all count: sent in time, with a new day and the offer to cancel', async () => {
    const rows = await database.sql`
      select distinct l.order_number as number from delay_records d join order_lines l on l.id = d.order_line_id where d.kind = 'notice_sent'`;
    const notices = (await standings(rows.map(({ number }) => number))).flatMap((line) => line.notices);
    expect(notices.length).toBeGreaterThan(40);
    expect(notices.filter(({ counts }) => !counts)).toEqual([]);
  });

  it('told Emma of three new days, the renewed ones with her express yes', async () => {
    const [camera] = await standings(['1128']);
    expect(camera?.notices).toHaveLength(3);
    expect(camera).toMatchObject({ state: 'delayed', consent: {}, awaitsAnswer: false });
  });

  it('were answered by some and left unanswered by others', async () => {
    const rows =
      await database.sql`select distinct order_number as number from order_lines where state = 'backordered'`;
    const delayed = (await standings(rows.map(({ number }) => number))).filter(({ state }) => state === 'delayed');
    const waiting = delayed.filter(({ awaitsAnswer }) => awaitsAnswer).length;
    expect(waiting).toBeGreaterThan(5);
    expect(waiting).toBeLessThan(delayed.length - 5);
  });
});

describe('the notices of one line', () => {
  const line: DelayedLine = {
    orderLineId: '1-1',
    placed: -20.5,
    shipBy: -8,
    endedOn: null,
    announced: [
      { poNumber: 'PO-1', givenOn: -25, promisedOn: -12 },
      { poNumber: 'PO-1', givenOn: -14, promisedOn: -6 },
    ],
    isSilent: true,
  };
  const days = (changed: Partial<DelayedLine> = {}) =>
    delayNotices({ ...line, ...changed }, shopDays(today)).map(({ kind, at, payload }) => [
      kind,
      at.slice(0, 10),
      payload.revisedShipBy ?? payload.choice,
    ]);

  it('name the newest day the supplier gave, then the usual delay, and only a renewed one needs a yes', () => {
    expect(days()).toEqual([
      ['notice_sent', '2026-11-12', '2026-11-21'],
      ['notice_sent', '2026-11-18', '2026-12-15'],
      ['answer', '2026-11-19', 'consent'],
    ]);
  });

  it('are none while the day stands, or once all has left', () => {
    expect(days({ shipBy: 4 })).toEqual([]);
    expect(days({ endedOn: -8.2 })).toEqual([]);
    expect(days({ endedOn: -3.2 })).toHaveLength(1);
  });
});
