import { describe, expect, it } from 'vitest';
import { noticeTerms } from '../../../src/domain/delay-rule/notice-terms.js';
import { type LocalDate, localDate } from '../../../src/domain/kernel/dates.js';
import { consents, notice, ordered, ships, standing, stated } from './a-record.js';

const late = [ordered('2026-09-01'), stated('2026-09-01', '2026-09-20')];
const terms = (records: Parameters<typeof standing>[0], day: string, cautiousOn: string | null) =>
  noticeTerms(standing(records, day), cautiousOn as LocalDate | null);

describe('what the next notice must say', () => {
  it.each([
    ['2026-10-20', '3', 'consent', '2026-10-20'],
    ['2026-10-21', '4', 'cancel', '2026-10-20'],
    [null, '5', 'cancel', '2026-10-20'],
  ] as const)('a first one, cautious date %s: row %s, silence means %s', (cautiousOn, row, silence, answerBy) => {
    expect(terms(late, '2026-09-10', cautiousOn)).toEqual({
      rule: expect.objectContaining({ row }),
      silence,
      answerBy,
      revisedShipBy: cautiousOn,
      mustGiveReason: cautiousOn === null,
      sendBy: '2026-09-20',
    });
  });

  it('is what makes the option that such a notice then is', () => {
    for (const cautiousOn of ['2026-10-19', '2026-10-21', null]) {
      const expected = terms(late, '2026-09-10', cautiousOn);
      const { option } = standing([...late, notice('2026-09-10', cautiousOn)], '2026-09-11');
      expect(option).toMatchObject({ silence: expected?.silence, answerBy: expected?.answerBy, rule: expected?.rule });
    }
  });

  it('none is owed while the date that stands is kept, or after shipment or cancellation', () => {
    expect(terms(late, '2026-09-10', '2026-09-20')).toBeNull();
    expect(terms([...late, ships('2026-09-09')], '2026-09-10', '2026-10-01')).toBeNull();
    expect(terms(late, '2026-09-21', '2026-10-01')).toBeNull();
  });

  it('a renewed one goes out by the date that slips, and silence then refuses', () => {
    const first = [...late, notice('2026-09-10', '2026-09-30')];
    expect(terms(first, '2026-09-20', '2026-10-01')).toMatchObject({
      rule: { row: '7' },
      silence: 'cancel',
      answerBy: '2026-09-30',
      sendBy: '2026-09-30',
    });
    expect(terms(first, '2026-09-20', '2026-09-30')).toBeNull();
  });

  it('none is owed while a consent to a later date or to none runs, or the option for that date waits', () => {
    const asked = [...late, notice('2026-09-10', '2026-12-01')];
    expect(terms(asked, '2026-09-12', '2026-12-01')).toBeNull();
    expect(terms(asked, '2026-09-12', '2026-12-09')).toMatchObject({ rule: { row: '4' }, answerBy: '2026-10-20' });
    expect(terms([...asked, consents('2026-09-12')], '2026-11-01', localDate('2026-11-30'))).toBeNull();
    const agreedToNone = [...late, notice('2026-09-10', null), consents('2026-09-12')];
    expect(terms(agreedToNone, '2027-01-01', '2027-06-01')).toBeNull();
  });
});
