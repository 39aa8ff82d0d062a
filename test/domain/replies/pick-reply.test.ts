import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseFacts, pickReply } from '../../../src/domain/replies/pick-reply.js';
import { loadDeskRules } from '../../../src/knowledge/desk-rules.js';

const { steps } = loadDeskRules().replies;

const NOTHING: CaseFacts = {
  tier: 'standard',
  signals: [],
  slips: 0,
  daysLate: 0,
  waits: false,
  noDate: false,
  willMiss: false,
  dateMissed: false,
  deliveryOverdue: false,
  partShipped: false,
  allLeft: false,
  cancelledByRule: false,
  refund: false,
  mayComeTooLate: false,
  canReplace: false,
  hasOffer: false,
  queued: false,
  canRedirect: false,
};
const WAITS: CaseFacts = { ...NOTHING, waits: true, queued: true, canRedirect: true };
const picked = (facts: CaseFacts, kind?: string) => {
  const answer = pickReply(facts, steps, kind);
  return answer.kind === 'picked' ? answer.step.name : answer.kind;
};

describe('the step that fits', () => {
  it.each<[string, Partial<CaseFacts>]>([
    ['waiting', {}],
    ['first-delay', { willMiss: true, slips: 1 }],
    ['second-slip', { willMiss: true, slips: 2 }],
    ['vip-second-slip', { willMiss: true, slips: 2, tier: 'vip' }],
    ['vip-late', { willMiss: true, slips: 1, tier: 'vip' }],
    ['vip-waits', { tier: 'vip' }],
    ['date-missed', { dateMissed: true, willMiss: true, slips: 2 }],
    ['vip-date-missed', { dateMissed: true, willMiss: true, tier: 'vip' }],
    ['no-date', { noDate: true, deliveryOverdue: true }],
    ['delivery-overdue', { deliveryOverdue: true, willMiss: true }],
    ['needed-by-a-day', { mayComeTooLate: true, willMiss: true }],
    ['anger', { signals: ['anger'], willMiss: true, tier: 'standard' }],
    ['legal-words', { signals: ['anger', 'legal'], cancelledByRule: true, refund: true }],
    ['danger', { signals: ['legal', 'safety'], tier: 'vip', slips: 3, willMiss: true }],
    ['cancelled-by-rule', { cancelledByRule: true, refund: true, tier: 'vip', dateMissed: true }],
    ['part-shipped', { partShipped: true }],
  ])('is %s for %j', (name, facts) => {
    expect(picked({ ...WAITS, ...facts })).toBe(name);
  });

  it('is a plain status where nothing waits, and a refund where one runs', () => {
    expect(picked(NOTHING)).toBe('standing');
    expect(picked({ ...NOTHING, refund: true })).toBe('refund');
  });

  it('is of the kind that was asked for, also one that is never picked unasked', () => {
    expect(picked(WAITS, 'queue')).toBe('queue');
    expect(picked({ ...WAITS, tier: 'vip', willMiss: true, slips: 1 }, 'delay')).toBe('first-delay');
  });

  it('says what a kind lacks that would say what is not so', () => {
    expect(pickReply(WAITS, steps, 'followup')).toMatchObject({
      kind: 'does_not_apply',
      lacks: [{ fact: 'deliveryOverdue', is: 'false', needs: 'true' }],
    });
    expect(picked(WAITS, 'poem')).toBe('no_such_kind');
  });
});

const cases = fc.record({
  ...Object.fromEntries(
    Object.entries(NOTHING).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? fc.boolean() : fc.nat({ max: 5 }),
    ]),
  ),
  tier: fc.constantFrom('standard', 'plus', 'vip'),
  signals: fc.subarray(['anger', 'legal', 'safety']),
}) as unknown as fc.Arbitrary<CaseFacts>;

describe('every case', () => {
  it('has a step, whose conditions all hold, with a reason for each', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const answer = pickReply(facts, steps);
        if (answer.kind !== 'picked') throw new Error('no step');
        expect(answer.because.map(({ fact }) => fact)).toEqual(Object.keys(answer.step.when));
        const before = steps.slice(0, steps.indexOf(answer.step)).filter(({ onRequest }) => !onRequest);
        for (const step of before) expect(pickReply(facts, [step]).kind).toBe('does_not_apply');
      }),
    );
  });

  it('of danger or the law is never answered with anything else', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        if (facts.signals.includes('safety')) expect(picked(facts)).toBe('danger');
        else if (facts.signals.includes('legal')) expect(picked(facts)).toBe('legal-words');
      }),
    );
  });
});
