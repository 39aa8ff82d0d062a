import type { Told } from '../store/customer-message-facts.js';
import type { ToldByMessage } from '../store/promises.js';

type Claim = ToldByMessage['claims'][number];

/** The dates and amounts a message tells, for the promise ledger. */
export function promisesIn({ kind, facts }: Told): Claim[] {
  const orderNumber = 'orderNumber' in facts ? facts.orderNumber : null;
  const about = { orderNumber, orderLineId: null };
  const date = (fact: string, value: string | null, of: Partial<Claim> = {}): Claim[] =>
    value === null ? [] : [{ ...about, kind: 'date', fact, value, ...of }];
  const amount = (fact: string, value: { readonly cents: number }): Claim[] =>
    value.cents === 0 ? [] : [{ ...about, kind: 'amount', fact, value }];
  switch (kind) {
    case 'order_confirmed':
      return facts.lines.flatMap(({ orderLineId, cautiousOn }) => date('cautiousOn', cautiousOn, { orderLineId }));
    case 'shipped':
      return [...date('arrivesLikelyOn', facts.arrivesLikelyOn), ...date('arrivesCautiousOn', facts.arrivesCautiousOn)];
    case 'arriving_today':
      return date('arrivesLikelyOn', facts.arrivesOn);
    case 'date_moved':
    case 'back_on_time':
      return facts.lines.flatMap(({ orderLineId, likelyOn, cautiousOn }) => [
        ...date('likelyOn', likelyOn, { orderLineId }),
        ...date('cautiousOn', cautiousOn, { orderLineId }),
      ]);
    case 'refund_sent':
      return [...amount('refundAmount', facts.refundAmount), ...date('refundExpectedBy', facts.refundExpectedBy)];
    case 'cancelled':
    case 'cancellation_mailed':
    case 'swapped':
      return facts.refundAmount.cents === 0
        ? []
        : [...amount('refundAmount', facts.refundAmount), ...date('refundBy', facts.refundBy)];
    case 'split':
      return amount('splitCost', facts.splitCost);
    case 'upgraded':
      return amount('upgradeCost', facts.upgradeCost);
    case 'back_in_stock':
      return amount('price', facts.price);
    case 'notice_mailed':
    case 'reminder_mailed':
      return facts.lines.flatMap(({ orderLineId, revisedShipBy }) =>
        date('revisedShipBy', revisedShipBy, { orderLineId, orderNumber: facts.orderNumbers[0] ?? null }),
      );
    case 'address_changed':
      return [];
  }
}
