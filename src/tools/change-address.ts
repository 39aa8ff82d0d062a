import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { zoneOfState } from '../domain/kernel/us-zones.js';
import { canStillLeave } from '../domain/orders/line-state.js';
import { linesOf, lockOrder, setShipTo } from '../store/orders.js';
import { defineProposal } from './define-tool.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { inTransaction } from './transaction.js';

/** One line of a label, without characters that a recap would not show. */
const labelText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, { error: 'has characters that cannot be shown' });

const NewAddress = z.object({
  name: labelText(1, 80).optional(),
  street: labelText(3, 120),
  city: labelText(2, 60),
  region: z
    .string()
    .trim()
    .toUpperCase()
    .refine((state) => zoneOfState(state) !== null, { error: 'not a US state' }),
  postcode: z.string().regex(/^\d{5}(-\d{4})?$/, { error: 'a US ZIP code has five digits' }),
});

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
    z.object({ kind: z.literal('already_cancelled'), lineNames: z.array(z.string()) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  recap: AddressRecap,
  done: AddressRecap.extend({ kind: z.literal('changed') }),
  audited: ({ orderNumber }) => ({ orderNumber }),
  authorize: ownsOrderOrIsStaff,
  async propose({ orderNumber, shipTo }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const lines = await linesOf(tx, [orderNumber]);
    if (lines.every((line) => line.state === 'cancelled'))
      return { kind: 'already_cancelled' as const, lineNames: lines.map((line) => line.title) };
    const waiting = lines.filter(({ state }) => canStillLeave(state));
    if (waiting.length === 0) return { kind: 'already_shipped' as const };
    const newAddress = `${shipTo.name ?? order.shipTo.name}, ${shipTo.street}, ${shipTo.city}, ${shipTo.region} ${shipTo.postcode}`;
    return { kind: 'proposed' as const, recap: { orderNumber, newAddress, items: waiting.map((line) => line.title) } };
  },
  async commit({ orderNumber, shipTo }, recap, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    const shipToZone = zoneOfState(shipTo.region);
    if (!order || !shipToZone)
      throw new Error(`Order ${orderNumber} or its new zone vanished between recap and commit`);
    await setShipTo(tx, orderNumber, { ...shipTo, name: shipTo.name ?? order.shipTo.name, country: 'US' }, shipToZone);
    return { kind: 'changed' as const, ...recap };
  },
});
