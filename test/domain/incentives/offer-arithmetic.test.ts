import { describe, expect, it } from 'vitest';
import { evaluateOffers, judgeOffer } from '../../../src/domain/incentives/evaluate-offers.js';
import type { OfferKind, OfferPolicy, OfferSituation } from '../../../src/domain/incentives/offer.js';
import { loadIncentivePolicy } from '../../../src/knowledge/incentive-policy.js';

const policy = loadIncentivePolicy();

/** Six days late (6 %), one slip (2 %): 8 % of what waits. Neither margin nor budget binds. */
const SITUATION: OfferSituation = {
  tier: 'standard',
  waitingCents: 20_000,
  marginCents: 20_000,
  daysLate: 6,
  slips: 1,
  canGoExpress: true,
  offersLately: 0,
  hasOffer: false,
  budgetLeftCents: { day: 40_000, campaign: 40_000 },
};

const offers = (change: Partial<OfferSituation>, rules: OfferPolicy = policy) => {
  const verdict = evaluateOffers({ ...SITUATION, ...change }, rules, 'bot');
  return verdict.kind === 'allowed' ? verdict.offers : verdict.because;
};
const offerOf = (kind: OfferKind, change: Partial<OfferSituation>) => {
  const all = offers(change);
  return typeof all === 'string' ? all : all.find((one) => one.kind === kind);
};
const credit = (faceCents: number, change: Partial<OfferSituation>) =>
  judgeOffer({ kind: 'credit', faceCents }, { ...SITUATION, ...change }, policy, 'rep');

describe('at the very limit', () => {
  it('three dollars are an offer, 2.99 are none', () => {
    // 6 % of $50.00 is $3.00; of $49.99 it is $2.99 and a fraction, which is not given
    expect(offers({ waitingCents: 5_000, slips: 0 })).toContainEqual({
      kind: 'points',
      percent: null,
      points: 300,
      faceCents: 300,
      costCents: 150,
    });
    expect(offers({ waitingCents: 4_999, slips: 0 })).toBe('below_least');
  });

  it('the margin may be used up to its floor, to the cent', () => {
    // $30.00 of credit cost 90 %, $27.00; 5 % of $200.00, $10.00, must stay
    expect(credit(3_000, { marginCents: 3_700 })).toMatchObject({ kind: 'allowed', offer: { costCents: 2_700 } });
    expect(credit(3_000, { marginCents: 3_699 })).toEqual({ kind: 'refused', because: 'no_margin' });
    // 5 % of $200.01 is $10.0005: a whole $10.01 must stay
    expect(credit(3_000, { waitingCents: 20_001, marginCents: 3_700 })).toEqual({
      kind: 'refused',
      because: 'no_margin',
    });
  });

  it('a budget may be used up, and the margin is named where both bind alike', () => {
    expect(credit(3_000, { budgetLeftCents: { day: 2_700, campaign: 9_999 } })).toMatchObject({ kind: 'allowed' });
    expect(credit(3_000, { budgetLeftCents: { day: 2_699, campaign: 9_999 } })).toMatchObject({ because: 'no_budget' });
    expect(credit(3_000, { marginCents: 3_699, budgetLeftCents: { day: 2_699, campaign: 9_999 } })).toMatchObject({
      because: 'no_margin',
    });
  });

  it('nothing is given from a margin or a budget that is overdrawn', () => {
    expect(offers({ marginCents: -500 })).toBe('no_margin');
    expect(offers({ budgetLeftCents: { day: -1, campaign: 100 } })).toBe('no_budget');
  });

  it('a gift of a fixed worth is given whole or not at all', () => {
    // express is worth $15.00: earned are 8 % of $187.50, or a cent less
    expect(offerOf('free_express', { waitingCents: 18_750 })).toMatchObject({ faceCents: 1_500, costCents: 900 });
    expect(offerOf('free_express', { waitingCents: 18_749 })).toBeUndefined();
    expect(offerOf('free_express', { budgetLeftCents: { day: 900, campaign: 900 } })).toMatchObject({ costCents: 900 });
    expect(offerOf('free_express', { budgetLeftCents: { day: 899, campaign: 900 } })).toBeUndefined();
  });
});

describe('amounts', () => {
  it('are whole percents for a code and whole dollars for the rest, the cost rounded up', () => {
    // 8 % of $210.50 is $16.84; 70 % of that costs $11.788
    expect(offerOf('discount', { waitingCents: 21_050 })).toEqual({
      kind: 'discount',
      percent: 8,
      points: null,
      faceCents: 1_684,
      costCents: 1_179,
    });
    expect(offerOf('credit', { waitingCents: 21_050 })).toMatchObject({
      faceCents: 1_600,
      costCents: 1_440,
      percent: null,
    });
    expect(offerOf('points', { waitingCents: 21_050 })).toMatchObject({
      faceCents: 1_600,
      points: 1_600,
      costCents: 800,
    });
  });

  it('are as large as what may be spent buys', () => {
    const change = { waitingCents: 21_050, budgetLeftCents: { day: 1_000, campaign: 5_000 } };
    // $10.00 ÷ 0.7 = $14.28, that is 6.7 % and so 6 %: $12.63
    expect(offerOf('discount', change)).toMatchObject({ percent: 6, faceCents: 1_263, costCents: 885 });
    // $10.00 ÷ 0.9 = $11.11
    expect(offerOf('credit', change)).toMatchObject({ faceCents: 1_100, costCents: 990 });
  });

  it('of a code that staff give are told to the nearest percent, one at least', () => {
    const percent = (faceCents: number, waitingCents: number) => {
      const verdict = judgeOffer({ kind: 'discount', faceCents }, { ...SITUATION, waitingCents }, policy, 'rep');
      return verdict.kind === 'allowed' ? verdict.offer.percent : verdict.kind;
    };
    expect(percent(3_000, 20_000)).toBe(15);
    expect(percent(2_500, 20_000)).toBe(13);
    expect(percent(2_490, 20_000)).toBe(12);
    expect(percent(300, 200_000)).toBe(1);
  });

  it('in points follow what a dollar is in points, to the nearest point', () => {
    const { points } = policy.kinds;
    const half = { ...policy, kinds: { ...policy.kinds, points: { ...points, pointsPerUnit: 50 } } };
    const verdict = judgeOffer({ kind: 'points', faceCents: 333 }, SITUATION, half, 'rep');
    expect(verdict).toMatchObject({ offer: { points: 167, costCents: 167 } });
  });
});

describe('which comes first', () => {
  const kinds = (rules: OfferPolicy) => {
    const all = offers({}, rules);
    return typeof all === 'string' ? all : all.map(({ kind }) => kind);
  };

  it('the cheapest that keeps the order by the share asked for', () => {
    // points are felt as 0.6 × $16.00 = $9.60, just 0.6 of what was earned; express as 0.9 × $15.00 = $13.50
    expect(kinds({ ...policy, keepsOrderFromShare: 0.6 })[0]).toBe('points');
    expect(kinds({ ...policy, keepsOrderFromShare: 0.61 })[0]).toBe('free_express');
  });

  it('of two that cost the same, what people like better', () => {
    const dearPoints = { ...policy.kinds.points, costPercent: policy.kinds.credit.costPercent };
    const order = kinds({ ...policy, kinds: { ...policy.kinds, points: dearPoints } });
    expect(order.slice(-2)).toEqual(['credit', 'points']);
  });
});
