import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { askErasure, isErasureOpen, ordersNotDone } from '../store/erasures.js';
import { defineProposal, type ToolContext } from './define-tool.js';
import { currentIdentity } from './principal.js';
import { inTransaction } from './transaction.js';

const EraseRecap = z.object({
  /** Orders for which the customer must stay reachable: name and contact details wait for them. */
  openOrders: z.array(OrderNumber),
});

/**
 * "Delete my data", after a recap of what goes, what stays and what has to wait. The words of conversations go at once,
 * what names the customer as soon as no order is open; orders, refunds and notices stay as the law wants, under a number.
 */
export const eraseMyData = defineProposal({
  name: 'erase_my_data',
  effect: 'propose',
  audience: ['shopper'],
  description:
    'Propose to erase the data kept about the shopper. Changes nothing until confirmed. Say what stays: orders, refunds and delay notices, by law; while an order is open, name and contact details too.',
  input: z.object({}),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('proposed'), recap: EraseRecap }),
    /** Shown by a postcode alone, which many people share. */
    z.object({ kind: z.literal('needs_proof') }),
    z.object({ kind: z.literal('already_asked'), openOrders: z.array(OrderNumber) }),
  ]),
  recap: EraseRecap,
  done: EraseRecap.extend({ kind: z.literal('asked') }),
  authorize: (_input, { principal, now }) => principal.kind === 'shopper' && currentIdentity(principal, now) !== null,
  async propose(_input, context) {
    const { customerId, orders } = knownIn(context);
    if (orders !== 'all') return { kind: 'needs_proof' as const };
    const openOrders = await ordersNotDone(context.sql, customerId);
    if (await isErasureOpen(context.sql, customerId)) return { kind: 'already_asked' as const, openOrders };
    return { kind: 'proposed' as const, recap: { openOrders } };
  },
  async commit(_input, recap, context) {
    await askErasure(inTransaction(context), knownIn(context).customerId, context.now);
    return { kind: 'asked' as const, ...recap };
  },
});

function knownIn({ principal, now }: ToolContext) {
  const identity = principal.kind === 'shopper' ? currentIdentity(principal, now) : null;
  if (!identity) throw new Error('Only a known shopper has their data erased');
  return identity;
}
