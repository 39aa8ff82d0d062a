import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocationOrder } from '../../../src/domain/allocation/allocation-order.js';
import type { WaitingLine } from '../../../src/domain/allocation/priority.js';
import { NEVER, NOW, replan } from '../../../src/domain/allocation/replan.js';
import { Sku } from '../../../src/domain/kernel/ids.js';
import { bookOf } from './waiting-book.js';
import { MOMENT, RULES, someLines, waits } from './waiting-lines.js';

const ladders = (free: number[], rungs: [units: number, likely: number, cautious: number][][]) => ({
  free: Int32Array.from(free),
  firstRung: Uint32Array.from([0, ...rungs.map((_, n) => rungs.slice(0, n + 1).flat().length)]),
  rungUnits: Int32Array.from(rungs.flat().map(([units]) => units)),
  likelyDay: Int32Array.from(rungs.flat().map(([, likely]) => likely)),
  cautiousDay: Int32Array.from(rungs.flat().map(([, , cautious]) => cautious)),
});
const now = Date.parse(MOMENT.now);

describe('re-planning a book', () => {
  it('gives places, units and days by SKU', () => {
    const lines = [
      waits('1-1', 9, { quantity: 2 }),
      waits('2-1', 5, { quantity: 3 }),
      waits('3-1', 7),
      waits('4-1', 8),
    ];
    const skus = [0, 0, 1, 0];
    const supply = ladders(
      [3, 0],
      [
        [
          [2, 10, 20],
          [5, 30, 40],
        ],
        [[0, 1, 2]],
      ],
    );
    const planned = replan(
      bookOf(lines, (line) => skus[lines.indexOf(line)] ?? 0),
      supply,
      RULES,
      now,
    );
    expect([...planned.position]).toEqual([1, 3, 1, 2]);
    expect([...planned.units]).toEqual([2, 0, 0, 1]);
    expect([...planned.likelyDay]).toEqual([NOW, 30, NEVER, NOW]);
    expect([...planned.cautiousDay]).toEqual([NOW, 40, NEVER, NOW]);
  });

  const manyLines = fc
    .array(someLines, { minLength: 1, maxLength: 8 })
    .map((groups) =>
      groups
        .flat()
        .map((line, n) => ({ ...line, orderLineId: waits(`9${String(n).padStart(4, '0')}-1`, 0).orderLineId })),
    );

  it('serves in the very order that allocationOrder gives, long lines and short', () => {
    fc.assert(
      fc.property(manyLines, fc.integer({ min: 1, max: 3 }), (lines, skus) => {
        const skuOf = (line: WaitingLine) =>
          lines.findIndex(({ orderLineId }) => orderLineId === line.orderLineId) % skus;
        const none = Array.from({ length: skus }, () => 0);
        const { position } = replan(
          bookOf(lines, skuOf),
          ladders(
            none,
            none.map(() => []),
          ),
          RULES,
          now,
        );
        for (let sku = 0; sku < skus; sku += 1) {
          const own = lines
            .filter((line) => skuOf(line) === sku)
            .map((line) => ({ ...line, sku: Sku.parse(`S${sku}`) }));
          const expected = allocationOrder(own, RULES, MOMENT).map(({ orderLineId }) => orderLineId);
          const places = own.map(({ orderLineId }) => ({
            orderLineId,
            place: position[lines.findIndex((line) => line.orderLineId === orderLineId)] ?? 0,
          }));
          expect(places.sort((a, b) => a.place - b.place).map(({ orderLineId }) => orderLineId)).toEqual(expected);
        }
      }),
    );
  });

  it('gives no more than lies free, and all of it that is wanted', () => {
    fc.assert(
      fc.property(someLines, fc.integer({ min: 0, max: 60 }), (lines, free) => {
        const { units } = replan(
          bookOf(lines, () => 0),
          ladders([free], [[]]),
          RULES,
          now,
        );
        const wanted = lines.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(units.reduce((sum, one) => sum + one, 0)).toBe(Math.min(free, wanted));
        for (const [n, { quantity }] of lines.entries()) expect(units[n]).toBeLessThanOrEqual(quantity);
      }),
    );
  });
});
