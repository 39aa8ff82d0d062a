import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/grounding/claims.js';

const said = (text: string) => readClaims(text).map(({ text: _words, at: _at, ...claim }) => claim);
const day = (month: number, d: number, rest: { year?: number; weekday?: number } = {}) => ({
  kind: 'date',
  month,
  day: d,
  year: null,
  weekday: null,
  ...rest,
});
const relative = (from: number, to = from) => ({ kind: 'relative', from, to });

describe('days in full', () => {
  it.each([
    ['Fri, Dec 4', day(12, 4, { weekday: 5 })],
    ['Friday, December 4th, 2026', day(12, 4, { weekday: 5, year: 2026 })],
    ['4 December', day(12, 4)],
    ['the 4th of December 2026', day(12, 4, { year: 2026 })],
    ['December fourth', day(12, 4)],
    ['the twenty-first of December', day(12, 21)],
    ['2026-12-04', day(12, 4, { year: 2026 })],
    ['12/4', day(12, 4)],
    ['Friday 12/4/26', day(12, 4, { weekday: 5, year: 2026 })],
    ['**Dec** **4**', day(12, 4)],
    ['Dec\u00a04', day(12, 4)],
    ['D\u200bec 4', day(12, 4)],
    ['Ｄｅｃ ４', day(12, 4)],
  ])('reads "%s"', (text, claim) => {
    expect(said(`It ships ${text}.`)).toEqual([claim]);
  });

  it('reads both ends of a range', () => {
    expect(said('between Dec 4–8')).toEqual([day(12, 4), day(12, 8)]);
    expect(said('from 4 to 8 December')).toEqual([day(12, 4), day(12, 8)]);
  });
});

describe('days in other words', () => {
  it.each([
    ['by Friday', { kind: 'weekday', weekday: 5, from: 0, to: 13 }],
    ['next Tues', { kind: 'weekday', weekday: 2, from: 0, to: 13 }],
    ['on Monday', { kind: 'weekday', weekday: 1, from: -7, to: 13 }],
    ['last Monday', { kind: 'weekday', weekday: 1, from: -13, to: -1 }],
    ['Mondays', { kind: 'weekday', weekday: 1, from: -7, to: 13 }],
    ['the 14th', { kind: 'day_of_month', day: 14, weekday: null }],
    ['on 14th', { kind: 'day_of_month', day: 14, weekday: null }],
    ['Friday the 14th', { kind: 'day_of_month', day: 14, weekday: 5 }],
    ['by the fourteenth', { kind: 'day_of_month', day: 14, weekday: null }],
    ['today', relative(0)],
    ['tonight', relative(0)],
    ['tomorrow', relative(1)],
    ['the day after tomorrow', relative(2)],
    ['next week', relative(1, 13)],
    ['in two weeks', relative(11, 17)],
    ['in 2-3 weeks', relative(11, 24)],
    ['5 to 7 days', relative(5, 7)],
    ['twenty-one days', relative(21)],
    ['in a week', relative(4, 10)],
    ['within 48 hours', relative(1, 2)],
    ['in 3 business days', relative(3, 6)],
    ['3 days ago', relative(-3)],
    ['in December', { kind: 'month', month: 12, year: null, from: 1, to: 31 }],
    ['in early December', { kind: 'month', month: 12, year: null, from: 1, to: 12 }],
    ['by the end of January 2027', { kind: 'month', month: 1, year: 2027, from: 19, to: 31 }],
    ['late December', { kind: 'month', month: 12, year: null, from: 19, to: 31 }],
  ])('reads "%s"', (text, claim) => {
    expect(said(`It ships ${text}.`)).toEqual([claim]);
  });

  it.each([
    'It may ship, we march on, and I sat down.',
    'How can I help you today?',
    'A second one, please.',
    'One moment.',
    'Have a good day.',
  ])('finds nothing in "%s"', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('amounts, percentages, numbers and codes', () => {
  const dollars = ['USD', 'CAD', 'AUD'];
  it.each([
    ['$1,204.50', { kind: 'money', cents: 120_450, currencies: dollars }],
    ['$ 20', { kind: 'money', cents: 2_000, currencies: dollars }],
    ['CA$20', { kind: 'money', cents: 2_000, currencies: ['CAD'] }],
    ['20 dollars', { kind: 'money', cents: 2_000, currencies: dollars }],
    ['twenty dollars', { kind: 'money', cents: 2_000, currencies: dollars }],
    ['a hundred bucks', { kind: 'money', cents: 10_000, currencies: dollars }],
    ['USD 19.99', { kind: 'money', cents: 1_999, currencies: ['USD'] }],
    ['€19', { kind: 'money', cents: 1_900, currencies: ['EUR'] }],
    ['19.99€', { kind: 'money', cents: 1_999, currencies: ['EUR'] }],
    ['10%', { kind: 'percent', value: 10 }],
    ['12.5 percent', { kind: 'percent', value: 12.5 }],
    ['ten per cent', { kind: 'percent', value: 10 }],
    ['half off', { kind: 'percent', value: 50 }],
    ['5％', { kind: 'percent', value: 5 }],
    ['40 units', { kind: 'number', value: 40 }],
    ['three other orders', { kind: 'number', value: 3 }],
    ['LEN-50', { kind: 'code', value: 'LEN-50' }],
    ['1z999aa10123456784', { kind: 'code', value: '1Z999AA10123456784' }],
    ['9400111899223397623910', { kind: 'code', value: '9400111899223397623910' }],
    ['code SAVEBIG', { kind: 'code', value: 'SAVEBIG' }],
    ['٤٢', { kind: 'code', value: '٤٢' }],
  ])('reads "%s"', (text, claim) => {
    expect(said(`So: ${text}, then.`)).toEqual([claim]);
  });

  it('reads each of several', () => {
    expect(said('You get $20.00 back to Visa ending 4417 by Fri, Dec 4.')).toHaveLength(3);
  });
});

describe('a hostile text', () => {
  it.each([
    ['digits', '1'.repeat(100_000)],
    ['digits and commas', '1,'.repeat(50_000)],
    ['digits and points', '1.'.repeat(50_000)],
    ['digits and hyphens', '1-'.repeat(50_000)],
    ['letters', 'sun'.repeat(33_000)],
    ['capitals and hyphens', 'A-'.repeat(50_000)],
    ['spaces', ' '.repeat(100_000)],
    ['unfinished days', 'on the twenty '.repeat(7_000)],
    ['unfinished months', 'the end of '.repeat(9_000)],
    ['dollar signs', '$ '.repeat(50_000)],
    ['letters that grow when folded', '\ufdfa'.repeat(33_000)],
  ])('of 100 KB of %s is read to its end', (_what, text) => {
    expect(said(`${text} Dec 4`)).toContainEqual(day(12, 4));
  });
});
