import { instant, localDate } from '../../../../domain/kernel/dates.js';
import { money } from '../../../../domain/kernel/money.js';
import type { ApprovalFacts } from '../../../../tools/approval-facts.js';
import type { OfferPreview } from '../../../../tools/offer-preview.js';
import type { Extent } from '../sample.js';

export const preview = (offer: OfferPreview['offer'], { order, person, count }: Extent): OfferPreview => ({
  orderNumber: order(1),
  customerName: person,
  tier: 'vip',
  offer,
  offerPercent: 10,
  offerPoints: count(9_999_900),
  offerAmount: money(count(1_640_00), 'USD'),
  cost: money(count(1_148_00), 'USD'),
  waiting: money(count(16_400_00), 'USD'),
  limit: money(count(1_640_00), 'USD'),
  limitPercent: 15,
  marginAfter: money(count(4_200_00), 'USD'),
  budgetLeftToday: money(400_00, 'USD'),
  budgetLeftCampaign: money(7_312_00, 'USD'),
  offersLately: 1,
  offersMost: 2,
  offersDays: 90,
  daysLate: 12,
  slips: 2,
  validUntil: localDate('2027-01-22'),
});

export const approval = (state: ApprovalFacts['state'], extent: Extent): ApprovalFacts => ({
  approvalId: '00000000-0000-4000-8000-000000000000',
  authority: 'lead',
  requestedBy: 'U01REP',
  requestedAt: instant('2026-11-23T18:00:00Z'),
  expiresAt: instant('2026-11-24T18:00:00Z'),
  state,
  decidedBy: state === 'waiting' || state === 'expired' ? null : 'U03LEAD',
  reason: state === 'waiting' || state === 'expired' ? null : extent.typed,
  asked: preview('credit', extent),
});
