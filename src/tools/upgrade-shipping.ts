import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { lockOrder } from '../store/orders.js';
import { recordUpgrade } from '../store/sending-choices.js';
import { nextKey, requestOfShop } from '../store/shop-requests.js';
import { defineProposal } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { askedIn, staffAsking, whereAgreed } from './principal.js';
import { receiptOfUpgrading } from './receipts.js';
import { inTransaction } from './transaction.js';
import { CANNOT_UPGRADE, UpgradeFacts, upgradeQuote } from './upgrade-quote.js';

/**
 * Lets what has not left of an order go by express, after recap and yes. A cost is agreed to here and charged by the shop
 * to the order's own method when the parcel leaves: nobody can take a payment in a conversation.
 */
export const upgradeShipping = defineProposal({
  name: 'upgrade_shipping',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose express shipping for what has not left of an order. Nothing changes until the customer confirms the recap, which tells the cost and how it is charged.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('proposed'), recap: UpgradeFacts }),
    z.object({ kind: z.enum(CANNOT_UPGRADE), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  recap: UpgradeFacts,
  /** `requested`: the shop's own system was asked; the order goes by express on its receipt. */
  done: UpgradeFacts.extend({ kind: z.enum(['upgraded', 'requested']) }),
  authorize: ownsOrderOrIsStaff,
  async propose({ orderNumber }, context) {
    const order = await lockOrder(inTransaction(context), orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const quote = await upgradeQuote(order, context);
    if (quote.kind !== 'quoted') return quote;
    const { kind: _quoted, ...recap } = quote;
    return { kind: 'proposed' as const, recap };
  },
  async commit({ orderNumber }, recap, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) throw new Error(`Order ${orderNumber} vanished between recap and commit`);
    const requestId = context.shop.connected
      ? await requestOfShop(tx, {
          kind: 'upgrade_shipping',
          orderNumber,
          about: { service: recap.service, offerId: null, charge: recap.upgradeCost, chargedTo: recap.chargedTo },
          key: await nextKey(tx, 'upgrade_shipping', orderNumber),
          at: context.now,
          conversationId: askedIn(context.principal),
          askedBy: staffAsking(context.principal),
        })
      : null;
    await recordUpgrade(tx, {
      orderNumber,
      from: order.shippingService,
      to: recap.service,
      cost: recap.upgradeCost,
      freeBecause: recap.freeBecause,
      chargedTo: recap.chargedTo,
      at: context.now,
      agreedIn: whereAgreed(context.principal),
      requestId,
    });
    if (requestId === null)
      await receiptOfUpgrading(orderNumber, { charge: recap.upgradeCost, chargedTo: recap.chargedTo }, context);
    return { kind: requestId === null ? ('upgraded' as const) : ('requested' as const), ...recap };
  },
});
