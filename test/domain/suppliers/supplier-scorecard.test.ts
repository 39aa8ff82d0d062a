import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/kernel/dates.js';
import type { PurchaseOrderLineId, Sku } from '../../../src/domain/kernel/ids.js';
import { termBreaches } from '../../../src/domain/suppliers/agreed-terms.js';
import { meanOf, quantileOf, shareOf } from '../../../src/domain/suppliers/measure.js';
import { quarterBefore, quarterChanges, quarterOf } from '../../../src/domain/suppliers/quarter-change.js';
import type { PromiseRevision, SupplierFacts, SupplierReceipt } from '../../../src/domain/suppliers/supplier-facts.js';
import { singleSourceExposure, supplierScorecard } from '../../../src/domain/suppliers/supplier-scorecard.js';
import { d } from '../arbitraries.js';

const PO_LINE = 'PO-1/1' as PurchaseOrderLineId;
const SKU = 'LEN-50' as Sku;
const DUE = d('2026-10-10');
const QUARTER = { from: d('2026-10-01'), to: d('2026-12-31') };
const NOTHING: SupplierFacts = { receipts: [], revisions: [], requests: [] };

const receipt = (slip: number, more: Partial<SupplierReceipt> = {}): SupplierReceipt => ({
  poLineId: PO_LINE,
  sku: SKU,
  orderedOn: d('2026-09-20'),
  promisedOn: DUE,
  receivedOn: addDays(DUE, slip),
  quantityOrdered: 10,
  quantityReceived: 10,
  quantityDefective: 0,
  ...more,
});
const revision = (more: Partial<PromiseRevision>): PromiseRevision => ({
  poLineId: PO_LINE,
  revisedOn: d('2026-10-08'),
  from: DUE,
  to: d('2026-10-20'),
  receivedOn: null,
  ...more,
});
const card = (facts: Partial<SupplierFacts>, span = QUARTER) => supplierScorecard({ ...NOTHING, ...facts }, span);

describe('deliveries', () => {
  it('are on time when whole and not after the promised day', () => {
    const { onTimeRate } = card({
      receipts: [receipt(0), receipt(-2), receipt(1), receipt(0, { quantityReceived: 9 })],
    });
    expect(onTimeRate).toEqual({ value: 0.5, count: 4, isThin: true });
  });

  it('slip by the day of the receipt; without a promise only the lead time counts', () => {
    const receipts = [0, 0, 1, 1, 2, 3, 5, 6, 9].map((slip) => receipt(slip));
    const all = card({ receipts: [...receipts, receipt(30, { promisedOn: null })] });
    expect(all.slipP50).toEqual({ value: 2, count: 9, isThin: false });
    expect(all.slipP90.value).toBe(9);
    expect(all.leadDaysP50).toEqual({ value: 22, count: 10, isThin: false });
  });

  it('fill by units; what came beyond one order does not fill another', () => {
    const receipts = [receipt(0, { quantityReceived: 15 }), receipt(0, { quantityReceived: 5, quantityDefective: 4 })];
    const { fillRate, defectRate } = card({ receipts });
    expect(fillRate.value).toBe(0.75);
    expect(defectRate.value).toBe(0.2);
  });

  it('count in the span in which they came, both ends included', () => {
    const receipts = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map((day) =>
      receipt(0, { receivedOn: d(day) }),
    );
    expect(card({ receipts }).fillRate.count).toBe(2);
  });

  it('without any there is no figure', () => {
    expect(card({}).onTimeRate).toEqual({ value: null, count: 0, isThin: true });
    expect(card({}).slipP90.value).toBeNull();
  });
});

describe('answers', () => {
  it('count in the rate when missing, and not in the days', () => {
    const asked = d('2026-11-02');
    const requests = [1, 3, null].map((days) => ({
      kind: 'acknowledgement' as const,
      askedOn: asked,
      answeredOn: days === null ? null : addDays(asked, days),
    }));
    const late = { kind: 'question' as const, askedOn: asked, answeredOn: d('2027-01-05') };
    const figures = card({ requests: [...requests, late] });
    expect(figures.acknowledgedRate.value).toBeCloseTo(2 / 3, 12);
    expect(figures.acknowledgementDaysP50).toMatchObject({ value: 1, count: 2 });
    expect(figures.answeredRate).toMatchObject({ value: 0, count: 1 });
    expect(figures.answerDaysP50.value).toBeNull();
  });
});

describe('honesty of revisions', () => {
  it('is the share of revised dates that were kept, once their day has come', () => {
    const revisions = [
      revision({ receivedOn: d('2026-10-20') }),
      revision({ receivedOn: d('2026-10-26') }),
      revision({ to: d('2026-11-30') }),
      revision({ to: d('2026-12-31') }),
    ];
    const figures = card({ revisions });
    expect(figures.revisionsKept).toMatchObject({ value: 1 / 3, count: 3 });
    expect(figures.revisionSlipMean).toMatchObject({ value: 3, count: 2 });
    expect(figures.noticeDaysP50).toMatchObject({ value: 2, count: 4 });
  });

  it('knows nothing of what came after the span', () => {
    const revisions = [revision({ to: d('2026-12-20'), receivedOn: d('2027-01-04') })];
    expect(card({ revisions }).revisionsKept).toMatchObject({ value: 0, count: 1 });
    expect(card({ revisions }).revisionSlipMean.count).toBe(0);
  });

  it('counts an early arrival in the span in which it came', () => {
    const revisions = [revision({ to: d('2027-01-10'), receivedOn: d('2026-12-30') })];
    expect(card({ revisions }).revisionsKept).toMatchObject({ value: 1, count: 1 });
  });
});

describe('exposure', () => {
  it('is the share of SKUs that nobody else delivers', () => {
    const [a, b] = ['A', 'B'] as [Sku, Sku];
    expect(
      singleSourceExposure(
        [a, a, b],
        new Map([
          [a, 1],
          [b, 2],
        ]),
      ).value,
    ).toBe(0.5);
    expect(singleSourceExposure([a], new Map()).value).toBe(1);
    expect(singleSourceExposure([], new Map()).value).toBeNull();
  });
});

describe('agreed terms', () => {
  const none = { leadDays: null, onTimeRate: null, fillRate: null, acknowledgementDays: null, defectRate: null };
  const figures = card({ receipts: [receipt(0), receipt(4, { quantityReceived: 8, quantityDefective: 1 })] });

  it('are breached when the record is on the wrong side of them', () => {
    expect(termBreaches(figures, { ...none, onTimeRate: 0.9, fillRate: 0.9, leadDays: 19, defectRate: 0.05 })).toEqual([
      { term: 'leadDays', agreed: 19, actual: 20, isThin: true },
      { term: 'onTimeRate', agreed: 0.9, actual: 0.5, isThin: true },
      { term: 'defectRate', agreed: 0.05, actual: 1 / 18, isThin: true },
    ]);
  });

  it('are not breached at their limit, nor without a record or an agreement', () => {
    expect(termBreaches(figures, { ...none, onTimeRate: 0.5, fillRate: 0.9, leadDays: 20 })).toEqual([]);
    expect(termBreaches(figures, { ...none, acknowledgementDays: 1 })).toEqual([]);
    expect(termBreaches(figures, none)).toEqual([]);
  });
});

describe('change against the last quarter', () => {
  it('knows the quarters', () => {
    expect(quarterOf(d('2026-11-23'))).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(quarterOf(d('2026-06-30'))).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(quarterBefore(d('2026-02-03'))).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(quarterBefore(d('2026-08-03'))).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(quarterOf(d('2026-01-01'))).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(quarterOf(d('2026-09-30'))).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(quarterBefore(d('2026-04-01'))).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(quarterBefore(d('2026-12-31'))).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  });

  it('says what became better and what worse, and from how little', () => {
    const before = [0, 0].map((slip) =>
      receipt(slip, { promisedOn: d('2026-08-10'), receivedOn: addDays(d('2026-08-10'), slip) }),
    );
    const now = [3, 0].map((slip) => receipt(slip, { quantityReceived: 10 }));
    const facts = { ...NOTHING, receipts: [...before.map((one) => ({ ...one, quantityReceived: 5 })), ...now] };
    const changes = quarterChanges(facts, d('2026-11-23'));
    expect(changes).toContainEqual({ figure: 'onTimeRate', before: 0, now: 0.5, direction: 'better', isThin: true });
    expect(changes).toContainEqual({ figure: 'slipP90', before: 0, now: 3, direction: 'worse', isThin: true });
    expect(changes).toContainEqual({ figure: 'fillRate', before: 0.5, now: 1, direction: 'better', isThin: true });
    expect(changes.some(({ figure }) => figure === 'slipP50')).toBe(false);
  });
});

describe('measures', () => {
  it('are thin below eight records', () => {
    expect(meanOf([1, 2, 3, 4, 5, 6, 7]).isThin).toBe(true);
    expect(meanOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ value: 4.5, count: 8, isThin: false });
    expect(shareOf(1, 0, 3).value).toBeNull();
  });

  it('have quantiles that a share p of all do not exceed', () => {
    expect(quantileOf([5, 1, 4, 2, 3, 6, 7, 8, 9, 10], 0.9).value).toBe(9);
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, p) => {
          const quantile = quantileOf(values, p).value!;
          expect(values.filter((value) => value <= quantile).length / values.length).toBeGreaterThanOrEqual(p - 1e-6);
          expect(values.filter((value) => value < quantile).length / values.length).toBeLessThan(p + 1e-6);
        },
      ),
    );
  });
});
