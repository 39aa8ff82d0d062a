import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { etaRange, scaleInDays } from '../../src/web/chat/eta-range.js';

const todayOn = '2026-11-23';
const dateIn = (days: number) => new Date(Date.UTC(2026, 10, 23 + days)).toISOString().slice(0, 10);
const etaIn = (likely: number, cautious: number) => ({
  todayOn,
  likelyOn: dateIn(likely),
  cautiousOn: dateIn(cautious),
});

describe('the range bar', () => {
  it('stands the dates in proportion between today and the furthest date of the card', () => {
    const near = etaIn(5, 10);
    const far = etaIn(12, 20);
    const scale = scaleInDays([near, far]);
    expect(scale).toBe(20);
    expect(etaRange(near, scale)).toEqual({ likely: 25, cautious: 50 });
    expect(etaRange(far, scale)).toEqual({ likely: 60, cautious: 100 });
  });

  it('stands a date that is past or today at today', () => {
    expect(etaRange(etaIn(-3, 0), scaleInDays([etaIn(-3, 0)]))).toEqual({ likely: 0, cautious: 0 });
  });

  it('stays within the bar and in order whatever the dates', () => {
    const days = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(days, days, days, (likely, cautious, other) => {
        const eta = etaIn(likely, cautious);
        const range = etaRange(eta, scaleInDays([eta, etaIn(0, other)]));
        expect(range.likely).toBeGreaterThanOrEqual(0);
        expect(range.cautious).toBeGreaterThanOrEqual(range.likely);
        expect(range.cautious).toBeLessThanOrEqual(100);
      }),
    );
  });
});
