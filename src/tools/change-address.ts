import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { zoneOfState } from '../domain/kernel/us-zones.js';
import { canStillLeave, isGivenUp } from '../domain/orders/line-state.js';
import { linesOf, lockOrder, setShipTo } from '../store/orders.js';
import { hasOpenRequest, nextKey, requestOfShop } from '../store/shop-requests.js';
import { defineProposal } from './define-tool.js';
import { NewAddress } from './new-address.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { addressLine } from './order-facts.js';
import { askedIn } from './principal.js';
import { receiptOfMoving } from './receipts.js';
import { inTransaction } from './transaction.js';

const AddressRecap = z.object({
  orderNumber: OrderNumber,
  /** The whole address in one line, as it goes on the label. */
  newAddress: z.string(),
  items: z.array(z.string()),
});

/** Sends what has not left to another US address, after recap and yes. What shipped keeps its way. SOP: address changes. */
export const changeAddress = defineProposal({
  name: 'change_address',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose another US shipping address for the unshipped items of an order. Changes nothing until confirmed.',
  input: z.object({ orderNumber: OrderNumber, shipTo: NewAddress }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('proposed'), recap: AddressRecap }),
    z.object({ kind: z.literal('already_shipped') }),
    /** Another change of address was asked of the shop's system and is not answered yet. */
    z.object({ kind: z.literal('being_changed'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('already_cancelled'), lineNames: z.array(z.string()) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  recap: AddressRecap,
  done: AddressRecap.extend({ kind: z.enum(['changed', 'requested']) }),
  audited: ({ orderNumber }) => ({ orderNumber }),
  authorize: ownsOrderOrIsStaff,
  async propose({ orderNumber, shipTo }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const lines = await linesOf(tx, [orderNumber]);
    if (lines.every(({ state }) => isGivenUp(state)))
      return { kind: 'already_cancelled' as const, lineNames: lines.map((line) => line.title) };
    const waiting = lines.filter(({ state }) => canStillLeave(state));
    if (waiting.length === 0) return { kind: 'already_shipped' as const };
    if (await hasOpenRequest(tx, orderNumber, ['change_address']))
      return { kind: 'being_changed' as const, orderNumber };
    const newAddress = addressLine({ ...shipTo, name: shipTo.name ?? order.shipTo.name });
    return { kind: 'proposed' as const, recap: { orderNumber, newAddress, items: waiting.map((line) => line.title) } };
  },
  async commit({ orderNumber, shipTo }, recap, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    const shipToZone = zoneOfState(shipTo.region);
    if (!order || !shipToZone)
      throw new Error(`Order ${orderNumber} or its new zone vanished between recap and commit`);
    const to = { ...shipTo, name: shipTo.name ?? order.shipTo.name, country: 'US' };
    if (!context.shop.connected) {
      await setShipTo(tx, orderNumber, to, shipToZone);
      await receiptOfMoving(orderNumber, recap.newAddress, context);
      return { kind: 'changed' as const, ...recap };
    }
    await requestOfShop(tx, {
      kind: 'change_address',
      orderNumber,
      about: { shipTo: to, zone: shipToZone },
      key: await nextKey(tx, 'change_address', orderNumber),
      at: context.now,
      conversationId: askedIn(context.principal),
    });
    return { kind: 'requested' as const, ...recap };
  },
});
