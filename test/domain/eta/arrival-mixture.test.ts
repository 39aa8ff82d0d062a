import { describe, expect, it } from 'vitest';
import { ArrivalMixture, HORIZON } from '../../../src/domain/eta/arrival-mixture.js';
import { DecayedRecord } from '../../../src/domain/eta/decayed-record.js';
import { DeviationPool } from '../../../src/domain/eta/deviation-pool.js';
import { EXPERT, EXPERTS } from '../../../src/domain/eta/experts.js';

const EVER = { days: Number.POSITIVE_INFINITY, receiptDays: Number.POSITIVE_INFINITY };
const recordOf = (...values: number[]): DecayedRecord => {
  const record = new DecayedRecord(EVER);
  for (const [on, value] of values.entries()) record.add(value, on);
  return record;
};
const only = (expert: number): Float64Array => Float64Array.from(EXPERTS, (_, at) => (at === expert ? 1 : 0));
const likelihood = (mixture: ArrivalMixture, expert: number, ahead: number, halfWidth: number): number => {
  const into = new Float64Array(EXPERTS.length);
  mixture.likelihoods(ahead, halfWidth, into);
  return into[expert] ?? 0;
};

describe('a mixture of experts', () => {
  it('lays a particular record over a general one: with 3 receipts and 3 needed, half and half', () => {
    const mixture = new ArrivalMixture();
    mixture.begin(0);
    mixture.addRecords(EXPERT.supplierLong, 10, [
      [recordOf(0, 0), 0],
      [undefined, 10],
      [recordOf(4, 4, 5), 3],
    ]);
    mixture.blend(only(EXPERT.supplierLong));
    expect(mixture.chances[10]).toBeCloseTo(0.5, 12);
    expect(mixture.chances[14]).toBeCloseTo(0.5 * (2 / 3), 12);
    expect(mixture.last).toBe(15);
  });

  it('strikes out what is past, and weighs experts by what each has left', () => {
    const mixture = new ArrivalMixture();
    mixture.begin(12);
    mixture.addRecords(EXPERT.everyone, 10, [[recordOf(0, 1, 2, 5), 0]]);
    mixture.addRecords(EXPERT.leadEver, 0, [[recordOf(20, 30), 0]]);
    expect(mixture.open[EXPERT.everyone]).toBe(0.25);
    expect(mixture.open[EXPERT.leadEver]).toBe(1);
    const weights = only(EXPERT.everyone);
    weights[EXPERT.leadEver] = 1;
    mixture.blend(weights);
    // a quarter of the first, all of the second: 0.25 : 0.5 : 0.5
    expect(mixture.chances[3]).toBeCloseTo(0.2, 12);
    expect(mixture.chances[8]).toBeCloseTo(0.4, 12);
    expect(mixture.chances[18]).toBeCloseTo(0.4, 12);
  });

  it('puts deviations around the usual day, a spread wide each', () => {
    const pool = new DeviationPool();
    for (const deviation of [-1, 0, 1, 1]) pool.add(deviation, 5);
    const mixture = new ArrivalMixture();
    mixture.begin(0);
    mixture.addCurve(EXPERT.usualSlow, 10, pool.curve(5), { centre: 2, spread: 4 });
    mixture.blend(only(EXPERT.usualSlow));
    expect(mixture.chances[8]).toBeCloseTo(0.25, 2);
    expect(mixture.chances[12]).toBeCloseTo(0.25, 2);
    expect(mixture.chances[16]).toBeCloseTo(0.5, 2);
    expect(likelihood(mixture, EXPERT.usualSlow, 16, 1)).toBeCloseTo(0.5 / 3, 2);
  });

  it('expects what is late to take the longer the later it is: Lomax with shape 2', () => {
    const mixture = new ArrivalMixture();
    const median = (asOf: number): number => {
      mixture.begin(asOf);
      mixture.addTail(EXPERT.late, 100, 10);
      mixture.blend(only(EXPERT.late));
      let by = 0;
      let day = 0;
      while (by < 0.5) {
        day += 1;
        by += mixture.chances[day] ?? 0;
      }
      return day;
    };
    // (10 / (10 + d))² falls to a half at d = 10 (√2 − 1) = 4.1; on from 30 days late at 40 (√2 − 1) = 16.6
    expect(median(100)).toBe(5);
    expect(median(130)).toBe(17);
    expect(mixture.open[EXPERT.late]).toBeCloseTo((10 / 40) ** 2, 12);
  });

  it('knows how likely each expert held a day, averaged over its neighbours that were still open', () => {
    const mixture = new ArrivalMixture();
    mixture.begin(10);
    mixture.addRecords(EXPERT.everyone, 10, [[recordOf(0, 1, 2, 3), 0]]);
    expect(likelihood(mixture, EXPERT.everyone, 2, 0)).toBeCloseTo(0.25, 12);
    expect(likelihood(mixture, EXPERT.everyone, 1, 1)).toBeCloseTo(0.5 / 3, 12);
    mixture.addTail(EXPERT.late, 10, 10);
    expect(likelihood(mixture, EXPERT.late, 3, 0)).toBeCloseTo((10 / 12) ** 2 - (10 / 13) ** 2, 12);
  });

  it('counts what is beyond its horizon as its last day', () => {
    const mixture = new ArrivalMixture();
    mixture.begin(0);
    mixture.addRecords(EXPERT.everyone, 0, [[recordOf(5, 9_000), 0]]);
    mixture.blend(only(EXPERT.everyone));
    expect(mixture.chances[HORIZON]).toBeCloseTo(0.5, 12);
  });

  it('forgets the question before', () => {
    const mixture = new ArrivalMixture();
    mixture.begin(0);
    mixture.addRecords(EXPERT.everyone, 0, [[recordOf(900), 0]]);
    mixture.addTail(EXPERT.late, 0, 10);
    mixture.blend(only(EXPERT.everyone));
    mixture.begin(0);
    mixture.addRecords(EXPERT.everyone, 0, [[recordOf(5), 0]]);
    mixture.blend(only(EXPERT.everyone));
    expect(mixture.last).toBe(5);
    expect(mixture.chances[900]).toBe(0);
    expect(mixture.speaks[EXPERT.late]).toBe(0);
  });
});
