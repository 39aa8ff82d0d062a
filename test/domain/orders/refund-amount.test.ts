import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBusinessDay, makeBusinessCalendar, usWorkingDays } from '../../../src/domain/kernel/business-calendar.js';
import { daysBetween } from '../../../src/domain/kernel/dates.js';
import { OrderLineId } from '../../../src/domain/kernel/ids.js';
import { money } from '../../../src/domain/kernel/money.js';
import { canCancel, isGivenUp, LINE_STATES, type LineState } from '../../../src/domain/orders/line-state.js';
import { type PaidOrder, refundForCancelling, refundSendBy } from '../../../src/domain/orders/refund-amount.js';
import { aDate, d } from '../arbitraries.js';

const usd = (cents: number) => money(cents, 'USD');
const id = (line: number) => OrderLineId.parse(`1042-${line}`);

function anOrder(
  lines: readonly (readonly [total: number, state: LineState])[],
  { paid, postage = 0, refunded = 0 }: { paid: number; postage?: number; refunded?: number },
): Omit<PaidOrder, 'cancelling'> {
  return {
    paid: usd(paid),
    postage: usd(postage),
    alreadyRefunded: usd(refunded),
    lines: lines.map(([total, state], i) => ({ lineId: id(i + 1), total: usd(total), state })),
  };
}
const refund = (order: Omit<PaidOrder, 'cancelling'>, ...lines: number[]) =>
  refundForCancelling({ ...order, cancelling: lines.map(id) }).cents;

describe('the refund for cancelled lines', () => {
  // Goods for 100.00, 10.00 off and 5.00 postage: 95.00 paid, of which 90.00 for goods.
  const order = anOrder(
    [
      [5_000, 'backordered'],
      [3_000, 'allocated'],
      [2_000, 'placed'],
    ],
    { paid: 9_500, postage: 500 },
  );

  it('is what was paid for them, discount considered, as long as the order goes on', () => {
    expect(refund(order, 1)).toBe(4_500); // 50.00 of 100.00, so half of 90.00
    expect(refund(order, 2, 3)).toBe(4_500); // 2,700 + 1,800
  });

  it('is all that was paid, postage included, when nothing has shipped and nothing is left', () => {
    expect(refund(order, 1, 2, 3)).toBe(9_500);
  });

  it('is all that is left for the last line', () => {
    const rest = anOrder(
      [
        [5_000, 'cancelled'],
        [3_000, 'cancelled'],
        [2_000, 'placed'],
      ],
      { paid: 9_500, postage: 500, refunded: 7_200 },
    );
    expect(refund(rest, 3)).toBe(2_300); // 1,800 for the line and the 500 postage
  });

  it('leaves the postage with the shop when something has shipped, even for the last waiting line', () => {
    const partShipped = anOrder(
      [
        [5_000, 'shipped'],
        [3_000, 'cancelled'],
        [2_000, 'backordered'],
      ],
      { paid: 9_500, postage: 500, refunded: 2_700 },
    );
    expect(refund(partShipped, 3)).toBe(1_800);
  });

  it('shares odd cents by largest remainder, the same cent to the same line every time', () => {
    // 10.00 over three equal lines: 3.33⅓ each, the odd cent goes to line 1.
    const thirds = anOrder(
      [
        [400, 'placed'],
        [400, 'placed'],
        [400, 'placed'],
      ],
      { paid: 1_000 },
    );
    expect([refund(thirds, 1), refund(thirds, 2), refund(thirds, 3)]).toEqual([334, 333, 333]);
    const turned = { ...thirds, lines: [...thirds.lines].reverse() };
    expect([refund(turned, 1), refund(turned, 2), refund(turned, 3)]).toEqual([334, 333, 333]);
  });

  it('is nothing for nothing, and never more than is left', () => {
    expect(refund(order)).toBe(0);
    expect(refund(anOrder([[200, 'cancelled']], { paid: 200, refunded: 150 }))).toBe(0);
    expect(refund({ ...order, alreadyRefunded: usd(9_400) }, 1)).toBe(100);
    expect(refund({ ...order, alreadyRefunded: usd(9_600) }, 1)).toBe(0);
    expect(refund({ ...order, alreadyRefunded: usd(9_600) }, 1, 2, 3)).toBe(0);
    expect(refund({ ...order, paid: usd(300) }, 1)).toBe(0); // all of it was postage
  });

  it('refuses lines that cannot be cancelled or belong to no one here', () => {
    const shipped = anOrder(
      [
        [100, 'shipped'],
        [100, 'placed'],
      ],
      { paid: 200 },
    );
    expect(() => refund(shipped, 1, 2)).toThrow('1042-1 is shipped');
    expect(() => refund(shipped, 2, 3)).toThrow('not in the order');
  });

  const aLine = fc.tuple(fc.integer({ min: 0, max: 500_000 }), fc.constantFrom(...LINE_STATES));
  const someLines = fc.array(aLine, { minLength: 1, maxLength: 8 });
  const amounts = fc.record({ paid: fc.nat(1_000_000), postage: fc.nat(2_000) });

  it('pays each line once, in whatever steps and order: all of it back if nothing shipped, else never the postage', () => {
    const steps = fc.infiniteStream(fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(someLines, amounts, steps, fc.boolean(), (drawn, { paid, postage }, sizes, backwards) => {
        const lines = drawn.map(([total, state]) => [total, isGivenUp(state) ? 'placed' : state] as const);
        let order = anOrder(lines, { paid, postage });
        let waiting = order.lines.filter((line) => canCancel(line.state)).map((line) => line.lineId);
        if (backwards) waiting.reverse();
        while (waiting.length > 0) {
          const cancelling = waiting.slice(0, sizes.next().value);
          waiting = waiting.slice(cancelling.length);
          const { cents } = refundForCancelling({ ...order, cancelling });
          expect(cents).toBeGreaterThanOrEqual(0);
          order = {
            ...order,
            alreadyRefunded: usd(order.alreadyRefunded.cents + cents),
            lines: order.lines.map((line) =>
              cancelling.includes(line.lineId) ? { ...line, state: 'cancelled' } : line,
            ),
          };
        }
        const goods = Math.max(0, paid - postage);
        if (order.lines.every((line) => line.state === 'cancelled')) expect(order.alreadyRefunded.cents).toBe(paid);
        else expect(order.alreadyRefunded.cents).toBeLessThanOrEqual(goods);
      }),
    );
  });

  it('is within a cent of the exact share', () => {
    fc.assert(
      fc.property(someLines, amounts, ([...drawn], { paid, postage }) => {
        const order = anOrder([...drawn, [1, 'shipped'], [100, 'placed']], { paid, postage });
        const total = order.lines.reduce((all, line) => all + line.total.cents, 0);
        const exact = (Math.max(0, paid - postage) * 100) / total;
        expect(Math.abs(refund(order, order.lines.length) - exact)).toBeLessThan(1);
      }),
    );
  });
});

describe('the day by which a refund is to be sent', () => {
  it('is the seventh working day counting the one on which it became owed', () => {
    // 2 (Fri), 5, 6, 7, 8, 9, 13: the 12th is Columbus Day. By law the 14th would do.
    expect(refundSendBy(d('2026-10-02'), usWorkingDays)).toBe('2026-10-13');
    // 23, 24, 25, 27, 30 November, 1 and 2 December: the 26th is Thanksgiving.
    expect(refundSendBy(d('2026-11-23'), usWorkingDays)).toBe('2026-12-02');
  });

  it('starts on the next working day when it became owed on none', () => {
    // Saturday: 30 November, 1, 2, 3, 4, 7, 8 December.
    expect(refundSendBy(d('2026-11-28'), usWorkingDays)).toBe('2026-12-08');
  });

  it("is never put off by the shop's own days off, and is sooner where the shop works more", () => {
    const closed = makeBusinessCalendar({ holidays: 'us_federal', ownDaysOff: [d('2026-10-07'), d('2026-10-13')] });
    expect(refundSendBy(d('2026-10-02'), closed)).toBe('2026-10-13');
    const everyDay = makeBusinessCalendar({ holidays: 'none', workdays: [0, 1, 2, 3, 4, 5, 6] });
    expect(refundSendBy(d('2026-10-02'), everyDay)).toBe('2026-10-08');
  });

  it('is a working day 8 to 12 days on', () => {
    fc.assert(
      fc.property(aDate, (owedOn) => {
        const by = refundSendBy(owedOn, usWorkingDays);
        expect(isBusinessDay(usWorkingDays, by)).toBe(true);
        expect(daysBetween(owedOn, by)).toBeGreaterThanOrEqual(8);
        expect(daysBetween(owedOn, by)).toBeLessThanOrEqual(12);
      }),
    );
  });
});
