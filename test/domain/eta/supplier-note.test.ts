import { describe, expect, it } from 'vitest';
import { describeSupplier, supplierSlips } from '../../../src/domain/eta/supplier-note.js';
import { d } from '../arbitraries.js';
import { aContext, aSupply } from './eta-fixtures.js';

const noteWith = (slips: number[], line = aSupply(), today = '2026-11-23') =>
  describeSupplier(line, d(today), aContext({ slips: { acme: slips } }));
const eight = (slips: number[]) => [...slips, ...Array(8 - slips.length).fill(-1)];

describe('what to know about a supplier', () => {
  it('is first of all that the promised day has passed', () => {
    expect(noteWith([], aSupply(), '2026-12-02')).toEqual({ kind: 'overdue', days: 1 });
    expect(noteWith([], aSupply(), '2026-12-01')).toEqual({ kind: 'thin_history', receipts: 0 });
  });

  it('then that it promised nothing', () => {
    expect(noteWith([1], aSupply({ promisedOn: null }))).toEqual({ kind: 'no_promise' });
  });

  it('then that it has delivered fewer than eight times', () => {
    expect(noteWith(Array(7).fill(9))).toEqual({ kind: 'thin_history', receipts: 7 });
    expect(noteWith(Array(8).fill(9))).toEqual({ kind: 'supplier_usually_late', days: 9 });
  });

  it('then by how much half its deliveries at least were late', () => {
    expect(noteWith(eight([2, 3, 5, 4]))).toEqual({ kind: 'supplier_usually_late', days: 2 });
    expect(noteWith([...eight([2, 3, 5, 4]), -1])).toEqual({ kind: 'on_time' }); // four of nine
    expect(noteWith(eight([1, 1, 1, 1]))).toEqual({ kind: 'supplier_usually_late', days: 1 });
    expect(noteWith(eight([0, 0, 9, 9]))).toEqual({ kind: 'on_time' });
  });
});

describe('what receipts have shown', () => {
  it('is how many there are, which share came late, and what half of them reached', () => {
    expect(supplierSlips('acme', aContext({ slips: { acme: [5, -2, 0, 3] } }))).toEqual({
      receipts: 4,
      lateShare: 0.5,
      reachedByHalf: 3,
    });
    expect(supplierSlips('bolt', aContext())).toEqual({ receipts: 0, lateShare: 0, reachedByHalf: null });
  });
});
