import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/language/entities/find-dates.js';

/** A Monday. */
const TODAY = '2026-11-23';
const found = (text: string, today = TODAY) => findDates(text, today).map(({ kind, value }) => [kind, value]);

describe('a day that is named', () => {
  it.each([
    ["it's for a birthday on the 14th", 'on', '2026-12-14'],
    ['I need it before friday', 'before', '2026-11-27'],
    ['by 12/14', 'by', '2026-12-14'],
    ['by dec 14', 'by', '2026-12-14'],
    ['By Dec. 14th, please', 'by', '2026-12-14'],
    ['by Monday, December 14', 'by', '2026-12-14'],
    ['needed by the 14th of december', 'by', '2026-12-14'],
    ['wedding is on 3rd june', 'on', '2027-06-03'],
    ['no later than 12/14/26', 'by', '2026-12-14'],
    ['by 14/12', 'by', '2026-12-14'],
    ['before 2026-12-14?', 'before', '2026-12-14'],
    ['needed on the 28th at the latest', 'by', '2026-11-28'],
    ['before the 3rd', 'before', '2026-12-03'],
    ['by the 31st', 'by', '2026-12-31'],
    ['by sun', 'by', '2026-11-29'],
    ['by next friday', 'by', '2026-12-04'],
    ['the party is this saturday', 'on', '2026-11-28'],
    ['by monday', 'by', '2026-11-30'],
    ['is it coming tomorrow', 'on', '2026-11-24'],
    ['by the day after tomorrow', 'by', '2026-11-25'],
    ['before christmas eve', 'before', '2026-12-24'],
    ['in time for new year’s eve', 'on', '2026-12-31'],
    ['within two weeks', 'by', '2026-12-07'],
    ['before the end of the month', 'before', '2026-11-30'],
    ['end of next week', 'on', '2026-12-06'],
    ['by early next week', 'by', '2026-11-30'],
    ['before next week', 'before', '2026-11-30'],
    ['thursday next week', 'on', '2026-12-03'],
    ['a week from friday', 'on', '2026-12-04'],
    ['by the weekend', 'by', '2026-11-28'],
    ['mid december', 'on', '2026-12-15'],
    ['by january', 'by', '2027-01-01'],
    ['the first of december', 'on', '2026-12-01'],
    ['dec twelfth', 'on', '2026-12-12'],
    ['14.12.2026', 'on', '2026-12-14'],
    ['12/14', 'on', '2026-12-14'],
    ['14th', 'on', '2026-12-14'],
    ['tmrw', 'on', '2026-11-24'],
    ['10 days from today', 'on', '2026-12-03'],
    ['in a fortnight', 'by', '2026-12-07'],
    ['by year end', 'by', '2026-12-31'],
    ['before thanksgiving', 'before', '2026-11-26'],
    ['black friday', 'on', '2026-11-27'],
    ['in time for easter', 'on', '2027-03-28'],
    ["for mother's day", 'on', '2027-05-09'],
    ['by boxing day', 'by', '2026-12-26'],
  ])('"%s" is %s %s', (text, kind, value) => {
    expect(found(text)).toEqual([[kind, value]]);
  });

  it('bears its words and place, and whether it may be only a mention', () => {
    expect(findDates('You said Friday. I need it by 12/14!', TODAY)).toEqual([
      { kind: 'on', value: '2026-11-27', text: 'Friday', span: [9, 15], certain: false },
      { kind: 'by', value: '2026-12-14', text: 'by 12/14', span: [27, 35], certain: true },
    ]);
  });

  it('may lie some weeks behind us', () => {
    expect(found('it was due by nov 20')).toEqual([['by', '2026-11-20']]);
    expect(found('by aug 3')).toEqual([['by', '2027-08-03']]);
  });
});

describe('what is no day', () => {
  it.each([
    'sun lotion',
    'a bottle for sun lotion',
    'by sat nav',
    'order 1042',
    '1042',
    'for 1042 days',
    'for $12',
    'the 2nd one',
    'before the 3rd delivery',
    'for the 1st lens',
    '24/7',
    '1/2 price',
    'for 1/2 inch screws',
    'I may 2 of them',
    'ship it to 12 March Street',
    'by 13/14',
    'on feb 30',
    'since monday',
    'last friday',
    'fri@example.com',
    'ana@monday.com',
    'it is for friday-lens',
    'order #12/14',
    'mon ami',
  ])('"%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('any day', () => {
  const aDay = fc
    .date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2098-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

  it('is read back from each way of writing it', () => {
    fc.assert(
      fc.property(aDay, aDay, (today, day) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        for (const written of [day, `${month}/${date}/${year}`, `${NAMES[month - 1]} ${date}, ${year}`])
          expect(found(`I need it by ${written}.`, today)).toEqual([['by', day]]);
      }),
    );
  });

  it('without a year or month is a day near today, and a weekday is within a week', () => {
    fc.assert(
      fc.property(aDay, aDay, fc.integer({ min: 1, max: 28 }), (today, day, dayOfMonth) => {
        const ahead = (text: string) => {
          const [only] = findDates(text, today);
          return (Date.parse(only?.value ?? '') - Date.parse(today)) / 86_400_000;
        };
        const [, month, date] = day.split('-').map(Number) as [number, number, number];
        if (!(month === 2 && date === 29)) {
          expect(ahead(`by ${month}/${date}`)).toBeGreaterThan(-90);
          expect(ahead(`by ${month}/${date}`)).toBeLessThan(280);
        }
        expect(ahead(`by the ${dayOfMonth}th`)).toBeGreaterThanOrEqual(0);
        expect(ahead(`by the ${dayOfMonth}th`)).toBeLessThan(32);
        expect(ahead('by thursday')).toBeGreaterThan(0);
        expect(ahead('by thursday')).toBeLessThan(8);
        expect(ahead('by next thursday')).toBeLessThan(15);
      }),
    );
  });

  it('stands where its words do, whatever is around it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const { text: words, span, value } of findDates(text, TODAY)) {
          expect(text.slice(...span)).toBe(words);
          expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
    );
  });
});
