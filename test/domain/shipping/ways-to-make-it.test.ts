import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isBefore } from '../../../src/domain/kernel/dates.js';
import { waysToMakeIt } from '../../../src/domain/shipping/ways-to-make-it.js';
import { aDate, d } from '../arbitraries.js';

const way = (name: string, likelyOn: string, cautiousOn: string) => ({
  way: name,
  arrives: { likelyOn: d(likelyOn), cautiousOn: d(cautiousOn) },
});

describe('the ways that make a date', () => {
  it('are those that come in time, the safe ones first, without those of which nothing is known', () => {
    const ways = [
      way('wait', '2026-12-16', '2026-12-20'),
      way('upgrade', '2026-12-14', '2026-12-17'),
      way('split', '2026-12-01', '2026-12-03'),
      { way: 'hope', arrives: null },
      way('substitute', '2026-12-02', '2026-12-14'),
    ];
    const made = waysToMakeIt(ways, d('2026-12-14'));
    expect(made.map((one) => [one.way, one.inTime])).toEqual([
      ['split', 'yes'],
      ['substitute', 'yes'],
      ['upgrade', 'perhaps'],
    ]);
  });

  it('never grow fewer when there is more time', () => {
    const aWay = fc
      .tuple(aDate, fc.nat(30))
      .map(([likelyOn, play]) => ({ arrives: { likelyOn, cautiousOn: addDays(likelyOn, play) } }));
    fc.assert(
      fc.property(fc.array(aWay), aDate, fc.nat(100), (ways, by, more) => {
        const made = waysToMakeIt(ways, by);
        expect(waysToMakeIt(ways, addDays(by, more)).length).toBeGreaterThanOrEqual(made.length);
        expect(made).toHaveLength(ways.filter(({ arrives }) => !isBefore(by, arrives.likelyOn)).length);
      }),
    );
  });
});
