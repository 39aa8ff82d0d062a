import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, instant } from '../../src/domain/kernel/dates.js';
import type { JobContext } from '../../src/jobs/define-job.js';
import delayDuties from '../../src/jobs/tasks/delay-duties.js';
import supplyMoved from '../../src/jobs/tasks/supply-moved.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { openDoor } from '../../src/tools/door.js';
import { ANAS_SHOP, aShop, type TestShop, TODAY } from '../support/shop.js';

let shop: TestShop;
let context: JobContext;
async function open(more: Partial<typeof ANAS_SHOP> = {}) {
  shop = await aShop({ ...ANAS_SHOP, ...more });
  const { sql, house } = shop;
  const { policy, rules } = house;
  const door = openDoor({ sql, policy, mail: { connected: true } });
  const log = { info() {}, warn() {}, error() {} };
  context = { sql, policy, rules, door, log, slack: null, wakeSenders() {} };
}
const ON_TIME: Partial<typeof ANAS_SHOP> = {
  purchaseOrders: [{ number: 'PO-77', sku: 'LEN-50', qty: 40, promised: '-2d', supplierHabit: 'on time' }],
};
beforeEach(() => open());
afterEach(() => shop.drop());

const notices = () =>
  shop.sql`select order_number as order, cause, made_by as by from delay_notices order by made_at, id`;
const promise = async (days: number, poLineId = 'PO-77-1'): Promise<number> => {
  const [row] = await shop.sql`
    insert into supplier_promises (po_line_id, promised_on, given_on, source)
    values (${poLineId}, ${addDays(TODAY, days)}, ${TODAY}, 'test') returning id`;
  return Number(row!.id);
};

describe('the duties of the delay rule', () => {
  it('are done by themselves, once, and by a look every hour of business time', async () => {
    await delayDuties.run({}, context);
    const sent = await notices();
    expect(sent).toContainEqual({ order: '1042', cause: null, by: 'delay-duties' });
    await delayDuties.run({}, context);
    expect(await shop.sql`select from audit where tool = 'list_delay_work'`).toHaveLength(1);
    await setBusinessNow(shop.sql, instant('2026-11-23T19:30:00Z'));
    await delayDuties.run({}, context);
    expect(await shop.sql`select from audit where tool = 'list_delay_work'`).toHaveLength(2);
    expect(await notices()).toEqual(sent);
  });

  it('are done at once for whoever waits for what a supplier put off, and nobody else', async () => {
    await shop.drop();
    await open(ON_TIME);
    const id = await promise(40);
    await supplyMoved.run({ promiseIds: [id] }, context);
    const sent = await notices();
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent.map(({ cause }) => Number(cause)))).toEqual(new Set([id]));
    await supplyMoved.run({ promiseIds: [id] }, context);
    expect(await notices()).toEqual(sent);
  });
});
