import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../src/domain/kernel/dates.js';
import { Currency, type Money, money } from '../../src/domain/kernel/money.js';
import { checkReply } from '../../src/grounding/check-reply.js';
import { collectFacts } from '../../src/grounding/facts.js';
import { sayDate, sayMoney } from '../../src/wording/formats.js';
import { loadWording } from '../../src/wording/render.js';

const today = localDate('2026-11-23');
const wording = loadWording('templates/shopper/en');

function check(text: string, output: Record<string, unknown>, shopperText = '') {
  const facts = collectFacts([{ tool: 'a_tool', output: { kind: 'found', ...output } }]);
  return checkReply({ text, facts, shopperText, today, depth: 'words' });
}
const kindOf = (...args: Parameters<typeof check>) => check(...args).kind;

describe('a date', () => {
  const dec4 = { likelyOn: '2026-12-04' };
  it.each(['Fri, Dec 4', 'December 4th', '2026-12-04', '12/4', 'by Friday', 'next week', 'in 11 days', 'in two weeks'])(
    'said as "%s" rests on the fact',
    (words) => {
      expect(kindOf(`It ships ${words}.`, dec4)).toBe('grounded');
    },
  );
  it.each([
    ['another day', 'Dec 5'],
    ['the wrong weekday', 'Thu, Dec 4'],
    ['the wrong weekday of a short date', 'Thursday 12/4'],
    ['another year', 'Dec 4, 2027'],
    ['a weekday that is none of ours', 'by Wednesday'],
    ['tomorrow', 'tomorrow'],
    ['too many days', 'in 12 days'],
    ['too many weeks', 'in three weeks'],
    ['a day of the month', 'the 14th'],
    ['a month', 'in January'],
    ['the wrong end of the month', 'at the end of December'],
    ['the day that the month has, with the wrong weekday', 'Monday the 4th'],
  ])('is refused when it is %s', (_what, words) => {
    expect(kindOf(`It ships ${words}.`, dec4)).toBe('ungrounded');
  });

  it('does not rest on what day it is today', () => {
    expect(kindOf('It ships today.', { todayOn: today })).toBe('ungrounded');
    expect(kindOf('It ships Mon, Nov 23.', { todayOn: today })).toBe('ungrounded');
    expect(kindOf('It ships today.', { likelyOn: today })).toBe('grounded');
  });

  it('rests on its fact beside a title of blanks, which names nothing', () => {
    const line = { lineName: ' ', ...dec4 };
    expect(kindOf('It ships Fri, Dec 4.', { lines: [line] })).toBe('grounded');
    expect(kindOf('It ships Sat, Dec 5.', { lines: [line] })).toBe('ungrounded');
  });

  it('is never echoed from the shopper', () => {
    expect(kindOf('Yes, it ships Dec 24.', {}, 'will it ship by dec 24?')).toBe('ungrounded');
    expect(kindOf('Yes, by Friday.', {}, 'by friday?')).toBe('ungrounded');
    expect(kindOf('Yes, on the 14th.', {}, 'the 14th?')).toBe('ungrounded');
  });
});

describe("the shopper's own day", () => {
  const need = { neededByOn: '2026-12-14', arrivesLikelyOn: '2026-12-20' };
  it('may be repeated as what it is, and never as a day of ours', () => {
    expect(kindOf('You need it by Mon, Dec 14.', need)).toBe('grounded');
    expect(kindOf('Will it reach you in time for Dec 14? It comes on Dec 20.', need)).toBe('grounded');
    expect(kindOf('It arrives on Mon, Dec 14.', need)).toBe('ungrounded');
    expect(kindOf('You need it by Dec 14. It arrives Dec 14.', need)).toBe('ungrounded');
  });
});

describe('a chance', () => {
  const chance = { chanceByDate: 0.743, chanceWords: '3 in 4', quantity: 2, unitsAhead: 5 };
  it.each(['about 3 in 4', 'three in four', '3 out of 4', 'three out of every four', '74%', '74 percent'])(
    'said as "%s" rests on the one worked out',
    (words) => {
      expect(kindOf(`The chance is ${words}.`, chance)).toBe('grounded');
    },
  );
  it.each(['2 in 5', '4 in 5', 'nine out of ten', '75%', '90 percent'])('is refused when it is %s', (words) => {
    expect(kindOf(`The chance is ${words}.`, chance)).toBe('ungrounded');
    expect(kindOf(`The chance is ${words}.`, chance, `is it ${words}?`)).toBe('ungrounded');
  });
});

describe('an amount', () => {
  const refund = { refundAmount: money(2_000, 'USD') };
  it('rests on a fact of the same value in the same currency', () => {
    expect(kindOf('You get $20.00 back, 20 dollars.', refund)).toBe('grounded');
    expect(kindOf('You get $20.01 back.', refund)).toBe('ungrounded');
    expect(kindOf('You get €20.00 back.', refund)).toBe('ungrounded');
    expect(kindOf('You get CA$20.00 back.', refund)).toBe('ungrounded');
  });
  it('does not rest on a bare number, and is never echoed', () => {
    expect(kindOf('You get $20 back.', { quantity: 20 })).toBe('ungrounded');
    expect(kindOf('Yes, $50.', {}, 'give me $50')).toBe('ungrounded');
  });
  it('of percent wants a percentage', () => {
    expect(kindOf('You get 10% off.', { quantity: 10 }, '10%?')).toBe('ungrounded');
    expect(kindOf('You get ten percent off.', {})).toBe('ungrounded');
    expect(kindOf('You get 10% off.', { discountPercent: 10 })).toBe('grounded');
  });
});

describe('a number or code', () => {
  it('rests on a number, on a count, or on a text that holds it', () => {
    const facts = { quantity: 2, lineName: '50 mm lens', tracking: '1Z999AA10123456784', lines: ['a', 'b', 'c'] };
    expect(kindOf('2 × 50 mm lens, one of 3 items, 1Z999AA10123456784', facts)).toBe('grounded');
    expect(kindOf('4 items', facts)).toBe('ungrounded');
    expect(kindOf('four items', facts)).toBe('ungrounded');
    expect(kindOf('tracking 1Z999AA10123456785', facts)).toBe('ungrounded');
    expect(kindOf('tracking 1z999aa10123456785', facts)).toBe('ungrounded');
  });
  it('may repeat the shopper', () => {
    expect(kindOf('I could not find order 2001 or BD-2001.', {}, 'where is 2001 / bd-2001')).toBe('grounded');
    expect(kindOf('I could not find order 2002.', {}, 'where is 2001')).toBe('ungrounded');
  });
  it('differs in its last digit however long it is', () => {
    const facts = { tracking: '9400111899223397623910' };
    expect(kindOf('Tracking number 9400111899223397623910.', facts)).toBe('grounded');
    expect(kindOf('Tracking number 9400111899223397623911.', facts)).toBe('ungrounded');
  });
});

describe('a name that says such things itself', () => {
  it.each([
    '$50 gift card',
    '100% wool scarf',
    'Black Friday bundle',
    '1/4-20 screw',
    '7-day planner 2027',
    'Dec 4 print',
  ])('"%s" may be said as a whole, and bears nothing else', (lineName) => {
    expect(kindOf(`Waiting for stock: ${lineName}.`, { lineName })).toBe('grounded');
  });
  it('bears nothing but itself', () => {
    expect(kindOf('It comes in 15 days.', { lineName: '5 days' })).toBe('ungrounded');
    expect(kindOf('You get $50 back.', { lineName: '$50 gift card' })).toBe('ungrounded');
    expect(kindOf('It comes on Friday.', { lineName: 'Black Friday bundle' })).toBe('ungrounded');
    expect(kindOf('It comes in 7 days.', { lineName: '7 days planner' })).toBe('ungrounded');
  });
});

describe('what was told', () => {
  it('names each date, amount and code with the facts that bear it', () => {
    const verdict = check('Order 1042: $20.00 by Fri, Dec 4, tracking 1Z999AA10123456784.', {
      orderNumber: '1042',
      refundAmount: money(2_000, 'USD'),
      refundBy: '2026-12-04',
      tracking: '1Z999AA10123456784',
    });
    const told = verdict.kind === 'grounded' ? verdict.told : [];
    const names = told.map(({ kind, facts }) => [kind, facts.map(({ name }) => name).join()]);
    expect(names).toEqual([
      ['date', 'refundBy'],
      ['amount', 'refundAmount'],
      ['code', 'tracking'],
    ]);
  });
});

describe('a text made from facts', () => {
  const aDate = fc.integer({ min: -400, max: 800 }).map((days) => addDays(today, days));
  const anAmount = fc
    .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom(...Currency.options))
    .map(([cents, currency]) => money(cents, currency));
  const aName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const recap = fc.record({
    orderNumber: fc.integer({ min: 1, max: 10 ** 9 }).map(String),
    items: fc.array(fc.record({ lineName: aName, quantity: fc.integer({ min: 1, max: 99 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    refundAmount: anAmount,
    refundMethod: fc.constantFrom('Visa ending 4417', 'PayPal', '$25 store card'),
    refundBy: aDate,
    staying: fc.array(aName, { maxLength: 3 }),
  });
  const render = (facts: object) => wording.say('recap/cancel_order', { todayOn: today, ...facts });

  it('passes, whatever the facts are', () => {
    fc.assert(
      fc.property(recap, (facts) => {
        expect(check(render(facts), facts)).toMatchObject({ kind: 'grounded' });
      }),
    );
  });

  it('is refused when its date is a day off or its amount a cent', () => {
    const off = fc.constantFrom(-1, 1);
    const plainNames = recap.map((facts) => ({ ...facts, items: [{ lineName: 'Lens', quantity: 1 }], staying: [] }));
    fc.assert(
      fc.property(plainNames, off, (facts, by) => {
        const wrongDay = { ...facts, refundBy: addDays(facts.refundBy, by) };
        const wrongCents = { ...facts, refundAmount: money(facts.refundAmount.cents + 1, facts.refundAmount.currency) };
        expect(kindOf(render(wrongDay), facts)).toBe('ungrounded');
        expect(kindOf(render(wrongCents), facts)).toBe('ungrounded');
      }),
    );
  });

  it('is judged alike in every format of a date or an amount', () => {
    const formats: ((date: LocalDate) => string)[] = [
      (date) => sayDate(date, today),
      (date) => date,
      (date) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)}`,
    ];
    fc.assert(
      fc.property(aDate, fc.constantFrom(...formats), (date, format) => {
        expect(kindOf(`by ${format(date)}`, { by: date })).toBe('grounded');
        expect(kindOf(`by ${format(addDays(date, 1))}`, { by: date })).toBe('ungrounded');
      }),
    );
    fc.assert(
      fc.property(anAmount, (amount: Money) => {
        expect(kindOf(`You get ${sayMoney(amount)}.`, { amount })).toBe('grounded');
      }),
    );
  });
});
