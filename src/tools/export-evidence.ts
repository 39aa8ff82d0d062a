import { z } from 'zod';
import { buildEvidence, type Evidence } from '../domain/delay-rule/evidence.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { delayRecordsOf } from '../store/delay-records.js';
import { findOrder, linesOf } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { delayOrder } from './delay-facts.js';
import { STAFF } from './principal.js';
import { shopCalendar } from './shop-calendar.js';

/** The evidence of one order under the delay rule: its whole record, where each line stands, and the rows that fired. */
export const exportEvidence = defineTool({
  name: 'export_evidence',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'Export everything on record about how one order was handled under the delay rule.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('exported'), evidence: z.custom<Evidence>() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ orderNumber }, { sql, now, policy }) {
    const order = await findOrder(sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const [lines, records] = [await linesOf(sql, [orderNumber]), await delayRecordsOf(sql, [orderNumber])];
    const evidence = buildEvidence(delayOrder(order, lines), records, now, shopCalendar(policy));
    return { kind: 'exported' as const, evidence };
  },
});
