import { describe, expect, it } from 'vitest';
import { ExpertTrust } from '../../../src/domain/eta/expert-trust.js';
import { EXPERT, EXPERTS, firstTrust } from '../../../src/domain/eta/experts.js';

const all = new Uint8Array(EXPERTS.length).fill(1);
const creditFor = (expert: number): Float32Array => Float32Array.from(EXPERTS, (_, at) => (at === expert ? 1 : 0));
const weightOf = (trust: ExpertTrust, expert: number, supplier = 0, speaks = all): number =>
  trust.weights('promised', 5, supplier, speaks).weights[expert] ?? 0;
const sumOfFirst = firstTrust().reduce((sum, one) => sum + one, 0);

describe('how much an expert counts', () => {
  it('is at first what is known of experts in general', () => {
    expect(weightOf(new ExpertTrust(), EXPERT.supplierEver)).toBeCloseTo(1 / sumOfFirst, 9);
  });

  it('grows with what it had right, for the supplier at once, for others by and by', () => {
    const trust = new ExpertTrust();
    const { situation } = trust.weights('promised', 5, 0, all);
    trust.learn({ situation, supplier: 0, credits: creditFor(EXPERT.sku) }, 100);
    const general = (0.4 * 0.99 + 1) / (sumOfFirst * 0.99 + 1);
    // after one delivery all suppliers' trust counts 1 + 7 / (1 + 1/5) times beside the supplier's own one
    const counts = 1 + 7 / 1.2;
    expect(weightOf(trust, EXPERT.sku)).toBeCloseTo((counts * general + 1) / (counts + 1), 6);
    expect(weightOf(trust, EXPERT.sku, 1)).toBeCloseTo(general, 6);
  });

  it('fades for the supplier by a fifth with each delivery, and in the end its own trust outweighs the general one', () => {
    const trust = new ExpertTrust();
    const { situation } = trust.weights('promised', 5, 0, all);
    for (let day = 0; day < 2_000; day += 1)
      trust.learn({ situation, supplier: 0, credits: creditFor(EXPERT.sku) }, day);
    trust.learn({ situation, supplier: 0, credits: creditFor(EXPERT.month) }, 3_000);
    // own credit: 5 for the SKU before, then 4 of it beside 1 for the month; the general one counts but once
    const general = 1 / (100 * 0.99 + 1);
    expect(weightOf(trust, EXPERT.month)).toBeCloseTo((1 * general + 1) / (1 + 4 + 1), 2);
  });

  it('is hardly moved by another line of the same truck', () => {
    const trust = new ExpertTrust();
    const { situation } = trust.weights('promised', 5, 0, all);
    trust.learn({ situation, supplier: 0, credits: creditFor(EXPERT.sku) }, 100);
    const once = weightOf(trust, EXPERT.sku);
    trust.learn({ situation, supplier: 0, credits: creditFor(EXPERT.sku) }, 100);
    const again = weightOf(trust, EXPERT.sku);
    trust.learn({ situation, supplier: 0, credits: creditFor(EXPERT.sku) }, 101);
    expect(again - once).toBeLessThan(weightOf(trust, EXPERT.sku) - again);
  });

  it('is kept apart by stage and by how much is known', () => {
    const trust = new ExpertTrust();
    const { situation } = trust.weights('overdue', 5, 0, all);
    trust.learn({ situation, supplier: -1, credits: creditFor(EXPERT.late) }, 100);
    expect(weightOf(trust, EXPERT.late, -1)).toBeCloseTo(0.3 / sumOfFirst, 9);
    expect(trust.weights('overdue', 4, -1, all).weights[EXPERT.late]).toBeCloseTo(0.3 / sumOfFirst, 9);
    expect(trust.weights('overdue', 5, -1, all).weights[EXPERT.late]).toBeGreaterThan(1.2 / sumOfFirst);
  });

  it('is nothing for those that are silent, and never nothing for those that speak', () => {
    const trust = new ExpertTrust();
    const { situation } = trust.weights('promised', 5, 0, all);
    for (let day = 0; day < 5_000; day += 1)
      trust.learn({ situation, supplier: 0, credits: creditFor(EXPERT.sku) }, day);
    expect(weightOf(trust, EXPERT.wait)).toBeCloseTo(0.002, 9);
    const silent = Uint8Array.from(all, (_, at) => (at === EXPERT.sku ? 0 : 1));
    expect(weightOf(trust, EXPERT.sku, 0, silent)).toBe(0);
  });
});
