import { afterEach, describe, expect, it } from 'vitest';
import { localDate } from '../../src/domain/kernel/dates.js';
import { calendarDateText, dayNumber, longDateText } from '../../src/web/chat/calendar-date.js';
import { sayDate } from '../../src/wording/formats.js';

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

  it('name the year only when one might mistake it, as the texts of the desk do', () => {
    for (const date of ['2026-01-06', '2026-12-31', '2027-01-06', '2027-03-22', '2027-03-23', '2027-06-01']) {
      const said = calendarDateText(date, '2026-11-23');
      expect(said).toBe(sayDate(localDate(date), localDate('2026-11-23')));
    }
    expect(calendarDateText('2027-01-06', '2026-11-23')).toBe('Wed, Jan 6');
    expect(calendarDateText('2027-06-01', '2026-11-23')).toBe('Tue, Jun 1, 2027');
  });

  it('count one day per day over the change of clocks and the turn of the year', () => {
    expect(dayNumber('2026-11-02') - dayNumber('2026-10-31')).toBe(2);
    expect(dayNumber('2027-01-01') - dayNumber('2026-12-31')).toBe(1);
  });
});
