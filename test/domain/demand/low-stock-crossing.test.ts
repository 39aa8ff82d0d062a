import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowStockCrossing } from '../../../src/domain/demand/low-stock-crossing.js';

const RECOVER = 125;

/** What is told of a threshold of 20 days while the cover goes through some values. */
function toldOf(covers: readonly (number | null)[], belowDays = 20) {
  let isLow = false;
  return covers.map((coverDays) => {
    const crossing = lowStockCrossing({ isLow, belowDays, coverDays }, RECOVER);
    if (crossing !== 'none') isLow = crossing === 'fell';
    return crossing;
  });
}

describe('a threshold of days of cover', () => {
  it('is told when it is crossed, and again only after the cover was well above it', () => {
    expect(toldOf([30, 20, 19, 21, 18, 24.9, 15, 25, 19])).toEqual([
      'none',
      'none',
      'fell',
      'none',
      'none',
      'none',
      'none',
      'recovered',
      'fell',
    ]);
  });

  it('is not crossed by what does not sell', () => {
    expect(toldOf([null, 0, null])).toEqual(['none', 'fell', 'recovered']);
  });

  it('tells fell and recovered in turns, whatever the cover does, and nothing between the two lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: 0, max: 200, noNaN: true }), { nil: null }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (covers, belowDays) => {
          const told = toldOf(covers, belowDays);
          const said = told.filter((crossing) => crossing !== 'none');
          expect(said).toEqual(said.map((_, at) => (at % 2 === 0 ? 'fell' : 'recovered')));
          told.forEach((crossing, at) => {
            const cover = covers[at] ?? Number.POSITIVE_INFINITY;
            if (cover >= belowDays && cover < (belowDays * RECOVER) / 100) expect(crossing).toBe('none');
          });
        },
      ),
    );
  });
});
