import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { enqueue } from '../store/jobs/enqueue.js';
import { keepSupplierAnswer } from '../store/purchase-orders.js';
import { openPlacedOrder } from '../store/reorders.js';
import { closeCall } from '../store/supplier-calls.js';
import { acknowledge, addSupplierPromise } from '../store/supplier-promises.js';
import { defineTool } from './define-tool.js';
import { CALL_OVER, holdSupplierCall } from './hold-supplier-call.js';
import { principalId, STAFF } from './principal.js';
import { showSupplierCall } from './supplier-call-facts.js';
import { inTransaction } from './transaction.js';

/**
 * Ends a call with what came of it. A date that was given on the phone becomes the promised date of what is still to come,
 * and whoever waits for it hears of it as of any other. An order whose own mail was refused counts as supply from then on.
 */
export const closeSupplierCall = defineTool({
  name: 'close_supplier_call',
  effect: 'record',
  audience: STAFF,
  description: 'End a call to a supplier with what came of it, and the date they gave if they gave one.',
  input: z.object({
    callId: z.int(),
    outcome: z.string().trim().min(1).max(500),
    /** For all of the order that is still to come. */
    promisedOn: LocalDate.optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('closed'), promisedOn: LocalDate.nullable() }),
    z.object({ kind: z.literal('past_date') }),
    /** The order itself never reached them: it needs their date, another mail, or to be withdrawn. */
    z.object({ kind: z.literal('needs_date') }),
    ...CALL_OVER,
  ]),
  authorize: () => true,
  async run({ callId, outcome, promisedOn }, context) {
    const { now, policy, principal } = context;
    const tx = inTransaction(context);
    const held = await holdSupplierCall(callId, context);
    if (held.kind !== 'held') return held;
    const { order } = held;
    const today = dateIn(policy.zone, now);
    if (promisedOn !== undefined && promisedOn < today) return { kind: 'past_date' as const };
    if (promisedOn === undefined && order.state === 'placed') return { kind: 'needs_date' as const };
    const by = principalId(principal);
    await closeCall(tx, callId, { by, outcome, at: now });
    if (promisedOn !== undefined) {
      const { poNumber, lines } = order;
      // whoever gives a date for an order has taken it, though its mail came back
      await openPlacedOrder(tx, poNumber);
      const said = { promisedOn, givenOn: today, source: `call by ${by}`, claimId: null };
      const promiseIds: number[] = [];
      for (const { openQuantity, poLineId } of lines)
        if (openQuantity > 0) promiseIds.push(await addSupplierPromise(tx, { poLineId, ...said }));
      await acknowledge(tx, poNumber, today);
      await keepSupplierAnswer(tx, { poNumber, on: today, at: now });
      if (promiseIds.length > 0) await enqueue(tx, 'supply-moved', { promiseIds });
    }
    await showSupplierCall(callId, context);
    return { kind: 'closed' as const, promisedOn: promisedOn ?? null };
  },
});
