import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateTeller, dayAt } from '../../../src/evaluation/backtest/tell-dates.js';

const forecast = (...chances: number[]): Float64Array => Float64Array.of(0, ...chances);
const tell = (teller: DateTeller, chances: Float64Array) => teller.tell(chances, chances.length - 1, true);

describe('dates read off a forecast', () => {
  it('are at first its quantiles', () => {
    const tenths = forecast(...Array(10).fill(0.1));
    expect(tell(new DateTeller(), tenths)).toEqual({ early: 1, likely: 5, cautious: 9 });
    expect(dayAt(tenths, 10, 0.35)).toBe(4);
  });

  it('are told a day sooner where that keeps nine in ten over all and costs little', () => {
    // by day 2 0.88, by day 3 all: always saying day 3 keeps ten in ten
    const lumpy = forecast(0.02, 0.86, 0.12);
    const teller = new DateTeller();
    const days = Array.from({ length: 3_000 }, () => tell(teller, lumpy).cautious).slice(1_000);
    const covered = days.reduce((sum, day) => sum + (day === 3 ? 1 : 0.88), 0) / days.length;
    expect(covered).toBeGreaterThan(0.905);
    expect(covered).toBeLessThan(0.92);
  });

  it('give way on narrow forecasts rather than on wide ones', () => {
    const teller = new DateTeller();
    const narrow = forecast(0.02, 0.86, 0.12);
    const wide = forecast(...Array(29).fill(0.03), 0.13);
    let sooner = 0;
    let soonerWide = 0;
    for (let at = 0; at < 3_000; at += 1) {
      if (tell(teller, narrow).cautious < 3) sooner += 1;
      if (tell(teller, wide).cautious < 28) soonerWide += 1;
    }
    expect(sooner).toBeGreaterThan(1_500);
    expect(soonerWide).toBeLessThan(300);
  });

  it('are early, likely and cautious in this order, whatever was told before', () => {
    const aForecast = fc
      .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 })
      .filter((weights) => weights.some((weight) => weight > 0))
      .map((weights) => {
        const sum = weights.reduce((all, one) => all + one, 0);
        return forecast(...weights.map((weight) => weight / sum));
      });
    fc.assert(
      fc.property(fc.array(aForecast, { minLength: 1, maxLength: 60 }), fc.boolean(), (forecasts, isAsked) => {
        const teller = new DateTeller();
        for (const chances of forecasts) {
          const { early, likely, cautious } = teller.tell(chances, chances.length - 1, isAsked);
          expect(early).toBeGreaterThanOrEqual(1);
          expect(likely).toBeGreaterThanOrEqual(early);
          expect(cautious).toBeGreaterThanOrEqual(likely);
          expect(cautious).toBeLessThan(chances.length);
        }
      }),
    );
  });
});
