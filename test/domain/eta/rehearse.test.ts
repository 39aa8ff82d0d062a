import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rehearsalDay, toss } from '../../../src/domain/eta/rehearse.js';

const aDay = fc.integer({ min: 0, max: 200 });
const aReceipt = fc.record({
  orderedOn: fc.option(aDay),
  promisedOn: fc.option(aDay),
  revisedOn: fc.constant(null),
  receivedOn: aDay,
  knownOn: aDay,
  revisions: fc.array(fc.record({ givenOn: aDay, promisedOn: aDay }), { maxLength: 2 }),
});

describe('a day to ask on for practice', () => {
  it('is drawn without a look at when it came: only whether it was still open then', () => {
    fc.assert(
      fc.property(aReceipt, fc.nat(), aDay, (receipt, index, otherwise) => {
        const day = rehearsalDay(receipt, index);
        const other = rehearsalDay({ ...receipt, receivedOn: otherwise }, index);
        if (day !== null) expect(day).toBeLessThan(receipt.receivedOn);
        if (day !== null && day < otherwise) expect(other).toBe(day);
        if (day !== null && other !== null) expect(other).toBe(day);
      }),
    );
  });

  it('is at the order, on the way and after the promise', () => {
    const receipt = { orderedOn: 0, promisedOn: 30, revisedOn: null, receivedOn: 100, knownOn: 100, revisions: [] };
    const days = Array.from({ length: 4_000 }, (_, index) => rehearsalDay(receipt, index) ?? Number.NaN);
    const share = (from: number, to: number): number => days.filter((day) => day >= from && day <= to).length / 4_000;
    expect(share(0, 0)).toBeGreaterThan(0.43);
    expect(share(1, 29)).toBeGreaterThan(0.3);
    expect(share(30, 41)).toBeGreaterThan(0.18);
    expect(share(42, 1_000)).toBe(0);
  });

  it('is none where nothing is known to ask from', () => {
    const receipt = {
      orderedOn: null,
      promisedOn: null,
      revisedOn: null,
      receivedOn: 100,
      knownOn: 100,
      revisions: [],
    };
    expect(rehearsalDay(receipt, 1)).toBeNull();
  });
});

describe('a toss', () => {
  it('is the same each time, spread evenly, and another for another purpose', () => {
    const tosses = Array.from({ length: 10_000 }, (_, index) => toss(index, 1));
    expect(tosses).toEqual(Array.from({ length: 10_000 }, (_, index) => toss(index, 1)));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const within = tosses.filter((one) => one >= tenth / 10 && one < (tenth + 1) / 10).length;
      expect(within).toBeGreaterThan(900);
      expect(within).toBeLessThan(1_100);
    }
    expect(tosses.filter((one, index) => one === toss(index, 2)).length).toBeLessThan(10);
  });
});
