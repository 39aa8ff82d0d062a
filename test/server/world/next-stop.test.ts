import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockIn, dateIn, instant, localDate, zone } from '../../../src/domain/kernel/dates.js';
import { momentOn, nextStop, type TimeOfDay } from '../../../src/server/world/next-stop.js';

const ZONES = ['America/Los_Angeles', 'America/New_York', 'Pacific/Honolulu', 'Europe/Berlin', 'Australia/Lord_Howe'];
const time = fc
  .tuple(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 24 * 60 - 1 }))
  .map(([where, minute]): TimeOfDay => {
    const two = (n: number) => String(n).padStart(2, '0');
    return { zone: zone(where), at: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
  });
const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((at) => instant(at.toISOString()));

describe('where the demo clock halts', () => {
  it('is ahead, never more than a day and an hour away, and at one of its times', () => {
    fc.assert(
      fc.property(moment, fc.array(time, { minLength: 1, maxLength: 3 }), (now, times) => {
        const stop = nextStop(now, times as [TimeOfDay, ...TimeOfDay[]]);
        expect(stop > now).toBe(true);
        expect(Date.parse(stop) - Date.parse(now)).toBeLessThanOrEqual(25 * 3_600_000);
        expect(times.some(({ zone: where, at }) => stop === momentOn(dateIn(where, stop), { zone: where, at }))).toBe(
          true,
        );
      }),
    );
  });

  it('skips over none of its times', () => {
    fc.assert(
      fc.property(moment, time, time, (now, one, other) => {
        const both = nextStop(now, [one, other]);
        const alone = [nextStop(now, [one]), nextStop(now, [other])].sort();
        expect(both).toBe(alone[0]);
      }),
    );
  });

  it('is the time by the clock, or the first hour after where clocks leave it out', () => {
    fc.assert(
      fc.property(moment, time, (now, wanted) => {
        const on = dateIn(wanted.zone, now);
        const shown = clockIn(wanted.zone, momentOn(on, wanted));
        expect(shown >= wanted.at || shown < '00:30').toBe(true);
      }),
    );
    const gap = { zone: zone('America/New_York'), at: '02:30' };
    expect(momentOn(localDate('2026-03-08'), gap)).toBe('2026-03-08T07:30:00.000Z');
    expect(momentOn(localDate('2026-11-01'), { ...gap, at: '08:00' })).toBe('2026-11-01T13:00:00.000Z');
  });
});
