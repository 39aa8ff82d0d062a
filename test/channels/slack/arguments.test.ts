import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArgumentShape, optional, rest } from '../../../src/channels/slack/arguments/argument.js';
import {
  colleague,
  lineNumber,
  oneOf,
  orderNumber,
  purchaseOrderNumber,
  sku,
} from '../../../src/channels/slack/arguments/ids.js';
import { amountInCents, percent, wholeNumber } from '../../../src/channels/slack/arguments/numbers.js';
import { readArguments } from '../../../src/channels/slack/arguments/read-arguments.js';
import { didYouMean } from '../../../src/channels/slack/did-you-mean.js';

const read = (shape: ArgumentShape, text: string) => {
  const found = readArguments(shape, text);
  return found.kind === 'read' ? found.input : found;
};
const one = (argument: ArgumentShape[string], text: string) => {
  const found = readArguments({ it: argument }, text);
  return found.kind === 'read' ? found.input.it : found.kind;
};

describe('arguments are read as people write them', () => {
  it.each([
    [percent, ['10%', '10', '10 %', 'ten percent', '10 percent', '10pct', ' 10% '], 10],
    [percent, ['25%', 'twenty-five percent', '25.0'], 25],
    [amountInCents, ['$10', '10', '10.00', '10$', 'ten dollars', '10 usd', '10USD', '€10'], 1_000],
    [amountInCents, ['$1,204.50', '1204.50'], 120_450],
    [wholeNumber, ['120', '0120'], 120],
    [wholeNumber, ['twelve', '12'], 12],
    [orderNumber, ['1042', '#1042', '“1042”', '"1042"', '`1042`'.replaceAll('`', '')], '1042'],
    [orderNumber, ['tg-1042', 'TG-1042', '#TG-1042'], 'TG-1042'],
    [sku, ['LEN-50', 'len-50'], 'LEN-50'],
    [purchaseOrderNumber, ['PO-77', 'po77', 'po-77'], 'PO-77'],
    [lineNumber, ['2', 'line 2', 'item 2'], 2],
    [colleague, ['<@U03LEAD|lena>', '<@U03LEAD>'], 'U03LEAD'],
    [oneOf(['discount', 'credit', 'points']), ['credit', 'CREDIT', 'cred'], 'credit'],
  ])('%#: %s', (argument, texts, value) => {
    expect((texts as string[]).map((text) => one(argument, text))).toEqual((texts as string[]).map(() => value));
  });

  it.each([
    [percent, '101%'],
    [percent, '$10'],
    [percent, '10 dollars'],
    [amountInCents, '10 %'],
    [amountInCents, '10.005'],
    [wholeNumber, '0'],
    [wholeNumber, '1.5'],
    [orderNumber, 'LEN-50'],
    [orderNumber, '10%'],
    [sku, 'lens'],
    [sku, '1042'],
    [sku, 'PO-77'],
    [colleague, '@lena'],
    [oneOf(['discount', 'credit']), 'cr'],
  ])('%#: not of another kind', (argument, text) => {
    expect(one(argument, text)).toBe('missing');
  });

  const OFFER = {
    order: orderNumber,
    kind: oneOf(['discount', 'credit']),
    percent: optional(percent),
    why: optional(rest('a reason')),
  };

  it.each(['1042 discount 10%', 'discount 10% 1042', '10% discount 1042', '#1042 disc ten percent'])(
    'in any order: %s',
    (text) => {
      expect(read(OFFER, text)).toEqual({ order: '1042', kind: 'discount', percent: 10, why: null });
    },
  );

  it('with words in quotes, and a reason of all that is left', () => {
    expect(read({ order: orderNumber, why: rest('a reason') }, '1042 she said “today &amp; not later”')).toEqual({
      order: '1042',
      why: 'she said today & not later',
    });
  });

  it('without what Slack makes of addresses and links', () => {
    expect(
      read({ who: rest('whom') }, '<mailto:ana@example.com|ana@example.com> <https://shop.example|shop.example>'),
    ).toEqual({
      who: 'ana@example.com shop.example',
    });
  });

  it('and says what is missing or too much', () => {
    expect(read(OFFER, 'discount')).toEqual({ kind: 'missing', what: 'an order number, such as 1042' });
    expect(read({ order: orderNumber }, '1042 1043')).toEqual({ kind: 'not_understood', words: '1043' });
  });

  it('whatever is written, never by throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['read', 'missing', 'not_understood']).toContain(readArguments(OFFER, text).kind);
      }),
    );
  });

  it('a number is the same in words and in digits', () => {
    const SMALL = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
    fc.assert(
      fc.property(fc.nat(7), fc.nat(8), (ten, small) => {
        expect(one(wholeNumber, `${TENS[ten]}-${SMALL[small]}`)).toBe((ten + 2) * 10 + small + 1);
      }),
    );
  });
});

describe('did you mean', () => {
  const NAMES = ['order', 'offer', 'eta', 'help', 'queue', 'escalate'];

  it.each([
    ['ordr', 'order'],
    ['odrer', 'order'],
    ['offfer', 'offer'],
    ['esc', 'escalate'],
    ['que', 'queue'],
    ['hepl', 'help'],
  ])('%s → %s', (typed, name) => {
    expect(didYouMean(typed, NAMES)[0]).toBe(name);
  });

  it('is not asked of what is far from everything', () => {
    expect(didYouMean('weather', NAMES)).toEqual([]);
  });

  it('finds every name from one key beside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES.filter(({ length }) => length > 3)), fc.nat(20), (name, at) => {
        const place = at % name.length;
        expect(didYouMean(name.slice(0, place) + name.slice(place + 1), NAMES)).toContain(name);
      }),
    );
  });
});
