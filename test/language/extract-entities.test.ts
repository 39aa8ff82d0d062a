import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../src/language/entities/entity.js';
import { extractEntities } from '../../src/language/extract-entities.js';

type Kind = Entity['kind'];
const values = (text: string, kind: Kind) =>
  extractEntities(text)
    .filter((one) => one.kind === kind)
    .map(({ value }) => value);
const DIGITS = 'zero one two three four five six seven eight nine'.split(' ');
const certain = (text: string) =>
  extractEntities(text)
    .filter((one) => one.certain)
    .map(({ kind, value }) => [kind, value]);

describe('order numbers', () => {
  it.each([
    ['1042', '1042'],
    ['#1042', '1042'],
    ['order no. 1042', '1042'],
    ['my order number is 1042', '1042'],
    ['order 10 42', '1042'],
    ['order 1 0 4 2', '1042'],
    ['order 1,042 please', '1042'],
    ['ord1042', '1042'],
    ['ORD-1042', '1042'],
    ['BD-1042', 'BD-1042'],
    ['its W0099871', 'W0099871'],
    ['order ref r/2026/114 please', 'R/2026/114'],
    ['Where is MQN-15?', 'MQN-15'],
    ['2026-0417 and (404) 555-0177', '2026-0417'],
    ['order bd-1042', 'BD-1042'],
    ['its one zero four two', '1042'],
    ['1042 / ana@example.com', '1042'],
    ['wheres my oder 1042?', '1042'],
    ['order no. 10-42', '1042'],
    ['#10 42', '1042'],
    ['ordernumber 1042', '1042'],
    ['o/n: 1042', '1042'],
    ['ordre n° 1042', '1042'],
    ["it's ten forty-two", '1042'],
    ['order number: one, zero, four, two', '1042'],
    ['double one oh five', '1105'],
    ['1-0-4-2', '1042'],
  ])('"%s" names %s', (text, number) => {
    expect(values(text, 'orderNumber')).toEqual([number]);
  });

  it('are sure only when they are called so', () => {
    expect(certain('order 1042')).toEqual([['orderNumber', '1042']]);
    expect(certain('1042')).toEqual([]);
  });

  it('are each of several, where the word "orders" stands before the first', () => {
    expect(certain('orders 1042, 1043 and 1044')).toEqual([
      ['orderNumber', '1042'],
      ['orderNumber', '1043'],
      ['orderNumber', '1044'],
    ]);
  });

  const spellings: readonly ((digits: string) => string)[] = [
    (digits) => `order ${digits}`,
    (digits) => `#${digits}`,
    (digits) => `Order No. ${digits.slice(0, 2)}-${digits.slice(2)}`,
    (digits) => `order number ${[...digits].join(' ')}`,
    (digits) => `my order is ${[...digits].map((digit) => DIGITS[Number(digit)]).join(' ')}`,
    (digits) => `cancel ${digits}!`,
  ];
  it('are the same however they are spelt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.constantFrom(...spellings), (number, spell) => {
        expect(values(spell(String(number)), 'orderNumber')).toEqual([String(number)]);
      }),
    );
  });

  it.each([
    'I need 2 of them',
    '12 Oak Street',
    '1200 Oak Street',
    'on 12/05/2026',
    'in 2025',
    '$1042',
    'for 1042 days',
    '500ml',
  ])('"%s" names none', (text) => {
    expect(values(text, 'orderNumber')).toEqual([]);
  });

  it.each(['cancel 3301 please', 'status of 3301 pls', 'what about 3301?', "where's 3301", 'check on 3301'])(
    'are sure where the message treats a number as one: "%s"',
    (text) => {
      expect(extractEntities(text)).toEqual([
        expect.objectContaining({ kind: 'orderNumber', value: '3301', certain: true }),
      ]);
    },
  );

  it('leave five digits open between an order and a postcode, unless one is named', () => {
    expect(values('97201', 'orderNumber')).toEqual(['97201']);
    expect(values('97201', 'postcode')).toEqual(['97201']);
    expect(certain('order 97201, zip 97205')).toEqual([
      ['orderNumber', '97201'],
      ['postcode', '97205'],
    ]);
    expect(certain('order 97201')).toEqual([['orderNumber', '97201']]);
  });

  it('keep apart from the postcode beside them', () => {
    expect(values('order 1042 97201', 'orderNumber')).toContain('1042');
    expect(values('order 1042 97201', 'postcode')).toEqual(['97201']);
  });
});

describe('other things a message names', () => {
  it.each<[string, Kind, unknown]>([
    ['write to Ana.Silva@Example.com.', 'email', 'ana.silva@example.com'],
    ['ana at example dot com', 'email', 'ana@example.com'],
    ['ana dot silva at example dot co dot uk', 'email', 'ana.silva@example.co.uk'],
    ['ana underscore s at gmail.com', 'email', 'ana_s@gmail.com'],
    ['ana [at] example [dot] com', 'email', 'ana@example.com'],
    ['98200 11223 is my mobile', 'phone', '+919820011223'],
    ['send to Pune 411001', 'postcode', '411001'],
    ['Sydney NSW 2000', 'postcode', '2000'],
    ['the cheaper one', 'ordinal', 'cheapest'],
    ['the more expensive one please', 'ordinal', 'dearest'],
    ['the latter', 'ordinal', 'last'],
    ['option b', 'ordinal', 2],
    ['number two please', 'ordinal', 2],
    ['cancel them all', 'ordinal', 'all'],
    ['Rs. 1,499', 'amount', 149900],
    ['under fifty quid', 'amount', 5000],
    ['a hundred and twenty dollars', 'amount', 12000],
    ['30,50 €', 'amount', 3050],
    ['$1.2k', 'amount', 120000],
    ['twenty percent', 'percent', 20],
    ['a dozen please', 'quantity', 12],
    ['just one please', 'quantity', 1],
    ['call (503) 555-0123', 'phone', '+15035550123'],
    ['+44 7700 900123', 'phone', '+447700900123'],
    ['my number is 555-0101', 'phone', '5550101'],
    ['deliver to SW1A1AA', 'postcode', 'SW1A 1AA'],
    ['k1a 0b1', 'postcode', 'K1A 0B1'],
    ['Portland OR 97201-1234', 'postcode', '97201-1234'],
    ['pin code 560001', 'postcode', '560001'],
    ['is len-50 back?', 'sku', 'LEN-50'],
    ['the second one', 'ordinal', 2],
    ['the last', 'ordinal', 'last'],
    ['first', 'ordinal', 1],
    ['no, the other one', 'ordinal', 'other'],
    ['both please', 'ordinal', 'both'],
    ['option 2', 'ordinal', 2],
    ['under $80', 'amount', 8000],
    ['80 dollars', 'amount', 8000],
    ['£1,200.50', 'amount', 120050],
    ['give me 50%', 'percent', 50],
    ['10 percent off', 'percent', 10],
    ['2 of them', 'quantity', 2],
    ['make it three', 'quantity', 3],
    ['qty 5', 'quantity', 5],
  ])('"%s" names a %s', (text, kind, value) => {
    expect(values(text, kind)).toEqual([value]);
  });

  it.each(['wait a second', 'first of all hello', 'last week', 'on the 14th', 'see you at the second hand shop'])(
    '"%s" points at nothing',
    (text) => {
      expect(values(text, 'ordinal')).toEqual([]);
    },
  );

  it('takes no page for an e-mail address', () => {
    expect(values('look at example.com', 'email')).toEqual([]);
  });

  it('takes a telephone number for no order, and ten bare digits for either', () => {
    expect(values('503-555-0123', 'orderNumber')).toEqual([]);
    expect(values('5035550123', 'orderNumber')).toEqual(['5035550123']);
    expect(values('5035550123', 'phone')).toEqual(['+15035550123']);
  });

  it('takes no part of a tracking number for a telephone', () => {
    expect(values('1Z999AA10123456784', 'phone')).toEqual([]);
  });
});

describe('signals', () => {
  it.each<[string, Kind, 1 | 2]>([
    ['this is RIDICULOUS', 'frustration', 2],
    ['I am not happy', 'frustration', 1],
    ['WHERE IS MY ORDER', 'frustration', 2],
    ['hello???', 'frustration', 1],
    ['need it asap', 'urgency', 2],
    ['please hurry', 'urgency', 1],
    ['I will see you in court', 'legal', 2],
    ['expect a chargeback', 'legal', 1],
    ['the charger caught fire', 'safety', 2],
    ['it is for my medication', 'safety', 1],
    ['I have asked you three times', 'frustration', 1],
    ['for the third time', 'frustration', 1],
    ['so pissed off', 'frustration', 2],
    ['see you in consumer court', 'legal', 2],
    ['I will dispute the charge', 'legal', 1],
    ['it shocked me when I plugged it in', 'safety', 2],
    ['the battery is swelling', 'safety', 2],
  ])('"%s" shows %s', (text, kind, strength) => {
    expect(values(text, kind)).toContain(strength);
  });

  it('are silent on plain messages', () => {
    const signals = ['frustration', 'urgency', 'legal', 'safety'] as const;
    for (const text of [
      'where is my order',
      'I am happy with the LEN-50',
      'Sue ordered a smoking jacket',
      'thanks!',
      'shock absorbers',
      'a sparkling die set',
    ]) {
      for (const kind of signals) expect(values(text, kind)).toEqual([]);
    }
  });
});

it('gives each entity the words that stand at its place', () => {
  const words = fc.constantFrom(
    'order',
    '1042',
    '97201',
    'a@b.co',
    '$5',
    '2 of them',
    'the last',
    '+1 503 555 0123',
    ',',
    'LEN-50',
    'asap',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ');
      for (const entity of extractEntities(text)) expect(text.slice(...entity.span)).toBe(entity.text);
    }),
  );
});
