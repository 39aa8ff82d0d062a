import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { decideReorder } from '../../../tools/decide-reorder.js';
import type { orderGoods } from '../../../tools/order-goods.js';
import type { previewReorder } from '../../../tools/preview-reorder.js';
import type { ReorderFacts } from '../../../tools/reorder-situation.js';
import { sayCount, sayDate, sayList, sayMoney, sayNumber, sayShare } from '../../../wording/formats.js';
import { button, clip } from '../blocks/build.js';
import { type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Pressable } from '../blocks/schemas.js';
import { LONGEST_NAME } from './supply-words.js';

export const RANKS = { rep: 'representative', lead: 'lead', manager: 'manager' } as const;

/** Opens what to order of an item. */
export const reorderButton = (sku: string, text: string): Pressable =>
  button({ text, action: 'reorder:open', value: { sku } });

/** "120 × 50 mm lens from Kestrel, $49,200.00". */
export const orderWords = ({ units, itemName, supplierName, cost }: ReorderFacts): Mrkdwn =>
  mrkdwn`${sayNumber(units)} × ${clip(itemName, LONGEST_NAME)} from ${clip(supplierName, LONGEST_NAME)}, ${sayMoney(cost)}`;

/** Why it is to be ordered. */
export function reasonWords(facts: ReorderFacts, todayOn: LocalDate): Mrkdwn {
  const { stockOutChance, unitsOnHand, unitsOwed, unitsOnOrder, spike, arrivesLikelyOn } = facts;
  const stock = sayList([
    `${sayNumber(unitsOnHand)} on the shelf`,
    ...(unitsOwed > 0 ? [`${sayNumber(unitsOwed)} owed to customers`] : []),
    `${sayNumber(unitsOnOrder)} on order`,
  ]);
  const sold =
    spike === null
      ? ''
      : ` ${sayDate(spike.on, todayOn)} sold ${sayNumber(spike.units)} where ${sayNumber(spike.expected)} is usual.`;
  return mrkdwn`${sayShare(stockOutChance)} chance to run out before goods come: ${stock}.${sold} Ordered today, it is here about ${sayDate(arrivesLikelyOn, todayOn)}.`;
}

type Refused = Exclude<
  z.infer<typeof previewReorder.output> | z.infer<typeof orderGoods.output> | z.infer<typeof decideReorder.output>,
  { kind: 'ready' | 'ordered' | 'requested' | 'declined' }
>;

const NO_BASIS = {
  no_supplier: 'nobody has ever delivered it',
  no_lead_time: 'no delivery of its supplier is on record, so nobody can say how long it takes',
  no_unit_cost: 'what it costs is not on record',
  never_asked_for: 'nobody has asked for it yet',
} as const;

/** Why nothing was ordered. */
export function refusedWords(refused: Refused): Mrkdwn {
  switch (refused.kind) {
    case 'enough':
      return mrkdwn`There is enough of ${clip(refused.itemName, LONGEST_NAME)} on the shelf or on order: ${sayCount(refused.unitsAbove, 'unit')} above the point at which to order.`;
    case 'no_basis':
      return mrkdwn`${clip(refused.itemName, LONGEST_NAME)} cannot be ordered from here: ${NO_BASIS[refused.reason]}.`;
    case 'placed_already':
      return mrkdwn`${refused.poNumber} orders it already and is on its way to the supplier.`;
    case 'wrong_units':
      return mrkdwn`It is sold in packs of ${refused.packSize}, from ${refused.leastOrder} on.`;
    case 'above_all_limits':
      return mrkdwn`${sayMoney(refused.cost)} is more than anybody here may order at once (knowledge/policy/suppliers.yaml).`;
    case 'no_address':
      return mrkdwn`There is no e-mail address of ${clip(refused.supplierName, LONGEST_NAME)} on file, so no order can be sent.`;
    case 'mail_not_connected':
      return mrkdwn`No mail server is connected to this desk (docs/email.md).`;
    case 'waits_already':
      return mrkdwn`${mention(refused.requestedBy)} asked for it already: ${orderWords(refused.asked)}. It waits for a ${RANKS[refused.authority ?? 'rep']}.`;
    case 'facts_moved':
      return mrkdwn`Nothing was ordered: another supplier is the better one by now. Please look at it once more.`;
    case 'over':
      return refused.decidedBy === null
        ? mrkdwn`Nothing was done: its time is over. It can be asked for anew.`
        : mrkdwn`Nothing was done: it was ${refused.state} already, by ${mention(refused.decidedBy)}.`;
    case 'own_request':
      return mrkdwn`You asked for this yourself, so somebody else must answer it.`;
    case 'above_authority':
      return mrkdwn`That is above your limit. It needs a ${RANKS[refused.by]}.`;
    case 'not_found':
      return mrkdwn`There is no such item or request.`;
  }
}
