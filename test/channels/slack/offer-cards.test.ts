import { describe, expect, it } from 'vitest';
import { Message, Modal } from '../../../src/channels/slack/blocks/schemas.js';
import { approvalCard } from '../../../src/channels/slack/cards/approval-card.js';
import { offerCard } from '../../../src/channels/slack/cards/offer-card.js';
import { offerModal } from '../../../src/channels/slack/offer-modal.js';
import { instant, localDate, zone } from '../../../src/domain/kernel/dates.js';
import { OrderNumber } from '../../../src/domain/kernel/ids.js';
import { money } from '../../../src/domain/kernel/money.js';
import type { ApprovalFacts } from '../../../src/tools/approval-facts.js';
import { OfferKindName } from '../../../src/tools/offer-facts.js';
import type { OfferPreview } from '../../../src/tools/offer-preview.js';

const TODAY = localDate('2026-11-23');
const MUCH = money(999_999_999_99, 'CAD');
const preview = (offer: OfferPreview['offer']): OfferPreview => ({
  orderNumber: OrderNumber.parse('TG-2026-1042-EXTENDED-000000001'),
  customerName: `<!channel> *${'Ana Maria de la Silva y Fernández '.repeat(20)}*`,
  tier: 'standard',
  offer,
  offerPercent: 100,
  offerPoints: 99_999_999_999,
  offerAmount: MUCH,
  cost: MUCH,
  waiting: MUCH,
  limit: MUCH,
  limitPercent: 12.5,
  marginAfter: MUCH,
  budgetLeftToday: MUCH,
  budgetLeftCampaign: MUCH,
  offersLately: 999,
  offersMost: 999,
  offersDays: 9_999,
  daysLate: 9_999,
  slips: 99,
  validUntil: localDate('2027-12-29'),
});
const approval = (state: ApprovalFacts['state']): ApprovalFacts => ({
  approvalId: '00000000-0000-4000-8000-000000000000',
  authority: 'manager',
  requestedBy: 'U0123456789ABC',
  requestedAt: instant('2026-11-23T18:00:00Z'),
  expiresAt: instant('2027-12-24T18:30:00Z'),
  state,
  decidedBy: state === 'waiting' || state === 'expired' ? null : 'U0123456789ABD',
  reason: '<@U01REP> `why` '.repeat(60),
  asked: preview('upgrade'),
});

describe('with the longest facts, within the limits and without markup of others', () => {
  it.each(OfferKindName.options)('the offer: %s', (offer) => {
    for (const verdict of [{ kind: 'within_limit' }, { kind: 'needs_approval', by: 'manager' }] as const) {
      const card = offerCard({ ...preview(offer), ...verdict }, { cents: 99_999_999_999 }, TODAY);
      expect(Message.safeParse(card).error).toBeUndefined();
      expect(JSON.stringify(card)).not.toContain('<!channel>');
    }
  });

  it.each(['waiting', 'approved', 'changed', 'declined', 'expired'] as const)('the request: %s', (state) => {
    const card = approvalCard(approval(state), { zone: zone('America/Los_Angeles'), todayOn: TODAY });
    expect(Message.safeParse(card).error).toBeUndefined();
    expect(JSON.stringify(card)).not.toMatch(/<!channel>|<@U01REP>/);
    expect(JSON.stringify(card).includes('approval:approve')).toBe(state === 'waiting');
  });

  it('the modal', () => {
    const { view, title, submit, blocks } = offerModal('TG-2026-1042-EXTENDED-000000001', 'gift');
    const plain = (text: string) => ({ type: 'plain_text', text });
    const modal = { type: 'modal', callback_id: view, title: plain(title), submit: plain(submit ?? ''), blocks };
    expect(Modal.safeParse({ ...modal, private_metadata: '' }).error).toBeUndefined();
  });
});
