import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEVER, NOW, replan } from '../../../src/domain/allocation/replan.js';
import { replanSku, type SkuSupply, supplyLadders } from '../../../src/domain/allocation/replan-sku.js';
import { bookOf } from './waiting-book.js';
import { MOMENT, RULES, someLines, waits } from './waiting-lines.js';

const now = Date.parse(MOMENT.now);
const lens = Uint32Array.of(0, 1, 3);

/** Three wait for the lens, longest first 1-1, 4-1, 2-1; one for the tripod. */
function shop() {
  const lines = [waits('1-1', 9, { quantity: 2 }), waits('2-1', 5), waits('3-1', 7), waits('4-1', 8)];
  return bookOf(lines, ({ orderLineId }) => (orderLineId === '3-1' ? 1 : 0));
}
const before: SkuSupply[] = [
  {
    free: 0,
    arriving: [
      { units: 3, likelyDay: 10, cautiousDay: 14 },
      { units: 5, likelyDay: 30, cautiousDay: 33 },
    ],
  },
  { free: 1, arriving: [] },
];

describe('re-planning one SKU', () => {
  it('tells who moved, and by how many days, when a purchase order slips', () => {
    const plan = replan(shop(), supplyLadders(before), RULES, now);
    expect([...plan.likelyDay]).toEqual([10, 30, NOW, 10]);
    const late = { free: 0, arriving: [{ units: 3, likelyDay: 16, cautiousDay: 27 }, before[0]!.arriving[1]!] };
    expect(replanSku(plan, shop(), lens, late, RULES, now)).toEqual([
      {
        line: 0,
        likelyBefore: 10,
        likelyAfter: 16,
        cautiousBefore: 14,
        cautiousAfter: 27,
        likelyLater: 6,
        cautiousLater: 13,
      },
      {
        line: 3,
        likelyBefore: 10,
        likelyAfter: 16,
        cautiousBefore: 14,
        cautiousAfter: 27,
        likelyLater: 6,
        cautiousLater: 13,
      },
    ]);
    expect([...plan.likelyDay]).toEqual([16, 30, NOW, 16]);
  });

  it('moves those behind when fewer units come, and says no number of days where none is left', () => {
    const plan = replan(shop(), supplyLadders(before), RULES, now);
    const short = {
      free: 0,
      arriving: [
        { units: 2, likelyDay: 10, cautiousDay: 14 },
        { units: 1, likelyDay: 9, cautiousDay: 20 },
      ],
    };
    expect(replanSku(plan, shop(), lens, short, RULES, now)).toEqual([
      {
        line: 0,
        likelyBefore: 10,
        likelyAfter: 10,
        cautiousBefore: 14,
        cautiousAfter: 20,
        likelyLater: 0,
        cautiousLater: 6,
      },
      {
        line: 3,
        likelyBefore: 10,
        likelyAfter: 10,
        cautiousBefore: 14,
        cautiousAfter: 20,
        likelyLater: 0,
        cautiousLater: 6,
      },
      {
        line: 1,
        likelyBefore: 30,
        likelyAfter: NEVER,
        cautiousBefore: 33,
        cautiousAfter: NEVER,
        likelyLater: null,
        cautiousLater: null,
      },
    ]);
  });

  const arriving = fc
    .record({ units: fc.nat(9), likelyDay: fc.nat(40), later: fc.nat(20) })
    .map(({ units, likelyDay, later }) => ({ units, likelyDay, cautiousDay: likelyDay + later }));
  const supply = fc.record({ free: fc.nat(12), arriving: fc.array(arriving, { maxLength: 4 }) });

  it('gives what re-planning the whole book gives, touches no other SKU, and misses no line that moved', () => {
    fc.assert(
      fc.property(
        someLines,
        fc.array(supply, { minLength: 1, maxLength: 4 }),
        supply,
        fc.nat(3),
        (lines, supplies, changed, pick) => {
          const skus = supplies.length;
          const book = bookOf(lines, (line) => lines.indexOf(line) % skus);
          const sku = pick % skus;
          const own = Uint32Array.from([...lines.keys()].filter((line) => line % skus === sku));
          const old = replan(book, supplyLadders(supplies), RULES, now);
          const plan = replan(book, supplyLadders(supplies), RULES, now);
          const moved = replanSku(plan, book, own, changed, RULES, now);
          expect(plan).toEqual(replan(book, supplyLadders(supplies.with(sku, changed)), RULES, now));
          const differing = [...lines.keys()].filter(
            (line) => old.likelyDay[line] !== plan.likelyDay[line] || old.cautiousDay[line] !== plan.cautiousDay[line],
          );
          expect(moved.map(({ line }) => line).sort((a, b) => a - b)).toEqual(differing);
          expect(differing.every((line) => line % skus === sku)).toBe(true);
        },
      ),
    );
  });
});
