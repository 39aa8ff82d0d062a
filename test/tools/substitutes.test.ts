import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrderNumber, ProposalId, Sku } from '../../src/domain/kernel/ids.js';
import { substituteCandidates } from '../../src/store/substitutes.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { findSubstitutes } from '../../src/tools/find-substitutes.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { swapLine } from '../../src/tools/swap-line.js';
import { aCounter, anasOrders, type Counter } from './counter.js';

let counter: Counter;
let ana: ShopperPrincipal;
let order = 'C-0';
beforeAll(async () => {
  counter = await aCounter({
    ...anasOrders(24),
    stock: [
      { sku: 'LEN-55', item: '55 mm lens', onHand: 14, price: 790 },
      { sku: 'LEN-45', item: '45 mm lens', onHand: 3, price: 820 },
      { sku: 'LEN-60', item: '60 mm lens', onHand: 5, price: 900 },
      { sku: 'CAP-50', item: 'Lens cap for 50 mm lens', onHand: 50, price: 700 },
      { sku: 'BAG-2', item: 'Lens bag', onHand: 5, price: 800 },
    ],
  });
});
afterAll(() => counter.shop.drop());
beforeEach(async () => {
  ana = await counter.shopper('ana');
  order = `C-${Number(order.slice(2)) + 1}`;
});

const line = () => `${order}-2`;
const usd = (cents: number) => ({ cents, currency: 'USD' });

async function propose(sku: string) {
  const outcome = await counter.door.call(swapLine, { orderLineId: line(), sku }, ana);
  const [row] = await counter.shop.sql`
    select id from proposals where conversation_id = ${ana.conversationId} and state = 'live'`;
  return { outcome, id: row && ProposalId.parse(row.id) };
}

async function agree(sku: string) {
  const { id } = await propose(sku);
  return counter.door.confirm(id!, ana);
}

describe('find_substitutes', () => {
  it('names what is on the shelf and does the same work, with differences of price, and not what belongs to it', async () => {
    const found = await counter.door.call(findSubstitutes, { orderLineId: line() }, ana);
    expect(found).toMatchObject({ kind: 'found', lineName: '50 mm lens', quantity: 1 });
    const { substitutes } = found as Extract<typeof found, { kind: 'found' }>;
    expect(substitutes.map(({ sku, priceDifference, price }) => [sku, priceDifference, price]).sort()).toEqual([
      ['LEN-45', usd(0), usd(82_000)],
      ['LEN-55', usd(-3_000), usd(79_000)],
      ['LEN-60', usd(8_000), usd(90_000)],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/score|reason|free/);
  });

  it('keeps to the limit that the shopper names', async () => {
    const found = await counter.door.call(findSubstitutes, { orderLineId: line(), mostCents: 80_000 }, ana);
    expect(found).toMatchObject({ substitutes: [{ sku: 'LEN-55' }] });
    expect(await counter.door.call(findSubstitutes, { orderLineId: line(), mostCents: 100 }, ana)).toMatchObject({
      kind: 'none',
    });
  });

  it('tells staff why; tells others nothing', async () => {
    const found = await counter.door.call(findSubstitutes, { orderLineId: line() }, { kind: 'rep', staffId: 'ray' });
    expect(found).toMatchObject({
      substitutes: [{ score: expect.any(Number), reason: expect.stringContaining('lens') }, {}, {}],
    });
    expect(await counter.door.call(findSubstitutes, { orderLineId: line() }, await counter.shopper('ben'))).toEqual({
      kind: 'denied',
    });
  });

  it('has none for what is not waiting', async () => {
    expect(await counter.door.call(findSubstitutes, { orderLineId: `${order}-3` }, ana)).toMatchObject({
      kind: 'not_waiting',
    });
  });
});

describe('swap_line', () => {
  it('changes nothing before the yes; then the line is the substitute, set aside, with its history and what is owed', async () => {
    const { outcome, id } = await propose('LEN-55');
    expect(outcome).toMatchObject({
      kind: 'proposed',
      recap: {
        substituteName: '55 mm lens',
        priceDifference: usd(-3_000),
        refundAmount: usd(3_000),
        refundMethod: 'Visa ending 4417',
      },
    });
    expect(await counter.states(order)).toEqual(['shipped', 'backordered', 'allocated']);
    expect(await counter.door.confirm(id!, ana)).toMatchObject({ kind: 'done', output: { kind: 'swapped' } });
    const { sql } = counter.shop;
    expect(await counter.states(order)).toEqual(['shipped', 'allocated', 'allocated']);
    expect(await sql`select sku, title, unit_price_cents as cents from order_lines where id = ${line()}`).toEqual([
      { sku: 'LEN-55', title: '55 mm lens', cents: 79_000 },
    ]);
    expect(await sql`select sku, quantity from allocations where order_line_id = ${line()}`).toEqual([
      { sku: 'LEN-55', quantity: 1 },
    ]);
    expect(
      await sql`select from_sku, to_sku, refund_cents as refund, agreed_in from line_swaps where order_line_id = ${line()}`,
    ).toEqual([{ from_sku: 'LEN-50', to_sku: 'LEN-55', refund: 3_000, agreed_in: ana.conversationId }]);
    await expect(sql`delete from line_swaps where order_line_id = ${line()}`).rejects.toThrow('append-only');
  });

  it('leaves exactly the rest of the price to be owed when the substitute is cancelled after all', async () => {
    await agree('LEN-55');
    const outcome = await counter.door.call(cancelLine, { orderLineId: line() }, ana);
    expect(outcome).toMatchObject({ kind: 'proposed', recap: { refundAmount: usd(79_000) } });
  });

  it('does not sell a dearer one: that needs a payment and so a person', async () => {
    expect((await propose('LEN-60')).outcome).toMatchObject({ kind: 'dearer', priceDifference: usd(8_000) });
  });

  it.each(['CAP-50', 'BAG-2', 'TRI-9', 'LEN-50'])('does not send %s, which is no substitute', async (sku) => {
    expect((await propose(sku)).outcome).toMatchObject({ kind: 'not_available' });
  });

  it('is stale when the last unit went meanwhile', async () => {
    const { id } = await propose('LEN-45');
    await counter.shop.sql`update stock set on_hand = allocated where sku = 'LEN-45'`;
    expect(await counter.door.confirm(id!, ana)).toMatchObject({ kind: 'stale' });
    expect(await counter.states(order)).toEqual(['shipped', 'backordered', 'allocated']);
  });

  it('leaves on record how often a substitute was offered and agreed to', async () => {
    const answers = async () => {
      const all = await substituteCandidates(counter.shop.sql, Sku.parse('LEN-50'), OrderNumber.parse(order));
      const { offered, accepted } = all.find(({ sku }) => sku === 'LEN-55')!;
      return { offered, accepted };
    };
    const before = await answers();
    await agree('LEN-55');
    expect(await answers()).toEqual({ offered: before.offered + 1, accepted: before.accepted + 1 });
  });
});

describe('in the chat', () => {
  const asking = async () => {
    const chat = counter.shop.chat();
    await chat.say('2001, ben@example.com');
    return { chat, shown: await chat.say('can I get something similar instead of the lens?') };
  };

  it('a no leaves everything as it is', async () => {
    const { chat } = await asking();
    expect((await chat.say('no thanks'))[0]?.template).toBe('nothing-changed');
    expect(await counter.states('2001')).toEqual(['backordered']);
  });

  it('"anything similar?" shows what there is, swaps on the choice and the yes, and says what is owed', async () => {
    const { chat, shown } = await asking();
    expect(shown[0]).toMatchObject({ template: 'substitutes' });
    expect(shown[0]?.text).toContain('55 mm lens for $790.00, $30.00 less');
    expect((await chat.say('the 55 mm lens'))[0]).toMatchObject({ template: 'recap/swap_line' });
    const [done] = await chat.press('Yes, send that instead');
    expect(done?.text).toContain('55 mm lens instead of 50 mm lens');
    expect(done?.text).toContain('$30.00 to Visa ending 4417');
    expect(await counter.states('2001')).toEqual(['allocated']);
  });
});
