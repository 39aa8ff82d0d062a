import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateOffers, judgeOffer } from '../../../src/domain/incentives/evaluate-offers.js';
import { AUTHORITIES, type OfferSituation } from '../../../src/domain/incentives/offer.js';
import { loadIncentivePolicy } from '../../../src/knowledge/incentive-policy.js';

const policy = loadIncentivePolicy();

/** A plus customer waits for 200 dollars of goods, six days late, nothing given so far. */
const WAITING: OfferSituation = {
  tier: 'standard',
  waitingCents: 20_000,
  marginCents: 8_000,
  daysLate: 6,
  slips: 1,
  canGoExpress: true,
  offersLately: 0,
  hasOffer: false,
  budgetLeftCents: { day: 40_000, campaign: 1_000_000 },
};
const forBot = (change: Partial<OfferSituation> = {}) => evaluateOffers({ ...WAITING, ...change }, policy, 'bot');
const first = (change: Partial<OfferSituation> = {}) => {
  const verdict = forBot(change);
  return verdict.kind === 'allowed' ? verdict.offers[0] : verdict.because;
};

describe('what a delay earns', () => {
  // 6 days late: 6 %, one slip: 2 %; 8 % of $200 is $16
  it('is the step reached and the slips, times the tier', () => {
    const earned = (change: Partial<OfferSituation>) => forBot(change).limits[0];
    expect(earned({})).toEqual({ rule: 'earned', cents: 1_600 });
    expect(earned({ tier: 'vip' })).toEqual({ rule: 'earned', cents: 2_400 });
    expect(earned({ daysLate: 4 })).toEqual({ rule: 'earned', cents: 1_200 });
    expect(earned({ daysLate: 5 })).toEqual({ rule: 'earned', cents: 1_600 });
    expect(earned({ daysLate: null })).toEqual({ rule: 'earned', cents: 2_000 });
    expect(earned({ slips: 9 })).toEqual({ rule: 'earned', cents: 2_400 });
  });

  it('is bound by percentage and amount of whoever speaks, and says so', () => {
    expect(forBot({ waitingCents: 100_000, marginCents: 50_000 }).limits.slice(1)).toEqual([
      { rule: 'role_percent', cents: 10_000 },
      { rule: 'role_amount', cents: 4_000 },
    ]);
    expect(first({ waitingCents: 100_000, marginCents: 50_000 })).toMatchObject({ faceCents: 4_000 });
  });
});

describe('the first offer', () => {
  it('is the cheapest that is likely to keep the order: points before a code before credit', () => {
    // points: 16 × 0.6 = 9.60, which reaches 0.6 of 16; they cost 8
    expect(first()).toEqual({ kind: 'points', percent: null, points: 1_600, faceCents: 1_600, costCents: 800 });
    const verdict = forBot();
    const kinds = verdict.kind === 'allowed' ? verdict.offers.map(({ kind }) => kind) : [];
    expect(kinds).toEqual(['points', 'free_express', 'discount', 'credit']);
  });

  it('is smaller where the budget or the margin is, and costs no more than both', () => {
    // free express (cost 9.00) and the full points (8.00) are out
    expect(first({ budgetLeftCents: { day: 500, campaign: 9_999 } })).toMatchObject({
      kind: 'points',
      faceCents: 1_000,
      costCents: 500,
    });
    // 40 of margin less 5 % of 200 leaves 30; with 12 of margin 2 are left
    expect(first({ marginCents: 1_200 })).toMatchObject({ kind: 'points', faceCents: 400, costCents: 200 });
  });

  it.each([
    ['nothing_waits', { waitingCents: 0 }],
    ['not_late', { daysLate: 0, slips: 0 }],
    ['already_has_offer', { hasOffer: true }],
    ['too_many_lately', { offersLately: 2 }],
    ['below_least', { waitingCents: 2_000, marginCents: 1_000 }],
    ['no_margin', { marginCents: 1_000 }],
    ['no_budget', { budgetLeftCents: { day: 0, campaign: 5_000 } }],
    ['no_budget', { budgetLeftCents: { day: 5_000, campaign: 0 } }],
  ] as const)('is none because %s', (because, change) => {
    expect(first(change)).toBe(because);
  });
});

describe('what staff may give', () => {
  const judge = (kind: 'credit' | 'gift' | 'discount', faceCents: number, authority: (typeof AUTHORITIES)[number]) =>
    judgeOffer({ kind, faceCents }, { ...WAITING, marginCents: 20_000 }, policy, authority);

  it.each([
    ['rep', 3_000, 'allowed', undefined],
    ['rep', 3_001, 'needs_approval', 'lead'],
    ['rep', 5_001, 'needs_approval', 'manager'],
    ['manager', 10_000, 'allowed', undefined],
    ['manager', 10_001, 'refused', undefined],
    ['bot', 2_001, 'needs_approval', 'rep'],
  ] as const)('%s, %i cents of credit: %s %s', (authority, cents, kind, by) => {
    expect(judge('credit', cents, authority)).toMatchObject({ kind, ...(by && { by }) });
  });

  it('is a matter of kind, too', () => {
    expect(judge('gift', 1_500, 'bot')).toMatchObject({ kind: 'needs_approval', by: 'rep' });
  });
});

describe('whatever the situation', () => {
  const situation = fc.record({
    tier: fc.constantFrom('standard', 'plus', 'vip'),
    waitingCents: fc.nat(500_000),
    marginCents: fc.option(fc.integer({ min: -50_000, max: 500_000 })),
    daysLate: fc.option(fc.integer({ min: -30, max: 200 })),
    slips: fc.nat(8),
    canGoExpress: fc.boolean(),
    offersLately: fc.nat(3),
    hasOffer: fc.boolean(),
    budgetLeftCents: fc.record({ day: fc.nat(50_000), campaign: fc.nat(50_000) }),
  }) as fc.Arbitrary<OfferSituation>;
  const authority = fc.constantFrom(...AUTHORITIES);

  it('no offer oversteps a limit, the margin floor, a budget or the frequency, and none stacks', () => {
    fc.assert(
      fc.property(situation, authority, (facts, who) => {
        const verdict = evaluateOffers(facts, policy, who);
        if (verdict.kind === 'none') return;
        expect(facts.hasOffer || facts.offersLately >= policy.frequency.most).toBe(false);
        for (const offer of verdict.offers) {
          for (const { cents } of verdict.limits) expect(offer.faceCents).toBeLessThanOrEqual(cents);
          expect(offer.faceCents).toBeGreaterThanOrEqual(policy.leastCents);
          expect(offer.costCents).toBeLessThanOrEqual(
            Math.min(facts.budgetLeftCents.day, facts.budgetLeftCents.campaign),
          );
          if (facts.marginCents !== null)
            expect(facts.marginCents - offer.costCents).toBeGreaterThanOrEqual(
              (facts.waitingCents * policy.marginFloorPercent) / 100,
            );
          expect(policy[who].kinds).toContain(offer.kind);
          if (offer.percent !== null) expect(offer.percent).toBeLessThanOrEqual(policy[who].maxPercent);
        }
      }),
    );
  });

  it('what the engine offers, the same authority may give', () => {
    fc.assert(
      fc.property(situation, authority, (facts, who) => {
        const verdict = evaluateOffers(facts, policy, who);
        if (verdict.kind === 'none') return;
        for (const offer of verdict.offers)
          expect(judgeOffer(offer, facts, policy, who)).toEqual({ kind: 'allowed', offer });
      }),
    );
  });
});
