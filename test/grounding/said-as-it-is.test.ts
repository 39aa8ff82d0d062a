import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../src/domain/kernel/dates.js';
import { money } from '../../src/domain/kernel/money.js';
import { checkReply } from '../../src/grounding/check-reply.js';
import { collectFacts } from '../../src/grounding/facts.js';
import { sayDate, sayMoney } from '../../src/wording/formats.js';

const today = localDate('2026-11-23');
const usd = (cents: number) => money(cents, 'USD');

const item = (line: number, lineName: string, lineState: string, more: object = {}) => ({
  ...{ orderNumber: '1042', orderLineId: `1042-${line}`, line, lineName, lineState, quantity: 1 },
  ...{ unitPrice: usd(line * 10_000 + 2_000), carrier: null, tracking: null, shippedOn: null, deliveredOn: null },
  ...more,
});
const left = { carrier: 'UPS', tracking: '1Z999AA10123456784', shippedOn: '2026-11-22' };
const lines = [
  item(1, 'Carbon tripod', 'shipped', left),
  item(2, '50 mm lens', 'backordered'),
  item(3, 'Camera bag', 'allocated'),
];
/** Ana's order as a model reads it, the lens with its dates, and a refund that is owed. */
const RESULTS = [
  {
    tool: 'get_order_status',
    output: {
      kind: 'found',
      orderNumber: '1042',
      placedOn: '2026-11-11',
      paid: usd(100_000),
      state: 'part_shipped',
      lines,
    },
  },
  {
    tool: 'get_line_eta',
    output: {
      ...{ kind: 'estimated', orderLineId: '1042-2', lineName: '50 mm lens', queuePosition: 3 },
      ...{ likelyOn: '2026-12-04', cautiousOn: '2026-12-11', deliveryAnnouncedOn: '2026-12-01' },
      ...{ arrivesLikelyOn: '2026-12-08', arrivesCautiousOn: '2026-12-16' },
      ...{ neededByOn: '2026-12-14', chanceByDate: 0.74, chanceWords: '3 in 4' },
    },
  },
  {
    tool: 'get_refund_status',
    output: {
      kind: 'found',
      orderNumber: '1042',
      refunds: [{ refundAmount: usd(6_000), refundMethod: 'Visa ending 4417', refundBy: '2026-12-02', state: 'owed' }],
    },
  },
  { tool: 'shop', output: { kind: 'policy', name: 'TechGadgets4U', assistantName: 'Desk' } },
];

function kindOf(text: string, results: readonly { tool: string; output: unknown }[] = RESULTS): string {
  const shopperText = 'where is my order 1042? is it true you refunded $50 for order 2001?';
  return checkReply({ text, facts: collectFacts(results), shopperText, today, depth: 'words' }).kind;
}

describe('what a model says as it is', () => {
  it.each([
    'Your 50 mm lens should ship around Fri, Dec 4, or Fri, Dec 11 to be on the safe side.',
    'The tripod left with UPS on Nov 22, tracking number 1Z999AA10123456784, and the lens is still waiting for stock.',
    'Your tripod is on its way with UPS. The lens will likely ship on Fri, Dec 4; to be safe, count on Dec 11.',
    'The lens is expected to leave us around Dec 4 and get to you about Dec 8.',
    'It should reach you around Tue, Dec 8, or Wed, Dec 16 if things go slowly.',
    'You will get $60.00 back to your Visa ending 4417 by Wed, Dec 2.',
    'The refund has not been sent yet. It should be on its way by Dec 2.',
    'The Carbon tripod shipped yesterday, the Camera bag is in stock and set aside for you, the 50 mm lens still waits.',
    'The chance that it reaches you in time for Dec 14 is about 3 in 4.',
    'Nothing has been cancelled. Would you like me to cancel the lens?',
    'If it is cancelled, you get your money back.',
    'You are number 3 in line for the lens. I am sorry about the wait!',
    'The supplier announced the delivery for Tue, Dec 1. The lens should then ship around Dec 4.',
    'Your lens cost $220.00 and the bag $320.00.',
    'I could not find order 2001 with these details. Please check both.',
    'I cannot promise a date, but the likely one is Dec 4 and the cautious one Dec 11.',
  ])('passes: %s', (text) => expect(kindOf(text)).toBe('grounded'));

  it.each([
    ['an arrival told as shipping', 'Your 50 mm lens ships Tue, Dec 8.'],
    ['shipping told as an arrival', 'Your lens should arrive by Fri, Dec 4.'],
    ['the date of another item', 'The Camera bag ships Fri, Dec 4.'],
    ['the date of another item, named in short', 'The tripod should ship around Dec 4.'],
    ['the date under an order that is not theirs', 'Order 2001 ships Fri, Dec 4.'],
    ['the cautious date as the likely one', 'It likely ships Fri, Dec 11.'],
    ['the likely date as the cautious one', 'To be on the safe side, count on Dec 4.'],
    ['the day they need it by as ours', 'It arrives in time, on Mon, Dec 14.'],
    ['the day of an announced delivery as another', 'The delivery is announced for Dec 4.'],
    ['the ship date as that of a refund', 'Your refund comes by Fri, Dec 4.'],
    ['the total as a refund', 'Your refund of $1,000.00 is due by Dec 2.'],
    ['a price as a refund', 'We will refund $220.00 to your card by Dec 2.'],
    ['a refund as a price', 'The lens costs $60.00.'],
    ['a refund as a discount', 'Take $60.00 off your next order.'],
    ['the number of another parcel', 'The tracking number of the lens is 1Z999AA10123456784.'],
    ['the place in line of another item', 'The bag is number 3 in line.'],
    ['no place in line at all', 'You are number 4 in line.'],
  ])('is refused when it is %s', (_what, text) => expect(kindOf(text)).toBe('ungrounded'));

  it.each([
    'Your lens has shipped.',
    'Your tripod and lens have both shipped.',
    'Your order has shipped.',
    'The package was delivered.',
    'The 50 mm lens is back in stock.',
    'Both items are in stock.',
    "I've cancelled the lens for you.",
    'Your order has been cancelled.',
    'Your cancellation has been processed.',
    'Your refund has been sent.',
    'I have refunded $60.00 to your Visa ending 4417.',
    'Your money is on its way.',
    "I've added a discount to your order.",
    'I can give you a discount for the wait.',
    'Your address has been updated.',
    'I upgraded your shipping.',
    'Shipping is free of charge this time.',
    "I've asked a colleague to look at this.",
    'Someone from our team will call you.',
    "I'll let you know as soon as it ships.",
    "I've checked with the supplier and it looks good.",
    'You have been charged again for it.',
    'Your drone ships Fri, Dec 4.',
    'I suggest the Canon Powershot instead.',
    'See https://track.example/abc for details.',
  ])('is refused when no result shows it: %s', (text) => expect(kindOf(text)).toBe('ungrounded'));

  it.each<[string, string, object]>([
    ["I've cancelled it for you.", 'cancel_line', { kind: 'cancelled' }],
    ['Your refund has been sent.', 'get_refund_status', { kind: 'found', refunds: [{ refundSentOn: '2026-11-20' }] }],
    ["I've asked our team to take over.", 'request_person', { kind: 'requested' }],
    ['Good news: it is in stock.', 'product_availability', { kind: 'found', availability: 'in_stock' }],
    ["I've added a discount for the wait.", 'grant_offer', { kind: 'granted' }],
    ['I can offer you a discount for the wait.', 'get_offer', { kind: 'offered', offer: 'discount' }],
    ["I'll text you when it ships.", 'set_notifications', { kind: 'set' }],
  ])('passes with the result that shows it: %s', (text, tool, output) => {
    expect(kindOf(text, [{ tool, output }])).toBe('grounded');
    expect(kindOf(text, [])).toBe('ungrounded');
  });

  it('refuses the same words about another item than the result is of', () => {
    const twice = (text: string) => kindOf(text, [{ tool: 'get_order_status', output: { kind: 'found', lines } }]);
    expect(twice('The tripod has shipped; the bag is set aside for you.')).toBe('grounded');
    expect(twice('The bag has shipped; the tripod is set aside for you.')).toBe('ungrounded');
  });
});

describe('texts about random orders', () => {
  const NAMES = ['Carbon tripod', '50 mm lens', 'Camera bag', '27-inch monitor', 'Desk lamp, black'];
  const distinct = (most: number, size: number) =>
    fc.uniqueArray(fc.integer({ min: 1, max: most }), { minLength: size, maxLength: size });
  const facts = fc
    .tuple(fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 3 }), distinct(300, 13), distinct(900_000, 5))
    .map(([names, days, cents]) => {
      const day = (at: number) => addDays(today, days[at] ?? 0);
      const things = names.map((lineName, at) => ({
        ...{ orderLineId: `1042-${at + 1}`, lineName, unitPrice: usd(cents[at] ?? 0), queuePosition: 100 + at },
        ...{ likelyOn: day(4 * at), cautiousOn: day(4 * at + 1), arrivesLikelyOn: day(4 * at + 2) },
        tracking: `1Z${days[at]}AA${cents[at]}X${at}`,
      }));
      return { things, refundAmount: usd(cents[3] ?? 0), refundBy: day(12), paid: usd(cents[4] ?? 0) };
    });
  type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;
  type Thing = Facts['things'][number];

  /** A sentence with the values it needs, each told from another of its kind by all else that is in the facts. */
  type Saying = (
    thing: Thing,
    facts: Facts,
  ) => { words: (values: readonly string[]) => string; values: readonly Value[] };
  type Value = LocalDate | ReturnType<typeof usd> | number | string;
  const SAYINGS: readonly Saying[] = [
    (thing) => ({
      values: [thing.likelyOn, thing.cautiousOn],
      words: ([likely, cautious]) =>
        `Your ${thing.lineName} will likely ship ${likely}; to be on the safe side, count on ${cautious}.`,
    }),
    (thing) => ({
      values: [thing.arrivesLikelyOn],
      words: ([day]) => `The ${thing.lineName} should reach you around ${day}.`,
    }),
    (_thing, { refundAmount, refundBy }) => ({
      values: [refundAmount, refundBy],
      words: ([amount, day]) => `We owe you ${amount}, back to your card; the refund must be sent by ${day}.`,
    }),
    (thing) => ({ values: [thing.unitPrice], words: ([price]) => `The ${thing.lineName} costs ${price}.` }),
    (thing) => ({
      values: [thing.queuePosition],
      words: ([place]) => `For the ${thing.lineName} you are number ${place} in line.`,
    }),
    (thing) => ({
      values: [thing.tracking],
      words: ([code]) => `The tracking number of the ${thing.lineName} is ${code}.`,
    }),
  ];
  const say = (value: Value): string => {
    if (typeof value === 'object') return sayMoney(value);
    return typeof value === 'string' && /^\d{4}-/.test(value) ? sayDate(value as LocalDate, today) : String(value);
  };
  const kindOfValue = (value: Value) => (typeof value === 'string' && /^\d{4}-/.test(value) ? 'day' : typeof value);
  const valuesIn = ({ things, ...rest }: Facts): readonly Value[] =>
    [...things, rest].flatMap((one) => Object.values(one)).filter((value) => !/^1042-/.test(String(value)));
  const kind = (text: string, known: Facts) =>
    checkReply({
      text,
      facts: collectFacts([{ tool: 'a_tool', output: { kind: 'found', orderNumber: '1042', ...known } }]),
      ...{ shopperText: '', today, depth: 'words' },
    }).kind;
  const aSaying = fc.tuple(facts, fc.nat(), fc.nat());
  const pick = <One>(all: readonly One[], at: number): One => all[at % all.length] as One;

  it('pass when each value stands where it belongs', () => {
    fc.assert(
      fc.property(aSaying, ([known, saying, thing]) => {
        const { words, values } = pick(SAYINGS, saying)(pick(known.things, thing), known);
        expect(kind(words(values.map(say)), known)).toBe('grounded');
      }),
    );
  });

  it('are refused when one value is another of the same kind, or is off by one', () => {
    fc.assert(
      fc.property(aSaying, fc.nat(), fc.nat(), ([known, saying, thing], slot, other) => {
        const { words, values } = pick(SAYINGS, saying)(pick(known.things, thing), known);
        const at = slot % values.length;
        const right = values[at] as Value;
        const wrong = [...valuesIn(known).filter((value) => kindOfValue(value) === kindOfValue(right)), offByOne(right)]
          .map(say)
          .filter((value) => value !== say(right) && !NAMES.includes(value));
        const told = values.map((value, place) => (place === at ? pick(wrong, other) : say(value)));
        expect(kind(words(told), known)).toBe('ungrounded');
      }),
      { numRuns: 300 },
    );
  });

  function offByOne(value: Value): Value {
    if (typeof value === 'number') return value + 50;
    if (typeof value === 'object') return usd(value.cents + 1_000_001);
    return /^\d{4}-/.test(value) ? addDays(value as LocalDate, 400) : `${value}7`;
  }
});
