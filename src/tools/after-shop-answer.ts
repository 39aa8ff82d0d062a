import { dateIn } from '../domain/kernel/dates.js';
import { money } from '../domain/kernel/money.js';
import { addDelayRecord } from '../store/delay-records.js';
import { openHandOff } from '../store/hand-offs.js';
import { returnToBudget } from '../store/offer-budget.js';
import { confirmOffer, voidOffer } from '../store/offers.js';
import {
  askedToCancel,
  linesOf,
  lockOrder,
  moveLine,
  type OrderLineRecord,
  releaseAllocations,
  setHold,
  setShipTo,
} from '../store/orders.js';
import { markRefundSent, moveRefund, type RefundRecord, refundsOf } from '../store/refunds.js';
import { setShippingService } from '../store/sending-choices.js';
import type { ShopActKind, ShopRequest } from '../store/shop-requests.js';
import { releaseKeptUnits, swapAskedIn } from '../store/substitutes.js';
import { askForRefund } from './ask-for-refund.js';
import { ON_CUSTOMERS_WORD } from './cancellation.js';
import { carryOutSwap } from './carry-out-swap.js';
import type { ToolContext } from './define-tool.js';
import { handOffRules } from './escalation-facts.js';
import { addressLine } from './order-facts.js';
import {
  receiptOfCancelling,
  receiptOfMoving,
  receiptOfSplitting,
  receiptOfUpgrading,
  tellRefundSent,
} from './receipts.js';
import { inTransaction } from './transaction.js';

type RequestOf<Kind extends ShopActKind> = Extract<ShopRequest, { readonly kind: Kind }>;

/** What an answer means in the desk's book. Each runs in the answer's transaction, with the order's row held. */
interface FollowUp<Kind extends ShopActKind> {
  confirmed(request: RequestOf<Kind>, receipt: string, context: ToolContext): Promise<void>;
  refused(request: RequestOf<Kind>, reason: string, context: ToolContext): Promise<void>;
}

/** Who wrote it into a line's history. */
const SHOP = 'shop';

const nothing = async (): Promise<void> => {};

const AFTER: { readonly [Kind in ShopActKind]: FollowUp<Kind> } = {
  cancel_lines: {
    async confirmed(request, _receipt, context) {
      const tx = inTransaction(context);
      const lines = await linesAsked(request, context);
      const reasons = new Set<string>();
      for (const line of lines) {
        const { reason } = await askedToCancel(tx, line.id);
        reasons.add(reason);
        await moveLine(tx, { line, to: 'cancelled', at: context.now, actor: SHOP, reason });
        await releaseAllocations(tx, line.id);
      }
      const refunds = await refundsFor(request, context);
      for (const refund of refunds) await askForRefund(refund, request.conversationId, context);
      if (reasons.has(ON_CUSTOMERS_WORD)) await writeCancellationReceipt(request.orderNumber, lines, refunds, context);
    },
    async refused(request, reason, context) {
      const tx = inTransaction(context);
      for (const line of await linesAsked(request, context)) {
        const { from: to } = await askedToCancel(tx, line.id);
        await moveLine(tx, { line, to, at: context.now, actor: SHOP, reason: `the shop did not cancel it: ${reason}` });
      }
      for (const { id } of await refundsFor(request, context)) await moveRefund(tx, id, 'owed', 'refused');
    },
  },
  refund: {
    async confirmed(request, receipt, context) {
      const { about } = request;
      const tx = inTransaction(context);
      await markRefundSent(tx, about.refundId, receipt, context.now);
      const refund = (await refundsOf(tx, request.orderNumber)).find(({ id }) => id === about.refundId);
      if (refund) await tellRefundSent(refund, request.conversationId, context);
      // as with the booking, each line's record bears the whole refund it was part of
      for (const orderLineId of await linesUnderDelayRule(request, context))
        await addDelayRecord(tx, {
          kind: 'refund_sent',
          form: 'original_method',
          amount: about.amount,
          proof: 'credit_memo',
          orderLineId,
          at: context.now,
          source: `receipt ${receipt}`,
        });
    },
    async refused(request, reason, context) {
      const { about, conversationId, orderNumber } = request;
      const tx = inTransaction(context);
      // it is owed all the same: a person must find another way
      await moveRefund(tx, about.refundId, 'requested', 'owed');
      for (const orderLineId of await linesUnderDelayRule(request, context))
        await addDelayRecord(tx, {
          kind: 'refund_method_impossible',
          reason,
          orderLineId,
          at: context.now,
          source: SHOP,
        });
      if (conversationId === null) return;
      const customerId = (await lockOrder(tx, orderNumber))?.customerId ?? null;
      const text = `The shop refused the refund for order ${orderNumber}: ${reason}. It is still owed.`;
      const fired = await handOffRules({ conversationId, customerId, reason: 'beyond_assistant' }, context);
      await openHandOff(
        tx,
        {
          conversationId,
          reason: 'beyond_assistant',
          urgency: 'high',
          summary: { text, customerId },
          askedAt: context.now,
        },
        fired,
      );
    },
  },
  create_code: {
    confirmed: ({ about }, receipt, context) => confirmOffer(inTransaction(context), about.offerId, receipt),
    refused: ({ about }, _reason, context) => takeOfferBack(about.offerId, context),
  },
  upgrade_shipping: {
    async confirmed({ about, orderNumber }, receipt, context) {
      const tx = inTransaction(context);
      await setShippingService(tx, orderNumber, about.service);
      if (about.offerId !== null) await confirmOffer(tx, about.offerId, receipt);
      await receiptOfUpgrading(orderNumber, about, context);
    },
    refused: async ({ about }, _reason, context) => {
      if (about.offerId !== null) await takeOfferBack(about.offerId, context);
    },
  },
  swap_line: {
    async confirmed({ id, conversationId }, _receipt, context) {
      const swap = await swapAskedIn(inTransaction(context), id);
      await carryOutSwap(swap, { actor: SHOP, conversationId }, context);
    },
    async refused({ id }, _reason, context) {
      const tx = inTransaction(context);
      await releaseKeptUnits(tx, await swapAskedIn(tx, id));
    },
  },
  // what was agreed counts from the receipt on (store/orders.ts); the parcels themselves come as shipments
  split_shipment: {
    confirmed: ({ orderNumber, about }, _receipt, context) => receiptOfSplitting(orderNumber, about, context),
    refused: nothing,
  },
  hold: {
    confirmed: ({ orderNumber, about }, _receipt, context) =>
      setHold(inTransaction(context), orderNumber, { at: context.now, because: about.reason }),
    refused: nothing,
  },
  release: {
    confirmed: ({ orderNumber }, _receipt, context) => setHold(inTransaction(context), orderNumber, null),
    refused: nothing,
  },
  change_address: {
    async confirmed({ orderNumber, about }, _receipt, context) {
      await setShipTo(inTransaction(context), orderNumber, about.shipTo, about.zone);
      await receiptOfMoving(orderNumber, addressLine(about.shipTo), context);
    },
    refused: nothing,
  },
};

/** Writes into the desk's book what the shop's answer to a request means. The caller has settled it just now. */
export async function afterShopAnswer<Kind extends ShopActKind>(
  request: RequestOf<Kind>,
  answer: { kind: 'confirmed'; receipt: string } | { kind: 'refused'; reason: string },
  context: ToolContext,
): Promise<void> {
  await lockOrder(inTransaction(context), request.orderNumber);
  const after = AFTER[request.kind as Kind];
  if (answer.kind === 'confirmed') await after.confirmed(request, answer.receipt, context);
  else await after.refused(request, answer.reason, context);
}

async function linesAsked(
  { orderNumber, about }: RequestOf<'cancel_lines'>,
  context: ToolContext,
): Promise<OrderLineRecord[]> {
  const asked = new Set(about.lines.map(({ orderLineId }) => orderLineId));
  return (await linesOf(inTransaction(context), [orderNumber])).filter(
    ({ id, state }) => asked.has(id) && state === 'cancelling',
  );
}

/** The receipt of what the customer cancelled, now that the shop has. */
async function writeCancellationReceipt(
  orderNumber: RequestOf<'cancel_lines'>['orderNumber'],
  lines: readonly OrderLineRecord[],
  [refund]: readonly RefundRecord[],
  context: ToolContext,
): Promise<void> {
  const order = await lockOrder(inTransaction(context), orderNumber);
  if (!order) return;
  await receiptOfCancelling(
    orderNumber,
    lines.map(({ id, title, quantity }) => ({ orderLineId: id, lineName: title, quantity })),
    {
      refundAmount: refund?.amount ?? money(0, order.currency),
      refundMethod: refund?.method ?? order.paymentMethod,
      refundBy: refund?.sendBy ?? dateIn(order.shipToZone, context.now),
    },
    context,
  );
}

/** The refund recorded with a cancellation: that for the same lines. None when nothing was paid for them. */
async function refundsFor({ orderNumber, about }: RequestOf<'cancel_lines'>, context: ToolContext) {
  const asked = about.lines.map(({ orderLineId }) => orderLineId).join();
  const refunds = await refundsOf(inTransaction(context), orderNumber);
  return refunds.filter(
    ({ orderLineIds, state, swapId }) => state === 'owed' && swapId === null && orderLineIds.join() === asked,
  );
}

/** The lines whose delay record bears a refund: those of a cancellation. What a swap leaves over vests nothing there. */
async function linesUnderDelayRule({ orderNumber, about }: RequestOf<'refund'>, context: ToolContext) {
  const refunds = await refundsOf(inTransaction(context), orderNumber);
  return refunds.some(({ id, swapId }) => id === about.refundId && swapId !== null) ? [] : about.orderLineIds;
}

async function takeOfferBack(offerId: string, context: ToolContext): Promise<void> {
  const tx = inTransaction(context);
  await voidOffer(tx, offerId);
  await returnToBudget(tx, offerId, context.now);
}
