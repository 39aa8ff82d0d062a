import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPrinciplesRisk } from '../../../../src/domain/demand/stockout/first-principles-risk.js';
import { areaUnderRoc } from '../../../../src/domain/demand/stockout/ranking-quality.js';
import { monthlyRate, type StockItem } from '../../../../src/domain/demand/stockout/stock-item.js';
import { NOTHING, someItems } from './stock-items.js';

const item = (facts: Partial<StockItem>): StockItem => ({ ...NOTHING, ...facts });
const aCount = fc.oneof(fc.constant(null), fc.integer({ min: -50, max: 5_000 }));
const anItem: fc.Arbitrary<StockItem> = fc.record({
  onHand: aCount,
  inTransit: aCount,
  leadTimeDays: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 400 })),
  forecast3m: aCount,
  forecast6m: aCount,
  sales1m: aCount,
  sales3m: aCount,
  sales6m: aCount,
  minStock: aCount,
  pastDue: aCount,
  supplierPerformance: fc.oneof(fc.constant(null), fc.constant(-99), fc.double({ min: 0, max: 1, noNaN: true })),
});

describe('the risk from first principles', () => {
  it('worked: 2 a month, lead time one month, 3 on hand', () => {
    // mean 2 × 1.5 = 3, variance 3 + 0.6 × 9 / 1.5 = 6.6; 1 − F(3.5) of that gamma variable
    const risk = firstPrinciplesRisk(item({ onHand: 3, leadTimeDays: 30.4, sales3m: 6 }));
    expect(risk).toBeCloseTo(0.319178, 5);
  });

  it('is a chance, and the higher the less there is on hand', () => {
    fc.assert(
      fc.property(anItem, (one) => {
        const risk = firstPrinciplesRisk(one);
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(risk).toBeLessThanOrEqual(1);
        expect(firstPrinciplesRisk({ ...one, onHand: (one.onHand ?? 0) + 1 })).toBeLessThanOrEqual(risk + 1e-12);
      }),
    );
  });

  it('rises with sales, lead time and what is past due, falls with a reliable supplier', () => {
    const base = item({ onHand: 5, inTransit: 6, leadTimeDays: 30, sales3m: 9, pastDue: 0, supplierPerformance: 0.5 });
    const risk = firstPrinciplesRisk(base);
    expect(firstPrinciplesRisk({ ...base, sales3m: 12 })).toBeGreaterThan(risk);
    expect(firstPrinciplesRisk({ ...base, leadTimeDays: 60 })).toBeGreaterThan(risk);
    expect(firstPrinciplesRisk({ ...base, pastDue: 4 })).toBeGreaterThan(risk);
    expect(firstPrinciplesRisk({ ...base, supplierPerformance: 0.9 })).toBeLessThan(risk);
  });

  it('takes a sentinel for "not known", not for the worst supplier', () => {
    const base = item({ onHand: 5, inTransit: 6, sales3m: 9 });
    expect(firstPrinciplesRisk({ ...base, supplierPerformance: -99 })).toBe(firstPrinciplesRisk(base));
    expect(firstPrinciplesRisk({ ...base, supplierPerformance: 0.75 })).toBe(firstPrinciplesRisk(base));
  });

  it('is certain where units are owed', () => {
    expect(firstPrinciplesRisk(item({ onHand: -1 }))).toBe(1);
    expect(firstPrinciplesRisk(NOTHING)).toBeLessThan(0.1);
  });

  it('ranks better than cover by forecast does', () => {
    const rows = someItems(4_000, 8);
    const truth = rows.map(({ wentShort }) => Number(wentShort));
    const cover = rows.map(
      ({ item: one }) => -((one.onHand ?? 0) + (one.inTransit ?? 0)) / ((one.forecast3m ?? 0) + 0.01),
    );
    const risk = rows.map(({ item: one }) => firstPrinciplesRisk(one));
    expect(areaUnderRoc(risk, truth)).toBeGreaterThan(areaUnderRoc(cover, truth) + 0.05);
  });
});

describe('the monthly rate', () => {
  it('averages what is known, three months counting twice', () => {
    expect(monthlyRate(item({ sales1m: 4, sales3m: 6 }))).toBeCloseTo((4 + 2 * 2) / 3, 12);
    expect(monthlyRate(item({ forecast3m: 9, forecast6m: 6, sales6m: 12 }))).toBeCloseTo((2 * 3 + 1 + 2) / 4, 12);
    expect(monthlyRate(item({ sales1m: -3 }))).toBe(0);
    expect(monthlyRate(NOTHING)).toBe(0);
  });
});
