import { z } from 'zod';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { closeCall } from '../store/supplier-calls.js';
import { supplierMailsAbout } from '../store/supplier-mails.js';
import { defineTool } from './define-tool.js';
import { CALL_OVER, holdSupplierCall } from './hold-supplier-call.js';
import { mailPurchaseOrder } from './place-purchase-order.js';
import { principalId, STAFF } from './principal.js';
import { showSupplierCall } from './supplier-call-facts.js';
import { inTransaction } from './transaction.js';

/**
 * Mails a purchase order once more that never reached its supplier, to the address that is on file by now. It ends the
 * call: a mail that is refused again brings a new one.
 */
export const mailOrderAgain = defineTool({
  name: 'mail_order_again',
  effect: 'record',
  audience: STAFF,
  description: 'Mail a purchase order again that was refused, to the address on file, instead of calling.',
  input: z.object({ callId: z.int() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('queued'), poNumber: PurchaseOrderNumber, recipient: z.string() }),
    /** The supplier has the order, or it was withdrawn. */
    z.object({ kind: z.literal('not_unsent') }),
    z.object({ kind: z.literal('no_address') }),
    z.object({ kind: z.literal('mail_not_connected') }),
    ...CALL_OVER,
  ]),
  authorize: () => true,
  async run({ callId }, context) {
    const held = await holdSupplierCall(callId, context);
    if (held.kind !== 'held') return held;
    const { order } = held;
    if (order.state !== 'placed') return { kind: 'not_unsent' as const };
    const tx = inTransaction(context);
    const before = (await supplierMailsAbout(tx, order.poNumber)).filter(({ kind }) => kind === 'purchase_order');
    const queued = await mailPurchaseOrder(order, `purchase order ${before.length + 1}`, context);
    if (queued.kind === 'no_address' || queued.kind === 'mail_not_connected') return queued;
    if (queued.kind !== 'queued') throw new Error(`The mail of ${order.poNumber} was not put in: ${queued.kind}`);
    const recipient = order.supplier.email ?? '';
    const by = principalId(context.principal);
    await closeCall(tx, callId, { by, outcome: `Mailed again, to ${recipient}`, at: context.now });
    await showSupplierCall(callId, context);
    return { kind: 'queued' as const, poNumber: order.poNumber, recipient };
  },
});
