import type { Currency } from '../domain/kernel/money.js';
import type { ReadClaim, Reader } from './claim.js';
import { NUMBER_WORD, readNumber } from './number-words.js';

const DOLLARS: readonly Currency[] = ['USD', 'CAD', 'AUD'];
const CURRENCIES: Readonly<Record<string, readonly Currency[]>> = {
  $: DOLLARS,
  US$: ['USD'],
  CA$: ['CAD'],
  C$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  '€': ['EUR'],
  '£': ['GBP'],
  USD: ['USD'],
  CAD: ['CAD'],
  AUD: ['AUD'],
  EUR: ['EUR'],
  GBP: ['GBP'],
  DOLLAR: DOLLARS,
  BUCK: DOLLARS,
  EURO: ['EUR'],
  POUND: ['GBP'],
};

function money(sign: string, whole: string, part = '0'): ReadClaim {
  const cents = Math.round(readNumber(whole) * 100) + Number(part.padEnd(2, '0'));
  return { kind: 'money', cents, currencies: CURRENCIES[sign.toUpperCase().replace(/(?<=[A-Z]{3})S$/, '')] ?? [] };
}

const AMOUNT = '(\\d[\\d,]{0,14})(?:\\.(\\d{1,2}))?';
/** Amounts of money, with the currencies their sign can mean, and percentages. */
export const AMOUNT_READERS: readonly Reader[] = [
  [
    new RegExp(`(?<![A-Z0-9])((?:US|CA|AU|C|A)?[$€£]) ?${AMOUNT}`, 'gi'),
    ([, sign = '', ...amount]) => money(sign, amount[0] ?? '', amount[1]),
  ],
  [
    new RegExp(`\\b(USD|CAD|AUD|EUR|GBP) ?${AMOUNT}`, 'g'),
    ([, sign = '', ...amount]) => money(sign, amount[0] ?? '', amount[1]),
  ],
  [
    new RegExp(`(?<![\\d,.])${AMOUNT} ?(dollars?|bucks?|usd|cad|aud|eur|gbp|euros?|pounds?|€|£)(?![a-z])`, 'gi'),
    ([, whole = '', part, sign = '']) => money(sign, whole, part),
  ],
  [
    new RegExp(`\\b(${NUMBER_WORD}) (dollars?|bucks?|euros?|pounds?)\\b`, 'gi'),
    ([, whole = '', sign = '']) => money(sign, whole),
  ],
  [
    new RegExp(`\\b(\\d{1,6}(?:\\.\\d{1,4})?|${NUMBER_WORD}) ?(?:%|per ?cent\\b)`, 'gi'),
    ([, value = '']) => ({ kind: 'percent', value: readNumber(value) }),
  ],
  [/\bhalf (?:off|price)\b/gi, () => ({ kind: 'percent', value: 50 })],
];
