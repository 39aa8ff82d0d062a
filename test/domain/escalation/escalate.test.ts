import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDeadline } from '../../../src/domain/escalation/business-deadline.js';
import { type EscalationFacts, escalate } from '../../../src/domain/escalation/escalate.js';
import { makeBusinessCalendar } from '../../../src/domain/kernel/business-calendar.js';
import { addToInstant, instant, zone } from '../../../src/domain/kernel/dates.js';
import { loadEscalationPolicy } from '../../../src/knowledge/escalation-policy.js';

const policy = loadEscalationPolicy();
const CALM: EscalationFacts = {
  tier: 'standard',
  daysLate: 0,
  slips: 0,
  openValue: 100,
  repeatContacts: 0,
  signals: [],
  misunderstandings: 0,
};
const fired = (facts: Partial<EscalationFacts>) => escalate({ ...CALM, ...facts }, policy);

describe('the escalation rules', () => {
  it('leave a plain wish for a person with a rep', () => {
    expect(fired({})).toEqual({ rules: ['asked'], owner: 'rep', priority: 'normal', withinBusinessHours: 8 });
  });

  it.each([
    ['safety', { signals: ['safety'] }, 'manager', 'urgent', 1],
    ['legal', { signals: ['legal'] }, 'manager', 'urgent', 4],
    ['anger', { signals: ['anger'] }, 'rep', 'high', 2],
    ['policy-exhausted', { signals: ['policy_exhausted'] }, 'lead', 'high', 8],
    ['vip', { tier: 'vip' }, 'rep', 'high', 4],
    ['very-late', { daysLate: 14 }, 'rep', 'high', 8],
    ['slipped-again', { slips: 2 }, 'rep', 'high', 8],
    ['valuable', { openValue: 1000 }, 'lead', 'high', 8],
    ['asked-again', { repeatContacts: 2 }, 'lead', 'high', 4],
    ['not-understood', { misunderstandings: 2 }, 'rep', 'normal', 8],
  ] as const)('%s', (name, facts, owner, priority, withinBusinessHours) => {
    expect(fired(facts)).toEqual({ rules: [name], owner, priority, withinBusinessHours });
  });

  it.each([
    { daysLate: 13 },
    { slips: 1 },
    { openValue: 999.99 },
    { repeatContacts: 1 },
    { tier: null },
    { tier: 'plus' },
  ] as const)('do not fire just short of it: %o', (facts) => {
    expect(fired(facts).rules).toEqual(['asked']);
  });

  it('name all that fire; the highest owner and priority and the shortest time count', () => {
    expect(fired({ tier: 'vip', daysLate: 20, signals: ['anger', 'legal'] })).toEqual({
      rules: ['legal', 'anger', 'vip-late', 'vip', 'very-late'],
      owner: 'manager',
      priority: 'urgent',
      withinBusinessHours: 2,
    });
  });

  it('never let more trouble mean less care', () => {
    const facts = fc.record({
      tier: fc.constantFrom('standard', 'plus', 'vip', null),
      daysLate: fc.nat(40),
      slips: fc.nat(4),
      openValue: fc.nat(3_000),
      repeatContacts: fc.nat(4),
      signals: fc.subarray(['anger', 'legal', 'safety', 'policy_exhausted'] as const),
      misunderstandings: fc.nat(3),
    });
    fc.assert(
      fc.property(facts, fc.nat(20), fc.nat(3), (before, days, slips) => {
        const worse = {
          ...before,
          daysLate: before.daysLate + days,
          slips: before.slips + slips,
          signals: [...before.signals, 'safety' as const],
        };
        expect(escalate(worse, policy).withinBusinessHours).toBeLessThanOrEqual(
          escalate(before, policy).withinBusinessHours,
        );
        expect(escalate(worse, policy).rules).toContain('safety');
      }),
    );
  });
});

describe('a deadline in working hours', () => {
  const hours = {
    opens: '09:00',
    closes: '17:00',
    zone: zone('America/Los_Angeles'),
    calendar: makeBusinessCalendar({ holidays: 'us_federal' }),
  };
  const due = (from: string, count: number) => businessDeadline(instant(from), count, hours);

  it.each([
    ['within the day', '2026-11-23T18:00:00Z', 2, '2026-11-23T20:00:00.000Z'],
    ['to the minute of closing', '2026-11-23T18:00:00Z', 7, '2026-11-24T01:00:00.000Z'],
    ['over the night', '2026-11-23T18:00:00Z', 8, '2026-11-24T18:00:00.000Z'],
    ['from before opening', '2026-11-23T10:00:00Z', 1, '2026-11-23T18:00:00.000Z'],
    ['from after closing', '2026-11-24T02:00:00Z', 1, '2026-11-24T18:00:00.000Z'],
    ['over Thanksgiving and a weekend', '2026-11-26T00:00:00Z', 10, '2026-11-30T18:00:00.000Z'],
    ['from a Sunday', '2026-11-22T20:00:00Z', 4, '2026-11-23T21:00:00.000Z'],
    ['part of an hour', '2026-11-23T18:00:00Z', 0.5, '2026-11-23T18:30:00.000Z'],
  ])('%s', (_what, from, count, at) => {
    expect(due(from, count)).toBe(at);
  });

  it('is later than its start, within working hours, and later for more hours', () => {
    const from = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const start = instant(date.toISOString());
        const end = due(start, count);
        expect(Date.parse(end)).toBeGreaterThan(date.getTime());
        expect(due(start, count + 1) > end).toBe(true);
        expect(end >= addToInstant(start, { hours: count })).toBe(true);
      }),
    );
    expect(() => due('2026-11-23T18:00:00Z', 0)).toThrow(RangeError);
  });
});
