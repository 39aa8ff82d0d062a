import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CustomerId, OrderNumber } from '../../src/domain/kernel/ids.js';
import { ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import { waitingOf } from '../../src/store/standing.js';
import { getDelayStatus } from '../../src/tools/get-delay-status.js';
import { aCounter, type Counter } from '../tools/counter.js';

const lens = { line: 1, sku: 'LEN', item: 'Lens', price: 50, state: 'backordered' as const };
const order = (number: string, extra = {}) => ({
  number,
  customer: 'ben',
  placed: '-12d',
  statedShipBy: '+2d',
  lines: [lens],
  ...extra,
});
const notice = (extra = {}) => ({ sent: '-2d', revisedShipBy: '+9d', ...extra });

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter({
    customers: [{ id: 'ben', name: 'Ben Okafor', email: 'ben@example.com' }],
    orders: [
      order('1', { notices: [notice({ offersCancel: true, channels: ['email'], answer: 'none' })] }),
      order('2', { notices: [notice({ answer: 'keep' })] }),
      order('3', { notices: [notice({ answer: 'cancel' })] }),
      order('4', { notices: [notice({ revisedShipBy: null })] }),
      order('5', { notices: [notice({ offersCancel: false })], statedShipBy: '-1d' }),
      order('6', { notices: [notice({ channels: ['chat'] })], statedShipBy: '-1d' }),
      order('7', { credit: true, statedShipBy: null, placed: '-40d' }),
      order('8', { exempt: 'cash_on_delivery' }),
      order('9', { lines: [{ ...lens, slips: 2 }], notices: [notice()] }),
      order('10', { lines: [{ ...lens, slips: 3 }], statedShipBy: null }),
    ],
  });
});
afterAll(() => counter.shop.drop());

const standing = async (orderNumber: string) =>
  counter.door.call(getDelayStatus, { orderNumber }, await counter.shopper('ben'));

describe("a scenario's notices", () => {
  it.each([
    ['1', { awaitsAnswer: true, silenceMeansConsent: true, revisedShipBy: '2026-12-02' }],
    ['2', { awaitsAnswer: false, delayState: 'delayed', cancelledByRule: false }],
    ['3', { delayState: 'cancelled', cancelledByRule: false }],
    ['4', { noDateKnown: true, silenceMeansCancel: true, revisedShipBy: null }],
    ['5', { delayState: 'cancelled', cancelledByRule: true }],
    ['6', { delayState: 'cancelled', cancelledByRule: true }],
    ['7', { delayState: 'in_time', shippingTimeEndsOn: '2026-12-03' }],
    ['8', { delayState: 'exempt' }],
  ])('of order %s mean what the rule says', async (number, facts) => {
    expect(await standing(number)).toMatchObject({ kind: 'found', lines: [facts] });
  });

  it.each([
    ['9', 2],
    ['10', 3],
  ])('and slips of order %s are %d, whatever stands for them', async (number, slips) => {
    const waiting = await waitingOf(counter.shop.sql, { orderNumber: OrderNumber.parse(number) });
    expect(waiting).toMatchObject([{ slips }]);
    expect(await standing(number)).toMatchObject({ lines: [{ cancelledByRule: false }] });
  });

  it('count for the customer as a whole', async () => {
    const all = await waitingOf(counter.shop.sql, { customerId: CustomerId.parse('ben') });
    expect(Math.max(...all.map((line) => line.slips))).toBe(3);
  });
});

describe('a notice that is written wrongly', () => {
  const faults = (extra: object) =>
    (
      ScenarioShop.safeParse({ customers: [{ id: 'ben', name: 'Ben' }], orders: [order('1', extra)] }).error?.issues ??
      []
    ).map(({ path, message }) => `${path.join('.')}: ${message}`);

  it.each([
    ['sent tomorrow', notice({ sent: '+1d' }), /notices\.0\.sent: a notice was sent today or before/],
    ['of another line', notice({ line: 4 }), /notices\.0\.line: there is no line 4/],
    ['by pigeon', notice({ channels: ['pigeon'] }), /notices\.0\.channels\.0: .*email/],
    ['without its new day', { sent: '-2d' }, /notices\.0\.revisedShipBy/],
  ])('%s names its place', (_what, wrong, fault) => {
    expect(faults({ notices: [wrong] })).toEqual([expect.stringMatching(fault)]);
  });
});
