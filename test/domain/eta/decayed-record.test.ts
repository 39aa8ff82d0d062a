import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecayedRecord } from '../../../src/domain/eta/decayed-record.js';
import { KeptRecords } from '../../../src/domain/eta/kept-records.js';

const EVER = { days: Number.POSITIVE_INFINITY, receiptDays: Number.POSITIVE_INFINITY };
const shareOf = (record: DecayedRecord, value: number): number =>
  (record.weights[record.values.indexOf(value)] ?? 0) / record.total;

describe('a record of what came', () => {
  it('counts all alike where nothing fades', () => {
    const record = new DecayedRecord(EVER);
    for (const [day, value] of [3, 0, 3, 7].entries()) record.add(value, 100 * day);
    expect(shareOf(record, 3)).toBe(0.5);
    expect(shareOf(record, 7)).toBe(0.25);
    expect(record.receiptDays).toBe(4);
    expect(record.total).toBe(4);
  });

  it('counts what came 30 days ago 1/e of what came today, with a memory of 30 days', () => {
    const record = new DecayedRecord({ days: 30, receiptDays: Number.POSITIVE_INFINITY });
    record.add(1, 0);
    record.add(2, 30);
    expect(shareOf(record, 1) / shareOf(record, 2)).toBeCloseTo(Math.exp(-1), 12);
    expect(record.receiptDays).toBeCloseTo(1 + Math.exp(-1), 12);
  });

  it('counts what came a receipt day before 5/6, with a memory of six of them', () => {
    const record = new DecayedRecord({ days: Number.POSITIVE_INFINITY, receiptDays: 6 });
    record.add(1, 0);
    record.add(2, 50);
    expect(shareOf(record, 1)).toBeCloseTo(5 / 11, 12);
  });

  it('takes all lines of one day as one experience', () => {
    const record = new DecayedRecord({ days: 30, receiptDays: 6 });
    for (const value of [1, 1, 2, 3]) record.add(value, 10);
    expect(record.receiptDays).toBe(1);
    expect(shareOf(record, 1)).toBeCloseTo(0.5, 12);
  });

  it('stays exact over any time and any number of values', () => {
    const record = new DecayedRecord({ days: 10, receiptDays: Number.POSITIVE_INFINITY });
    for (let day = 0; day < 5_000; day += 1) record.add(day % 100, day);
    // of two values a day apart the older counts e^(−1/10); the same holds between those 100 days apart
    expect(shareOf(record, 98) / shareOf(record, 99)).toBeCloseTo(Math.exp(-0.1), 9);
    const sum = record.weights.reduce((all, one) => all + one, 0);
    expect(sum / record.total).toBeCloseTo(1, 9);
    expect(record.values.length).toBe(100);
  });
});

describe('records by key', () => {
  it('give back what was put in, whether one receipt or many', () => {
    const aReceipt = fc.record({
      key: fc.integer({ min: 0, max: 5 }),
      value: fc.integer({ min: -400, max: 2_000 }),
      on: fc.integer({ min: -300_000, max: 2_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(aReceipt), (receipts) => {
        const kept = new KeptRecords(EVER);
        const inTime = [...receipts].sort((a, b) => a.on - b.on);
        for (const { key, value, on } of inTime) kept.add(key, value, on);
        for (const key of [0, 1, 2, 3, 4, 5]) {
          const own = inTime.filter((one) => one.key === key);
          const record = kept.get(key);
          expect(record?.total ?? 0).toBe(own.length);
          for (const { value } of own) expect(record?.values).toContain(value);
        }
      }),
    );
  });

  it('know the day of a single receipt when the second comes', () => {
    const kept = new KeptRecords({ days: 30, receiptDays: Number.POSITIVE_INFINITY });
    kept.add(1, -4, 20_000);
    kept.add(1, 8, 20_030);
    expect(kept.get(1)!.receiptDays).toBeCloseTo(1 + Math.exp(-1), 12);
  });
});
