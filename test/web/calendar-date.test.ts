import { afterEach, describe, expect, it } from 'vitest';
import { calendarDateText, dayNumber, longDateText } from '../../src/web/chat/calendar-date.js';

describe('calendar dates', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['Pacific/Honolulu', 'UTC', 'Pacific/Kiritimati'])('are the same day for a reader in %s', (timeZone) => {
    process.env.TZ = timeZone;
    expect(calendarDateText('2026-12-04', '2026-11-23')).toBe('Fri, Dec 4');
    expect(longDateText('2026-11-02')).toBe('Nov 2, 2026');
  });

  it('name the year when it is not the present one', () => {
    expect(calendarDateText('2027-01-06', '2026-11-23')).toBe('Wed, Jan 6, 2027');
  });

  it('count one day per day over the change of clocks and the turn of the year', () => {
    expect(dayNumber('2026-11-02') - dayNumber('2026-10-31')).toBe(2);
    expect(dayNumber('2027-01-01') - dayNumber('2026-12-31')).toBe(1);
  });
});
